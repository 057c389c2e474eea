/** Whether a whole Python is linked into a file, and whether the file has the right to one. */
import { fileNameOf } from "../../../facts/path.ts";
import type { LibraryFacts } from "../../../facts/model.ts";
import type { StableAbi } from "../../knowledge/python.ts";

/** A Python exports 1,600 names and more; extensions that export some of their own stay far below. */
const MANY_EXPORTS = 300;
/** Of the 200 exports that are kept, Python's own have well over a hundred in the stable ABI. */
const MANY_STABLE = 50;

/** Whether the file exports what an interpreter does. */
export function holdsPython({ elf }: LibraryFacts, abi: StableAbi): boolean {
  const names = elf?.python ?? null;
  if (names === null || names.exportCount < MANY_EXPORTS) return false;
  return names.exports.filter((name) => abi.added.has(name)).length >= MANY_STABLE;
}

/** libpython itself, or PyPy's, under its own name or one that auditwheel gave it. */
export function isPythonItself({ path, elf }: LibraryFacts): boolean {
  const names = [fileNameOf(path), elf?.soname ?? ""];
  return names.some((name) => /^libp(?:ython\d|ypy)/.test(name));
}
