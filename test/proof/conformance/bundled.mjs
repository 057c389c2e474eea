// auditwheel's own test wheels, from its source release, and the same wheels under names that claim another architecture, which
// must be refused.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { AUDITWHEEL, cacheFolder } from "../python.mjs";

const run = promisify(execFile);

/** @returns {Promise<{ name: string, file: string, path: string, sha256: string }[]>} */
export async function bundledWheels(python) {
  const folder = join(cacheFolder, `auditwheel-tests-${AUDITWHEEL}`);
  if (!existsSync(folder)) await fetchTests(python, folder);
  const original = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith(".whl"))
    .map((path) => join(folder, path))
    .sort();
  return original.map((path) => ({
    name: `auditwheel-test:${path.slice(folder.length + 1)}`,
    file: basename(path),
    path,
    sha256: createHash("sha256").update(readFileSync(path)).digest("hex"),
  }));
}

async function fetchTests(python, folder) {
  mkdirSync(cacheFolder, { recursive: true });
  const scratch = mkdtempSync(join(cacheFolder, "download-"));
  const pip = ["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"];
  await run(python, [...pip, "--no-binary", "auditwheel", "--dest", scratch, `auditwheel==${AUDITWHEEL}`]);
  const [archive] = readdirSync(scratch);
  await run("tar", ["-xzf", archive, "--strip-components=3", "--wildcards", "*/tests/bundled-wheels/*"], {
    cwd: scratch,
  });
  rmSync(join(scratch, archive));
  misname(scratch);
  renameSync(scratch, folder);
}

/** Copies of the one-file wheels under another architecture's name. */
function misname(folder) {
  const renamed = join(folder, "renamed");
  mkdirSync(renamed);
  for (const [from, to] of [
    ["aarch64", "x86_64"],
    ["x86_64", "i686"],
    ["armv5l", "x86_64"],
    ["mips64", "armv7l"],
    ["armv7l", "armv6l"],
    ["riscv64", "ppc64le"],
  ]) {
    const source = join(folder, "glibc", `testsimple-0.0.1-cp313-cp313-linux_${from}.whl`);
    const target = join(renamed, `from_${from}`);
    mkdirSync(target);
    copyFileSync(source, join(target, `testsimple-0.0.1-cp313-cp313-linux_${to}.whl`));
  }
}
