/**
 * `npm run notices`: builds everything to see what is bundled, asks cargo for the crates of the reader, and writes
 * THIRD-PARTY-NOTICES.txt. With `--check` it writes nothing and fails if the file would change. Needs cargo, and the crates'
 * sources: `cargo fetch` in wasm/.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { formatNotices, licenseText, noticesFile, npmComponent } from "./notices.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Product → the configuration of its build. */
const configs = {
  page: "vite.config.ts",
  "command line": "vite.cli.config.ts",
  library: "vite.lib.config.ts",
};

/** @returns {Promise<[string, import("./notices.mjs").Component[]][]>} */
async function packages() {
  const folder = mkdtempSync(join(tmpdir(), "wheelscope-notices-"));
  process.env.WHEELSCOPE_BUNDLED = folder;
  try {
    const found = [];
    for (const [product, config] of Object.entries(configs)) {
      const outDir = join(folder, "out", product);
      await build({
        root,
        configFile: join(root, config),
        logLevel: "error",
        build: { outDir, emptyOutDir: true },
      });
      const folders = JSON.parse(readFileSync(join(folder, `${product}.json`), "utf8"));
      found.push([product, folders.map(npmComponent)]);
    }
    return found;
  } finally {
    delete process.env.WHEELSCOPE_BUNDLED;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The crates that are in the module: normal dependencies for its target, without procedural macros and what only they need. */
function crates() {
  const options = ["--format-version", "1", "--locked", "--filter-platform", "wasm32-unknown-unknown"];
  const { status, stdout, stderr } = spawnSync("cargo", ["metadata", ...options], {
    cwd: join(root, "wasm"),
    encoding: "utf8",
    maxBuffer: 64 << 20,
  });
  if (status !== 0) throw new Error(`cargo metadata: ${stderr}`);
  const { packages: all, resolve } = JSON.parse(stdout);
  const packageOf = new Map(all.map((each) => [each.id, each]));
  const nodeOf = new Map(resolve.nodes.map((node) => [node.id, node]));
  const seen = new Set([resolve.root]);
  // A set that grows while it is walked.
  for (const id of seen)
    for (const { pkg, dep_kinds: kinds } of nodeOf.get(id).deps) {
      const isMacro = packageOf.get(pkg).targets.some(({ kind }) => kind.includes("proc-macro"));
      if (!isMacro && kinds.some(({ kind }) => kind === null)) seen.add(pkg);
    }
  seen.delete(resolve.root);
  return [...seen].map((id) => {
    const { name, license, manifest_path: manifest } = packageOf.get(id);
    return { name, license, text: licenseText(dirname(manifest), name, license) };
  });
}

/**
 * Compiled in as well, with what it brings along. Its licence files are not part of every toolchain: these are the lines of
 * LICENSE-MIT in rust-lang/rust, hashbrown and dlmalloc, above the terms that all of them share.
 */
function standardLibrary(components) {
  const holders = [
    "The Rust Project Contributors (std, compiler_builtins)",
    "2016 Amanieu d'Antras (hashbrown)",
    "2014 Alex Crichton (dlmalloc)",
  ];
  const mit = components.find(({ name }) => name === "cfg-if").text;
  const terms = mit.slice(mit.indexOf("Permission is hereby granted"));
  const text = `${holders.map((holder) => `Copyright (c) ${holder}`).join("\n")}\n\n${terms}`;
  return { name: "rust-std", license: "MIT OR Apache-2.0", text };
}

const inReader = crates();
const text = formatNotices(
  new Map([...(await packages()), ["reader", [...inReader, standardLibrary(inReader)]]]),
);
if (process.argv.includes("--check")) {
  const same = readFileSync(noticesFile, "utf8") === text;
  console.log(same ? "1 passed, 0 failed" : "THIRD-PARTY-NOTICES.txt is not current\n0 passed, 1 failed");
  process.exitCode = same ? 0 : 1;
} else {
  writeFileSync(noticesFile, text);
}
