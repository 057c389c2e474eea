/**
 * Libraries that search paths of a set lead to and that lie outside of its folders: an environment's own `lib` (`$ORIGIN/../../..`), a
 * toolkit below `/opt`. Only what is needed by name is read.
 */
import { stat } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { readInstalled, type Reading, type ReadSet, type TabledMember } from "./read-set.ts";

/** Look-ups on the disk: far more than any real environment takes. */
const most = 200_000;

/** `packages`: where files that are found belong to; the package of who needs them. */
export async function addReached(set: ReadSet, reading: Reading): Promise<void> {
  const places = new Set(set.files.map(({ path }) => path));
  let left = most;
  // Grows while it is gone through.
  for (const file of set.files) {
    for (const folder of foldersOf(file)) {
      for (const needed of file.elf?.needed ?? []) {
        const path = join(folder, needed);
        if (left <= 0 || places.has(path.slice(1))) continue;
        left -= 1;
        places.add(path.slice(1));
        if (!((await stat(path).catch(() => null))?.isFile() ?? false)) continue;
        const found = await readInstalled(path, path, file.of, reading, []);
        if (found !== null) set.files.push(found);
      }
    }
  }
}

/** Folders of the search paths of a file, from the root on. */
export function foldersOf({ elf, path }: TabledMember): string[] {
  const list = elf?.runpath ?? elf?.rpath ?? "";
  return list.split(":").flatMap((element) => {
    const folder = element.replace(/^\$(?:ORIGIN|\{ORIGIN\})/, `/${dirname(path)}`);
    return folder.startsWith("/") ? [normalize(folder)] : [];
  });
}
