/** Python, kept open: it opens one file after the other with this system's loader, each in a fork (open.py). */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

export function createOpener() {
  const child = spawn("python3", [join(import.meta.dirname, "open.py")], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, LD_LIBRARY_PATH: "" },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    /** @returns {Promise<string | null>} empty: it loaded; null: the process did not survive */
    async open(path) {
      child.stdin.write(`${path}\n`);
      return JSON.parse((await lines.next()).value).message;
    },
    /** In the process itself: whatever follows finds it loaded. */
    preload: (path) => void child.stdin.write(`!${path}\n`),
    end: () => child.stdin.end(),
  };
}
