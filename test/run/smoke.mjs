/**
 * The built command line, copied out of the repository and run with Node alone: everything it needs is in its
 * folder. Build first.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./step.mjs";

const folder = mkdtempSync(join(tmpdir(), "wheelscope-smoke-"));
cpSync(join(root, "dist/cli"), folder, { recursive: true });
const samples = join(root, "public/samples");
const wheels = existsSync(samples)
  ? readdirSync(samples)
      .filter((name) => name.endsWith(".whl"))
      .sort()
  : [];

let passed = 0;
let failed = 0;

/** Runs the program and counts whether `fits` holds for what it did. */
function expect(what, args, fits) {
  const did = spawnSync(process.execPath, [join(folder, "wheelscope.js"), ...args], {
    encoding: "utf8",
    cwd: folder,
  });
  let right = false;
  try {
    right = fits(did);
  } catch (error) {
    did.stderr += `${error}\n`;
  }
  if (right) passed += 1;
  else {
    failed += 1;
    console.log(
      `FAILED ${what}: wheelscope ${args.join(" ")}\nexit ${did.status}\n${did.stdout}${did.stderr}`,
    );
  }
}

try {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(
    "version",
    ["--version"],
    ({ status, stdout }) => status === 0 && stdout.startsWith(`wheelscope ${version}`),
  );
  expect("help", ["--help"], ({ status, stdout }) => status === 0 && stdout.includes("wheelscope check"));
  expect("wrong usage", ["show", "--no-such-flag"], ({ status, stderr }) => status === 2 && stderr !== "");
  expect("policies", ["policies"], ({ status, stdout }) => status === 0 && stdout.includes("manylinux_2_28"));
  expect("no such file", ["show", "not-there.whl"], ({ status, stdout }) => status === 3 && stdout === "");
  expect("samples", ["--version"], () => wheels.length > 0);
  for (const name of wheels) {
    const wheel = join(samples, name);
    expect(`show ${name}`, ["show", wheel], ({ status, stdout }) => status === 0 && stdout.includes(name));
    expect(`JSON of ${name}`, ["show", "--json", wheel], ({ status, stdout }) => {
      const report = JSON.parse(stdout);
      return status === 0 && report.version === 1 && report.libraries.length > 0;
    });
    expect(`check ${name}`, ["check", "--json", wheel], ({ status, stdout }) => {
      return status === (JSON.parse(stdout).findings.some(({ severity }) => severity === "error") ? 1 : 0);
    });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
