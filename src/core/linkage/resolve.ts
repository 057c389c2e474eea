/**
 * Finds needed libraries inside the wheel, the way auditwheel's lddtree.py and ld.so search, without ever looking at the
 * machine it runs on: what lies outside the wheel is not found. The wheel's root is where it will be installed, site-packages.
 */
import type { ElfFacts, LibraryFacts, WheelFacts } from "../../facts/model.ts";
import { directoryOf, fileNameOf } from "../../facts/path.ts";

/** An element of an RPATH or RUNPATH, read for one library. */
export interface SearchElement {
  /** As stored, e.g. `$ORIGIN/../lib`. */
  readonly element: string;
  /**
   * `in-wheel`: a directory of this wheel. `elsewhere`: inside site-packages, but not in this wheel. `above`: outside
   * site-packages. `absolute`: a fixed place on the machine, or relative to nothing (a relative element).
   */
  readonly place: "in-wheel" | "elsewhere" | "above" | "absolute";
  /** Relative to the wheel's root, `""` being the root; for `absolute` the element itself. */
  readonly directory: string;
}

/** The wheel's files by name and place, for look-ups. */
export interface WheelIndex {
  /** File name → directory → library. */
  readonly byName: ReadonlyMap<string, ReadonlyMap<string, LibraryFacts>>;
  readonly directories: ReadonlySet<string>;
  /** Paths of files that have a library's name but are not ELF. */
  readonly impostors: ReadonlySet<string>;
  /** Look-ups left for this wheel; see `LOOKUP_LIMIT`. */
  readonly budget: { left: number };
  /** The search paths of each library that lie in the wheel. */
  readonly searchPaths: ReadonlyMap<LibraryFacts, SearchPaths>;
}

interface SearchPaths {
  readonly rpath: readonly SearchElement[];
  readonly runpath: readonly SearchElement[];
}

/** How one needed name was resolved. */
export interface Resolution {
  readonly needed: string;
  readonly outcome: "found" | "not-found" | "interpreter" | "libpython" | "impostor";
  /** Set when found. */
  readonly library: LibraryFacts | null;
  /** The search element that led to it. */
  readonly via: SearchElement | null;
}

/** A library with everything it needs, directly or not, by needed name; the first look-up of a name holds for the whole tree. */
export interface Tree {
  readonly root: LibraryFacts;
  readonly resolutions: Map<string, Resolution>;
}

/**
 * Names looked up for one wheel, over all its trees. The largest wheels known (vtk, 376 libraries) take some 70,000; thousands
 * of libraries that need each other in a row would take time and memory without end. When it is used up, trees stay
 * unfinished and `judge` gives no verdict.
 */
const LOOKUP_LIMIT = 500_000;

/** Not loaded through the wheel: the interpreter is already in the process (lddtree.py, `LIBPYTHON_RE`, dots as there). */
export const LIBPYTHON = /^libpython\d+\.\d+m?.so(\.\d)*$/;

/** The dynamic loader itself, never an external library (auditwheel's policy/__init__.py, `filter_libs`). */
export function isLoaderName(name: string): boolean {
  return name.includes("ld-linux") || name === "ld64.so.1" || name === "ld64.so.2";
}

const indexes = new WeakMap<WheelFacts, WheelIndex>();

/** The index of a wheel; made once for the same facts. */
export function indexWheel(facts: WheelFacts): WheelIndex {
  let index = indexes.get(facts);
  if (index === undefined) {
    index = makeIndex(facts);
    indexes.set(facts, index);
  }
  // Every judgement of the same facts has the whole budget.
  index.budget.left = LOOKUP_LIMIT;
  return index;
}

function makeIndex(facts: WheelFacts): WheelIndex {
  const byName = new Map<string, Map<string, LibraryFacts>>();
  const directories = new Set([""]);
  const addDirectory = (directory: string): void => {
    for (let each = directory; each !== "" && !directories.has(each); each = directoryOf(each))
      directories.add(each);
  };
  facts.directories.forEach(addDirectory);
  for (const library of facts.libraries) {
    const directory = directoryOf(library.path);
    addDirectory(directory);
    const name = fileNameOf(library.path);
    const places = byName.get(name);
    if (places === undefined) byName.set(name, new Map([[directory, library]]));
    else places.set(directory, library);
  }
  const searchPaths = new Map<LibraryFacts, SearchPaths>();
  for (const library of facts.libraries) {
    if (library.elf !== null) searchPaths.set(library, ownPaths(library.elf, library.path, directories));
  }
  const budget = { left: LOOKUP_LIMIT };
  return { byName, directories, impostors: new Set(facts.impostors), budget, searchPaths };
}

