/** Files and folders of the command line as the files to inspect. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { whyNoFile } from "../../node/source.ts";

export type Input =
  | { readonly kind: "file"; readonly path: string }
  /** There is nothing to inspect at this path; `why` ends without a full stop. */
  | { readonly kind: "nothing"; readonly path: string; readonly why: string };

/** Folders within folders that are searched, and wheels of one folder: more than any release has. */
const deepest = 32;
const most = 100_000;

/** A folder stands for all wheels in it and in its own folders, by path. Links to folders are not followed: they may lead in circles. */
export async function expandInputs(paths: readonly string[]): Promise<Input[]> {
  const found = await Promise.all(paths.map(expand));
  return found.flat();
}

async function expand(path: string): Promise<Input[]> {
  try {
    const stats = await stat(path);
    if (!stats.isDirectory()) {
      const why = whyNoFile(stats);
      return [why === null ? { kind: "file", path } : { kind: "nothing", path, why }];
    }
    const found = await wheelsBelow(path, 0);
    return found.length === 0 ? [{ kind: "nothing", path, why: "the folder holds no wheels" }] : found;
  } catch (error) {
    return [{ kind: "nothing", path, why: systemReason(error) }];
  }
}

/** What could not be searched is part of the answer: a release of which a part was passed over is not fine. */
async function wheelsBelow(folder: string, depth: number): Promise<Input[]> {
  if (depth > deepest) return [{ kind: "nothing", path: folder, why: "it lies too deep to be searched" }];
  const found: Input[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      found.push(...(await wheelsBelow(path, depth + 1).catch((error: unknown) => unsearched(path, error))));
    } else if (entry.name.toLowerCase().endsWith(".whl")) {
      found.push(...(await expandWheel(path)));
    }
    if (found.length > most) return [{ kind: "nothing", path: folder, why: "it holds over 100,000 wheels" }];
  }
  return found;
}

/** A wheel in a folder; a link, a pipe or a device may bear its name, too. */
async function expandWheel(path: string): Promise<Input[]> {
  try {
    const why = whyNoFile(await stat(path));
    return [why === null ? { kind: "file", path } : { kind: "nothing", path, why }];
  } catch (error) {
    return unsearched(path, error);
  }
}

const unsearched = (path: string, error: unknown): Input[] => [
  { kind: "nothing", path, why: systemReason(error) },
];

/** What the operating system said, in words. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  switch (code) {
    case "ENOENT":
      return "there is no such file";
    case "EACCES":
    case "EPERM":
      return "it may not be read or written by this user";
    case "EISDIR":
      return "it is a folder";
    case "ENOTDIR":
      return "part of its path is a file";
    case "ENOSPC":
      return "the disk is full";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
