// Asks the real auditwheel, in its host-free mode, and keeps the answers: a wheel under one name and a version of auditwheel give the same answer
// for ever, and the large wheels take a minute each.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AUDITWHEEL, cacheFolder } from "../python.mjs";

/**
 * @typedef {{ seconds: number, document?: object, exception?: string, message?: string }} Answer
 * `document` is the JSON it printed; `exception` and `message` are the end of a traceback when it printed none.
 */

/**
 * @param {string} python interpreter with auditwheel
 * @param {{ path: string, sha256: string, file: string }} wheel
 * @param {{ fresh: boolean }} options `fresh`: ask again although the answer is known
 * @returns {Promise<Answer>}
 */
export async function auditwheelAnswer(python, wheel, { fresh }) {
  const folder = join(cacheFolder, `auditwheel-${AUDITWHEEL}`);
  const kept = join(folder, `${wheel.file}.${wheel.sha256.slice(0, 16)}.json`);
  if (!fresh && existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const answer = await ask(python, wheel.path);
  mkdirSync(folder, { recursive: true });
  writeFileSync(kept, JSON.stringify({ file: wheel.file, ...answer }, null, 1) + "\n");
  return answer;
}

function ask(python, path) {
  const env = { ...process.env };
  delete env.LD_LIBRARY_PATH;
  delete env.AUDITWHEEL_LD_LIBRARY_PATH;
  const started = performance.now();
  return new Promise((resolve, reject) => {
    // Patience for others on the machine; one at a time is the caller's business.
    const command = ["-n", "10", python, "-m", "auditwheel", "show", "--json", "--ldpaths", "", path];
    const child = spawn("nice", command, { env });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (piece) => (stdout += piece));
    child.stderr.setEncoding("utf8").on("data", (piece) => (stderr += piece));
    child.on("error", reject);
    child.on("close", () => {
      const seconds = Math.round((performance.now() - started) / 10) / 100;
      if (stdout.trim() !== "") return resolve({ seconds, document: JSON.parse(stdout) });
      const lines = stderr.trimEnd().split("\n");
      // Frames are indented by blanks; what follows the last is the exception, its message perhaps of several lines.
      const start = lines.findLastIndex((line) => line.startsWith("  ")) + 1;
      if (start === 0 || start === lines.length)
        return reject(new Error(`auditwheel said nothing of use about ${path}:\n${stderr}`));
      const [exception, ...words] = lines.slice(start).join("\n").split(": ");
      resolve({ seconds, exception, message: words.join(": ") });
    });
  });
}
