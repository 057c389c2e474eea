/**
 * Scripts of the wheel that may load libraries before a module asks for them, or tell the loader where to look. Looked for only if a
 * library is in the wheel and no search path of whoever needs it leads there, or if none of the libraries that a file needs has a name
 * that it asks for: then everything rests on such a script.
 */
import { isRuntimeLibrary } from "../../facts/names/runtime-library.ts";
import { directoryOf, fileNameOf } from "../../facts/path.ts";
import type { LibraryFacts, WheelFacts } from "../../facts/model.ts";
import type { ByteSource } from "../byte-source.ts";
import { Failure } from "../failure.ts";
import { Pace } from "../pace.ts";
import { readEntry } from "../zip/entry.ts";
import type { ZipEntry } from "../zip/directory.ts";
import type { WheelFiles } from "./wheel-files.ts";

/** Bytes of one script, and of all that are looked through; real packages have far less. */
const scriptBytes = 1 << 20;
const allBytes = 64 << 20;
/** Scripts named. */
const most = 20;

/** What Python's documentation and ld.so(8) name for the purpose. */
const words =
  /\b(?:ctypes|cdll|CDLL|dlopen|RTLD_GLOBAL|setdlopenflags|add_dll_directory|LD_LIBRARY_PATH|LD_PRELOAD|load_library)\b/;

/** The first word in a script that names a way to load libraries, or to say where they are; null: none. */
export const preloadWord = (text: string): string | null => words.exec(text)?.[0] ?? null;

type Hints = NonNullable<WheelFacts["preloadHints"]>;

/** Null: there was no reason to look. A script that cannot be read counts as one that may do anything. */
export async function preloadHints(
  source: ByteSource,
  files: WheelFiles,
  libraries: readonly LibraryFacts[],
): Promise<Hints | null> {
  if (!someUnreached(libraries) && !someUnbound(libraries)) return null;
  const pace = new Pace();
  const hints: Hints[number][] = [];
  let left = allBytes;
  for (const [path, entry] of files.byPath) {
    if (hints.length === most) break;
    if (!isScript(path, entry)) continue;
    left -= entry.sizeBytes;
    const word = left < 0 ? "not looked through" : await wordIn(source, entry);
    if (word !== null) hints.push({ path, word });
    await pace.rest();
  }
  return hints;
}

async function wordIn(source: ByteSource, entry: ZipEntry): Promise<string | null> {
  try {
    const text = new TextDecoder("latin1").decode(await readEntry(source, entry, scriptBytes));
    return preloadWord(text);
  } catch (error) {
    if (error instanceof Failure) return "not readable";
    throw error;
  }
}

/** Python, and shell scripts, which often have no suffix. */
function isScript(path: string, { sizeBytes }: ZipEntry): boolean {
  const name = fileNameOf(path);
  if (path.includes(".dist-info/")) return false;
  return /\.(?:py|pth|sh)$/.test(name) || (!name.includes(".") && sizeBytes < 64 << 10);
}

/** Whether some needed library lies in the wheel outside of the directories that the search path of its needer names. */
function someUnreached(libraries: readonly LibraryFacts[]): boolean {
  const places = new Map<string, Set<string>>();
  for (const { path } of libraries) {
    const name = fileNameOf(path);
    places.set(name, (places.get(name) ?? new Set()).add(directoryOf(path)));
  }
  return libraries.some(({ path, elf }) => {
    if (elf === null) return false;
    const reached = new Set(searched(elf.runpath ?? elf.rpath ?? "", directoryOf(path)));
    return elf.needed.some((needed) => {
      const folders = places.get(needed);
      return folders !== undefined && ![...folders].some((folder) => reached.has(folder));
    });
  });
}

/** Directories of the wheel that a search path names by `$ORIGIN`. */
function searched(searchPath: string, origin: string): string[] {
  return searchPath.split(":").flatMap((element) => {
    const below = /^\$(?:ORIGIN|\{ORIGIN\})(?:\/(.*))?$/.exec(element);
    if (below === null) return [];
    const parts = origin === "" ? [] : origin.split("/");
    for (const part of (below[1] ?? "").split("/")) {
      if (part === "..") parts.pop();
      else if (part !== "" && part !== ".") parts.push(part);
    }
    return [parts.join("/")];
  });
}

/** Whether a file asks for a name that neither it, nor what it needs, directly or through others, has. */
function someUnbound(libraries: readonly LibraryFacts[]): boolean {
  const places = new Map<string, number>();
  for (const [place, { path, elf }] of libraries.entries()) {
    for (const name of [fileNameOf(path), elf?.soname ?? fileNameOf(path)]) places.set(name, place);
  }
  return libraries.some(({ links }, place) => {
    if (links === null || (links.unowned.count === 0 && links.owners.length === 0)) return false;
    const reached = new Set([place]);
    // Grows while it is gone through.
    for (const each of reached) {
      for (const needed of libraries[each]?.elf?.needed ?? []) {
        const found = places.get(needed);
        if (found !== undefined) reached.add(found);
        else if (!isRuntimeLibrary(needed)) return false;
      }
    }
    return links.unowned.count > 0 || links.owners.some((set) => !set.in.some((owner) => reached.has(owner)));
  });
}
