/**
 * The npm package as whoever installs it gets it: packed, installed without a network in an empty folder, run from
 * JavaScript, compiled from TypeScript, and looked at by publint and `attw`. Build first.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { root, run } from "./step.mjs";

const folder = mkdtempSync(join(tmpdir(), "wheelscope-package-"));
const program = join(folder, "program");
const about = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const { resolve } = createRequire(import.meta.url);
/** Windows starts programs through a shell here, which a blank in the path of Node would confuse. */
const node = process.platform === "win32" ? "node" : process.execPath;

let passed = 0;
let failed = 0;

/** Counts one expectation; `seen` is printed if it does not hold. */
function expect(what, holds, seen = "") {
  if (holds) passed += 1;
  else {
    failed += 1;
    console.log(`FAILED ${what}\n${seen}`);
  }
}

async function succeeds(what, command, args, fits = () => true) {
  const { code, output } = await run(command, args, { cwd: program });
  expect(what, code === 0 && fits(output), `exit ${code}\n${output}`);
  return output;
}

/** Packs what is built; gives the archive's path. */
async function pack() {
  const { code, output } = await run("npm", [
    "pack",
    "--ignore-scripts",
    "--json",
    "--pack-destination",
    folder,
  ]);
  if (code !== 0) throw new Error(`npm pack failed:\n${output}`);
  const [{ filename, files, size, unpackedSize }] = JSON.parse(output.slice(output.indexOf("[")));
  const names = files.map(({ path }) => path).sort();
  const allowed = [/^dist\/(cli|lib)\//, /^(LICENSE|README\.md|THIRD-PARTY-NOTICES\.txt|package\.json)$/];
  const strangers = names.filter((name) => !allowed.some((pattern) => pattern.test(name)));
  expect("the package holds command line and API only", strangers.length === 0, strangers.join("\n"));
  expect("no fonts", !names.some((name) => /\.(woff2?|ttf|otf)$/.test(name)), names.join("\n"));
  const wanted = [
    about.bin.wheelscope,
    about.main,
    about.types,
    "dist/lib/reader.wasm",
    "THIRD-PARTY-NOTICES.txt",
  ];
  const missing = wanted.map((name) => name.replace(/^\.\//, "")).filter((name) => !names.includes(name));
  expect("everything that package.json names is packed", missing.length === 0, missing.join("\n"));
  console.log(
    `${filename}: ${names.length} files, ${Math.round(size / 1000)} kB, unpacked ${Math.round(unpackedSize / 1000)} kB`,
  );
  return join(folder, filename);
}

async function install(archive) {
  mkdirSync(program);
  writeFileSync(join(program, "package.json"), `${JSON.stringify({ private: true, type: "module" })}\n`);
  for (const name of readdirSync(join(root, "public/samples")))
    cpSync(join(root, "public/samples", name), join(program, name));
  const options = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund"];
  await succeeds("it installs without a network", "npm", ["install", ...options, archive]);
  const installed = readdirSync(join(program, "node_modules")).filter((name) => !name.startsWith("."));
  expect("and nothing else with it", installed.join() === "wheelscope", installed.join("\n"));
}

/** The example of the README, as JavaScript. */
function example() {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const [, code] = /<!-- example -->\s*```js\n([^]*?)```\s*<!-- \/example -->/.exec(readme);
  return code;
}

async function fromJavaScript() {
  writeFileSync(join(program, "example.mjs"), example());
  await succeeds(
    "the README's example runs",
    node,
    ["example.mjs"],
    (output) => output.includes("symbol-version-too-new") && output.includes('"complies": false'),
  );
  cpSync(join(root, "test/run/package/cases.mjs"), join(program, "cases.mjs"));
  const { code, output } = await run(node, ["cases.mjs"], { cwd: program });
  const lines = output.split("\n");
  passed += lines.filter((line) => line.startsWith("ok ")).length;
  failed += lines.filter((line) => line.startsWith("FAILED ")).length;
  expect(
    "the cases of the API run to their end",
    code === 0 && lines.some((line) => line.startsWith("ok ")),
    output,
  );
}

async function fromTypeScript() {
  writeFileSync(join(program, "example.ts"), example());
  cpSync(join(root, "test/run/package/types.ts"), join(program, "types.ts"));
  const modes = [
    { module: "nodenext", moduleResolution: "nodenext", types: ["node"] },
    { module: "esnext", moduleResolution: "bundler", types: ["node"] },
    // A program that has the types of browsers and not those of Node.
    { module: "esnext", moduleResolution: "bundler", types: [], lib: ["es2023", "dom"] },
  ];
  for (const mode of modes) {
    const compilerOptions = {
      target: "es2023",
      lib: ["es2023"],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      // The package's own types are compiled too.
      skipLibCheck: false,
      typeRoots: [join(root, "node_modules/@types")],
      ...mode,
    };
    writeFileSync(
      join(program, "tsconfig.json"),
      JSON.stringify({ compilerOptions, files: ["example.ts", "types.ts"] }),
    );
    const what = `TypeScript with ${mode.moduleResolution}, types: ${mode.types.join() || "dom"}`;
    await succeeds(what, node, [resolve("typescript/bin/tsc"), "-p", "."]);
  }
}

async function commandLine() {
  const bin = join("node_modules", ".bin", process.platform === "win32" ? "wheelscope.cmd" : "wheelscope");
  await succeeds("wheelscope --version", bin, ["--version"], (output) =>
    output.startsWith(`wheelscope ${about.version} `),
  );
  const [sample] = readdirSync(program).filter((name) => name.startsWith("tiny_ok"));
  await succeeds("wheelscope check", bin, ["check", sample], (output) => output.includes(sample));
}

async function lookedAt(archive) {
  const tarball = readFileSync(archive);
  const { messages, pkg } = await publint({
    pack: { tarball: tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.length) },
    strict: true,
  });
  expect("publint", messages.length === 0, messages.map((each) => formatMessage(each, pkg)).join("\n"));
  const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
  await succeeds("attw", node, [attw, archive, "--profile", "esm-only", "--no-color", "--no-emoji"]);
}

/** Whoever registers the name on npm would be run. */
function neverNpx() {
  const files = readdirSync(join(root, "dist"), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const found = files
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => /npx\s+(-\S+\s+)*wheelscope/.test(readFileSync(path, "latin1")));
  expect("no built file says npx wheelscope", files.length > 10 && found.length === 0, found.join("\n"));
}

try {
  const archive = await pack();
  await install(archive);
  await fromJavaScript();
  await fromTypeScript();
  await commandLine();
  await lookedAt(archive);
  neverNpx();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
