/** Files and folders of the command line as the files to inspect. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

export type Input =
  | { readonly kind: "file"; readonly path: string }
  /** There is nothing to inspect at this path; `why` ends without a full stop. */
  | { readonly kind: "nothing"; readonly path: string; readonly why: string };

/** A folder stands for the wheels in it, by name; its own folders are not searched. */
export async function expandInputs(paths: readonly string[]): Promise<Input[]> {
  const found = await Promise.all(paths.map(expand));
  return found.flat();
}

async function expand(path: string): Promise<Input[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [{ kind: "file", path }];
    const names = (await readdir(path)).filter((name) => name.toLowerCase().endsWith(".whl")).sort();
    if (names.length === 0) return [{ kind: "nothing", path, why: "the folder holds no wheels" }];
    return names.map((name) => ({ kind: "file", path: join(path, name) }));
  } catch (error) {
    return [{ kind: "nothing", path, why: systemReason(error) }];
  }
}

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
