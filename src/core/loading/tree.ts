/**
 * What the loader loads for one file, and what it does not find: the needed libraries breadth first (glibc, `elf/dl-deps.c`), each
 * looked for as ld.so(8) says, unless a library of that name is loaded already.
 */
import type { LibraryFacts } from "../../facts/model.ts";
import { fileNameOf } from "../../facts/path.ts";
import type { Loaded } from "./loaded.ts";
import { search, type Files } from "./search.ts";

/** A needed library that is not found among the files. */
export interface Unfound {
  readonly needed: string;
  /** Paths from the start to the file that needs it. */
  readonly chain: readonly string[];
  readonly asker: Loaded;
}

export interface LoadTree {
  readonly start: string;
  /** In the order in which they are loaded, the start first. */
  readonly loaded: readonly Loaded[];
  readonly unfound: readonly Unfound[];
  /** Steps ran out (hostile sets): what is missing from the tree is not known. */
  readonly cutOff: boolean;
}

/** Libraries that are in the process already, by the names under which a need finds them. */
export type Before = ReadonlyMap<string, LibraryFacts>;

const NOTHING_BEFORE: Before = new Map();

/** Loads `start`. `budget`: look-ups left, shared by all starts. */
export function loadTree(
  start: LibraryFacts,
  files: Files,
  budget: { left: number },
  before: Before = NOTHING_BEFORE,
): LoadTree {
  const loaded: Loaded[] = [{ library: start, loader: null }];
  const present = new Set([start]);
  const names = new Set(namesOf(start));
  const unfound: Unfound[] = [];
  let cutOff = false;
  // Grows while it is gone through.
  for (const file of loaded) {
    for (const needed of file.library.elf?.needed ?? []) {
      if (names.has(needed)) continue;
      budget.left -= 1;
      cutOff = budget.left <= 0;
      if (cutOff) break;
      const found = before.get(needed) ?? search(needed, file, files, budget);
      names.add(needed);
      if (found === null) {
        unfound.push({ needed, chain: chainOf(file), asker: file });
        continue;
      }
      // The same file by another name is loaded once.
      if (!present.has(found)) loaded.push({ library: found, loader: file });
      present.add(found);
      for (const name of namesOf(found)) names.add(name);
    }
    if (cutOff) break;
  }
  return { start: start.path, loaded, unfound, cutOff };
}

/** By these names a file counts as loaded: its SONAME, and that of the file. */
export function namesOf({ path, elf }: LibraryFacts): string[] {
  return elf === null || elf.soname === null ? [fileNameOf(path)] : [elf.soname, fileNameOf(path)];
}

/** Paths from the start to a file. */
export function chainOf(file: Loaded): string[] {
  const chain: string[] = [];
  for (let each: Loaded | null = file; each !== null; each = each.loader) chain.unshift(each.library.path);
  return chain;
}
