/**
 * What the loader loads for one file, and what it does not find: the needed libraries breadth first (glibc, `elf/dl-deps.c`), each
 * looked for as ld.so(8) says. What lies outside of the wheel is not searched; what is known of it stands in the linkage.
 */
import type { LibraryFacts } from "../../facts/model.ts";
import { fileNameOf } from "../../facts/path.ts";
import { searchElements, type SearchElement, type WheelIndex } from "../linkage/resolve.ts";
import type { Linkage } from "../linkage/kinds.ts";
import type { LinkageMap } from "../verdict/own-blockers.ts";

/** A needed library that is not found among the files of the wheel. */
export interface Unfound {
  readonly needed: string;
  /** Paths from the start to the file that needs it. */
  readonly chain: readonly string[];
  /** Who else may bring it; `in-wheel…`: the wheel holds it, and the search does not lead there. */
  readonly linkage: Linkage;
}

export interface LoadTree {
  readonly start: string;
  /** Paths in the order in which they are loaded, the start first. */
  readonly loaded: readonly string[];
  readonly unfound: readonly Unfound[];
  /** Steps ran out (hostile sets): what is missing from the tree is not known. */
  readonly cutOff: boolean;
}

interface Loaded {
  readonly library: LibraryFacts;
  readonly loader: Loaded | null;
}

/** Loads `start`. `budget`: look-ups left, shared by all starts of a wheel. */
export function loadTree(
  start: LibraryFacts,
  index: WheelIndex,
  linkage: LinkageMap,
  budget: { left: number },
): LoadTree {
  const loaded: Loaded[] = [{ library: start, loader: null }];
  const names = new Set(namesOf(start));
  const unfound: Unfound[] = [];
  // Grows while it is gone through.
  for (const file of loaded) {
    for (const needed of file.library.elf?.needed ?? []) {
      if (names.has(needed)) continue;
      if (budget.left <= 0) return { start: start.path, loaded: paths(loaded), unfound, cutOff: true };
      const found = search(needed, file, index, budget);
      names.add(needed);
      if (found === null) {
        const link = linkage.get(file.library.path)?.find((each) => each.needed === needed);
        if (link !== undefined) unfound.push({ needed, chain: chainOf(file), linkage: link });
      } else {
        // The same file by another name is loaded once.
        if (!loaded.some(({ library }) => library === found)) loaded.push({ library: found, loader: file });
        for (const name of namesOf(found)) names.add(name);
      }
    }
  }
  return { start: start.path, loaded: paths(loaded), unfound, cutOff: false };
}

const paths = (loaded: readonly Loaded[]): string[] => loaded.map(({ library }) => library.path);

/** By these names a file counts as loaded: its SONAME, and that of the file. */
function namesOf({ path, elf }: LibraryFacts): string[] {
  return elf === null || elf.soname === null ? [fileNameOf(path)] : [elf.soname, fileNameOf(path)];
}

function chainOf(file: Loaded): string[] {
  const chain: string[] = [];
  for (let each: Loaded | null = file; each !== null; each = each.loader) chain.unshift(each.library.path);
  return chain;
}

/**
 * RPATH of the file and of those that loaded it, unless the file has a RUNPATH (a file's RPATH is void beside its own RUNPATH); then its
 * RUNPATH. A file of another class or machine is passed by.
 */
function search(
  needed: string,
  file: Loaded,
  index: WheelIndex,
  budget: { left: number },
): LibraryFacts | null {
  const places = index.byName.get(needed);
  if (places === undefined) return null;
  const { elf } = file.library;
  if (elf === null) return null;
  if (elf.runpath === null) {
    for (let each: Loaded | null = file; each !== null; each = each.loader) {
      budget.left -= 1;
      const rpath = each.library.elf?.runpath === null ? each.library.elf.rpath : null;
      const found = within(elementsOf(rpath, each.library, index), places, elf.architecture);
      if (found !== null) return found;
    }
    return null;
  }
  budget.left -= 1;
  return within(elementsOf(elf.runpath, file.library, index), places, elf.architecture);
}

const known = new WeakMap<LibraryFacts, readonly SearchElement[]>();

/** Taken apart once for each library: it has one list that counts. */
function elementsOf(list: string | null, library: LibraryFacts, index: WheelIndex): readonly SearchElement[] {
  if (list === null) return [];
  let elements = known.get(library);
  if (elements === undefined) {
    elements = searchElements(list, library.path, index.directories);
    known.set(library, elements);
  }
  return elements;
}

function within(
  elements: readonly SearchElement[],
  places: ReadonlyMap<string, LibraryFacts>,
  architecture: string,
): LibraryFacts | null {
  for (const { place, directory } of elements) {
    const library = place === "in-wheel" ? places.get(directory) : undefined;
    if (library !== undefined && (library.elf === null || library.elf.architecture === architecture))
      return library;
  }
  return null;
}