/** Takes an RPATH or RUNPATH apart for the library at `path`. Duplicates are kept; `$LIB` and `$PLATFORM` are not expanded. */
export function searchElements(
  list: string | null,
  path: string,
  directories: ReadonlySet<string>,
): SearchElement[] {
  if (list === null || list === "") return [];
  return list.split(":").map((element) => {
    // ld.so takes an empty element as the current directory; auditwheel stands in the wheel's root.
    if (element === "") return { element, place: "in-wheel", directory: "" };
    const origin = /^\$(?:ORIGIN|\{ORIGIN\})(.*)$/s.exec(element);
    if (origin === null) return { element, place: "absolute", directory: element };
    const directory = normalizePath(directoryOf(path) + (origin[1] ?? ""));
    if (directory === null) return { element, place: "above", directory: element };
    return { element, place: directories.has(directory) ? "in-wheel" : "elsewhere", directory };
  });
}

/** Resolves everything `root` needs. */
export function resolveTree(root: LibraryFacts, index: WheelIndex): Tree {
  const resolutions = new Map<string, Resolution>();
  if (root.elf === null) return { root, resolutions };
  if (root.elf.interpreter !== null) {
    const needed = fileNameOf(root.elf.interpreter);
    resolutions.set(needed, { needed, outcome: "interpreter", library: null, via: null });
  }
  const main = index.searchPaths.get(root) ?? NOWHERE;
  const rootLevel = { elf: root.elf, paths: [...main.rpath, ...main.runpath], next: 0 };
  // The loader's order: depth first, each library's needs in the order of its table. A stack, since trees may be deep.
  const stack = [rootLevel];
  for (let level = stack.at(-1); level !== undefined; level = stack.at(-1)) {
    const needed = level.elf.needed[level.next];
    if (needed === undefined || index.budget.left <= 0) {
      stack.pop();
      continue;
    }
    level.next += 1;
    index.budget.left -= 1;
    if (resolutions.has(needed)) continue;
    const resolution = LIBPYTHON.test(needed)
      ? ({ needed, outcome: "libpython", library: null, via: null } as const)
      : find(needed, level.elf, level.paths, index);
    resolutions.set(needed, resolution);
    const found = resolution.library;
    if (found?.elf) {
      const own = index.searchPaths.get(found) ?? NOWHERE;
      // auditwheel's order; unlike ld.so it lets the main file's RUNPATH serve indirect needs too.
      const paths = [...main.rpath, ...own.rpath, ...own.runpath, ...main.runpath];
      stack.push({ elf: found.elf, paths, next: 0 });
    }
  }
  return { root, resolutions };
}

/** The elements that lie in the wheel; RPATH counts only where RUNPATH has none (gABI: `DT_RUNPATH` supersedes `DT_RPATH`). */
function ownPaths(elf: ElfFacts, path: string, directories: ReadonlySet<string>): SearchPaths {
  const inWheel = (list: string | null): SearchElement[] =>
    searchElements(list, path, directories).filter((element) => element.place === "in-wheel");
  const runpath = inWheel(elf.runpath);
  return { rpath: runpath.length > 0 ? [] : inWheel(elf.rpath), runpath };
}

const NOWHERE: SearchPaths = { rpath: [], runpath: [] };

function find(
  needed: string,
  asking: ElfFacts,
  paths: readonly SearchElement[],
  index: WheelIndex,
): Resolution {
  const name = fileNameOf(needed);
  const places = index.byName.get(name);
  if (places !== undefined || index.impostors.size > 0) {
    // A needed name with a slash is joined to each directory like any other; an absolute one leaves the wheel.
    const below = needed.startsWith("/") ? null : directoryOf(needed);
    for (const via of below === null ? [] : paths) {
      const directory = below === "" ? via.directory : normalizePath(`${via.directory}/${below}`);
      if (directory === null) continue;
      const library = places?.get(directory);
      if (library !== undefined) {
        if (library.elf === null || isCompatible(asking, library.elf))
          return { needed, outcome: "found", library, via };
      } else if (index.impostors.has(directory === "" ? name : `${directory}/${name}`)) {
        return { needed, outcome: "impostor", library: null, via };
      }
    }
  }
  return { needed, outcome: "not-found", library: null, via: null };
}

/** `ELFOSABI_NONE` and `ELFOSABI_GNU` mix. */
export function isCompatible(a: ElfFacts, b: ElfFacts): boolean {
  const plain = (osAbi: number): boolean => osAbi === 0 || osAbi === 3;
  return (
    (a.osAbi === b.osAbi || (plain(a.osAbi) && plain(b.osAbi))) &&
    a.class === b.class &&
    a.byteOrder === b.byteOrder &&
    a.machine === b.machine
  );
}

/** Resolves `.` and `..`; null when the path leaves the root. */
export function normalizePath(path: string): string | null {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}
