// `npm run learn-proof`: runs every command of the concept pages that has a sample output, on the fixture wheel it was measured on,
// and compares what it prints with the page, line by line; a line `…` on the page stands for any number of lines. Needs binutils,
// unzip, the built command line, and auditwheel in the proofs' environment (python.mjs).
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";
import { ensurePython } from "./python.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const wheels = join(root, "test/fixtures/wheels");
const tools = dirname(await ensurePython());
const program = join(root, "dist/cli/wheelscope.js");
const OURS = `wheelscope() { node '${program}' "$@"; }`;

if (!existsSync(program)) {
  console.error("dist/cli/wheelscope.js is missing; run `npm run build` first.");
  process.exit(2);
}

const server = await createServer({
  root,
  server: { middlewareMode: true },
  appType: "custom",
  logLevel: "error",
});
const { concepts } = await server.ssrLoadModule("/src/learn/concepts/index.ts");
await server.close();

const counts = { same: 0, different: 0, without: 0 };
for (const { id, seeYourself } of concepts) {
  for (const demonstration of seeYourself) {
    if (demonstration.output === undefined) counts.without += 1;
    else if (matches(demonstration.output, replay(demonstration))) counts.same += 1;
    else {
      counts.different += 1;
      console.log(`${id}: ${demonstration.command}\n--- the page has\n${demonstration.output}`);
      console.log(`--- it prints\n${replay(demonstration)}`);
    }
  }
}
console.log(
  `${counts.same} commands print what their page says, ${counts.different} do not; ${counts.without} have no sample output`,
);
process.exit(counts.different === 0 ? 0 : 1);

/** Runs the command in a folder that holds the wheel under its own name and as FILE.whl, and the library as FILE.so. */
function replay({ command, measuredOn }) {
  const [wheel, path] = measuredOn.split(": ");
  const name = readdirSync(wheels).find((file) => file.startsWith(`${wheel}-`));
  const folder = mkdtempSync(join(tmpdir(), "wheelscope-concepts-"));
  try {
    for (const copy of [name, "FILE.whl"]) copyFileSync(join(wheels, name), join(folder, copy));
    if (path !== undefined) {
      execFileSync("unzip", ["-q", "-j", name, path], { cwd: folder });
      execFileSync("mv", [path.split("/").at(-1), "FILE.so"], { cwd: folder });
    }
    // Both read the tag from the name.
    const named = /^(auditwheel|wheelscope) /.test(command);
    const line = `${OURS}\n${named ? command.replaceAll("FILE.whl", name) : command}`;
    const env = { ...process.env, LC_ALL: "C", PATH: `${tools}:${process.env.PATH}` };
    const { stdout } = spawnSync("bash", ["-c", line], { cwd: folder, env, encoding: "utf8" });
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function matches(expected, printed) {
  const escape = (line) => line.trimEnd().replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const lines = expected.split("\n").map((line) => (line === "…" ? "(?:.*\\n)*?" : `${escape(line)}[ ]*\\n`));
  return new RegExp(`^\\n*${lines.join("\\n*")}\\n*$`).test(`${printed}\n`);
}
