/**
 * Where the loader looks for a needed library (ld.so(8)): RPATH of the file and of those that loaded it, unless the file has a RUNPATH
 * (a file's RPATH is void beside its own RUNPATH); LD_LIBRARY_PATH, which nobody sets here; its RUNPATH; the system. A file of another
 * class or machine is passed by (glibc, `elf/dl-load.c`, `open_verify`).
 */
import type { ElfFacts, LibraryFacts } from "../../facts/model.ts";
import { directoryOf, fileNameOf } from "../../facts/path.ts";
import { isCompatible, normalizePath } from "../linkage/resolve.ts";
import type { Loaded } from "./loaded.ts";

/** Files among which the loader looks. */
export interface Files {
  /** File name → directory (without a slash at its ends) → library. */
  readonly byName: ReadonlyMap<string, ReadonlyMap<string, LibraryFacts>>;
  /**
   * Whether paths begin at the root of the file system. Otherwise they begin at site-packages: what a search path names absolutely, or
   * above that, is not known.
   */
  readonly rooted: boolean;
  /** What the system has in its own folders, by name; empty: not known. */
  readonly system: ReadonlyMap<string, LibraryFacts>;
}

/** Null: not among the files. `budget`: steps left. */
export function search(
  needed: string,
  asker: Loaded,
  files: Files,
  budget: { left: number },
): LibraryFacts | null {
  const { elf } = asker.library;
  if (elf === null) return null;
  if (needed.includes("/")) return byPath(needed, asker.library, files, elf);
  const places = files.byName.get(needed);
  if (places !== undefined) {
    for (const directory of searched(asker, files, budget)) {
      const library = places.get(directory);
      if (library !== undefined && fits(library, elf)) return library;
    }
  }
  const own = files.system.get(needed);
  return own !== undefined && fits(own, elf) ? own : null;
}

const fits = (library: LibraryFacts, asker: ElfFacts): boolean =>
  library.elf === null || isCompatible(asker, library.elf);

/** A needed name with a slash is a path, from the current directory on if it does not begin with one. */
function byPath(needed: string, { path }: LibraryFacts, files: Files, elf: ElfFacts): LibraryFacts | null {
  const directory = directoriesOf(directoryOf(needed), path, files)[0];
  const library = directory === undefined ? undefined : files.byName.get(fileNameOf(needed))?.get(directory);
  return library !== undefined && fits(library, elf) ? library : null;
}

function* searched(asker: Loaded, files: Files, budget: { left: number }): Generator<string> {
  const { elf } = asker.library;
  const musl = elf?.libc === "musl";
  const runpath = elf?.runpath ?? null;
  if (runpath !== null && !musl) {
    budget.left -= 1;
    yield* directoriesOf(runpath, asker.library.path, files);
    return;
  }
  for (let each: Loaded | null = asker; each !== null; each = each.loader) {
    budget.left -= 1;
    const { elf: own, path } = each.library;
    // For musl both are the same, and those of the loaders count too (`ldso/dynlink.c`, `load_library`).
    const list = musl ? (own?.runpath ?? own?.rpath ?? null) : own?.runpath === null ? own.rpath : null;
    if (list !== null) yield* directoriesOf(list, path, files);
  }
}

/** The folders in which a needed library was looked for, in order; the system's own come last. */
export const placesSearched = (asker: Loaded, files: Files): string[] => [
  ...new Set(searched(asker, files, { left: Infinity })),
];

const known = new WeakMap<Files, Map<string, readonly string[]>>();

/** Folders that a search path names, as seen from the file at `path`. Taken apart once. */
function directoriesOf(list: string, path: string, files: Files): readonly string[] {
  let lists = known.get(files);
  if (lists === undefined) known.set(files, (lists = new Map()));
  const key = `${directoryOf(path)}:${list}`;
  let directories = lists.get(key);
  if (directories === undefined) {
    directories = list.split(":").flatMap((element) => directoryNamed(element, path, files.rooted) ?? []);
    lists.set(key, directories);
  }
  return directories;
}

/** Null: not known where that is. An empty element is the current directory. */
function directoryNamed(element: string, path: string, rooted: boolean): string | null {
  const origin = /^\$(?:ORIGIN|\{ORIGIN\})(.*)$/s.exec(element);
  if (origin !== null) return normalizePath(directoryOf(path) + (origin[1] ?? ""));
  if (element === "") return rooted ? null : "";
  return rooted && element.startsWith("/") ? normalizePath(element) : null;
}
