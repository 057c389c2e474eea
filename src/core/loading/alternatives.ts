/**
 * Alternatives of which one is opened: one file for each release of what it works with (`core4` … `core8` for FFmpeg 4 to 8,
 * `lib_3.9.so` … `lib_3.14.so`), or one folder for each GPU (`sm90/ops.so`, `sm100/ops.so`). They differ by numbers in their names; modules
 * have the same init function, since Python imports the one under the name of the other.
 */
import type { LibraryFacts } from "../../facts/model.ts";

/** Equal for files that are alternatives of each other. */
function alternativeKey({ path, elf }: LibraryFacts): string {
  const parts = path.split("/");
  const inits = elf?.role === "extension-module" ? elf.initSymbols.join(" ") : "";
  return `${inits}/${[...parts.slice(0, -2), parts.slice(-2).join("/").replace(/\d+/g, "")].join("/")}`;
}

/** Tells the files that fail and have no alternative that does not. */
export function failsWithoutOther<T>(
  all: readonly T[],
  libraryOf: (each: T) => LibraryFacts,
  fails: (each: T) => boolean,
): (each: T) => boolean {
  const served = new Set(all.flatMap((each) => (fails(each) ? [] : [alternativeKey(libraryOf(each))])));
  return (each) => fails(each) && !served.has(alternativeKey(libraryOf(each)));
}
