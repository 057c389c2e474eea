// The private Python environment of the proofs: auditwheel, the tool we compare with, at a pinned version, outside the
// repository. pip, the ordinary client, fetches everything; no other address is used.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What the verdicts are compared with. */
export const AUDITWHEEL = "6.8.2";
const REQUIREMENTS = [`auditwheel==${AUDITWHEEL}`, "pyelftools==0.33", "packaging==26.3"];

/** Where wheels, the environment and auditwheel's answers are kept between runs. */
export const cacheFolder =
  process.env.WHEELSCOPE_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "wheelscope");

/** Makes the environment with auditwheel when it is not there yet and gives the path of its interpreter. */
export function ensurePython() {
  return ensureEnvironment(`auditwheel-${AUDITWHEEL}`, REQUIREMENTS);
}

/**
 * Makes an environment with these requirements, all of them pinned, when it is not there yet; gives the path of its interpreter.
 * @param {string} name tells environments apart, and their versions
 * @param {readonly string[]} requirements
 */
export async function ensureEnvironment(name, requirements) {
  const folder = join(cacheFolder, `python-${name}`);
  const python = join(folder, "bin", "python");
  const complete = join(folder, "complete");
  if (existsSync(complete)) return python;
  mkdirSync(cacheFolder, { recursive: true });
  rmSync(folder, { recursive: true, force: true });
  try {
    await run("python3", ["-m", "venv", folder]);
  } catch (error) {
    throw new Error("The proofs need Python 3.10 or newer with its venv module (Debian: python3-venv).", {
      cause: error,
    });
  }
  await run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...requirements]);
  writeFileSync(complete, requirements.join("\n") + "\n");
  return python;
}
