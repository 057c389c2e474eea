/**
 * Before each test file: how often properties are tried, and that every file that was opened is closed again. A FileHandle left to
 * the garbage collector is closed by Node with a warning today (DEP0137) and with an error tomorrow.
 */
import promises, { type FileHandle } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import fc from "fast-check";
import { afterAll } from "vitest";
import { propertyRuns } from "./property-runs.ts";

fc.configureGlobal({ numRuns: propertyRuns(100) });

/** Who opened what is still open. Test files share a process, and so this list. */
const shared = globalThis as { openFiles?: Map<FileHandle, Error> };

function watched(): Map<FileHandle, Error> {
  if (shared.openFiles !== undefined) return shared.openFiles;
  const open = new Map<FileHandle, Error>();
  const { open: original } = promises;
  promises.open = async (...asked) => {
    const opener = new Error(`${String(asked[0])} was opened here and never closed`);
    const file = await original(...asked);
    open.set(file, opener);
    const { close } = file;
    file.close = () => {
      open.delete(file);
      return close.call(file);
    };
    return file;
  };
  // So that `import { open }` gets it too.
  syncBuiltinESMExports();
  return (shared.openFiles = open);
}

const open = watched();

afterAll(async () => {
  // Closing takes a moment; nobody waits for it.
  for (let turns = 0; open.size > 0 && turns < 50; turns += 1)
    await new Promise((done) => setTimeout(done, 10));
  const [left] = open.values();
  open.clear();
  if (left !== undefined) throw left;
});
