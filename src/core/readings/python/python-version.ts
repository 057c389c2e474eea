/** Versions of Python as text, `3.7` before `3.10`. */
import { compareNumbers } from "../../../facts/names/version-name.ts";

export function comparePythons(a: string, b: string): number {
  return compareNumbers(a.split(".").map(Number), b.split(".").map(Number));
}

/** The highest; null if there is none. */
export function highestPython(versions: Iterable<string>): string | null {
  let highest: string | null = null;
  for (const each of versions) if (highest === null || comparePythons(each, highest) > 0) highest = each;
  return highest;
}

/** `3.7` → `cp37`. */
export const pythonTag = (version: string): string => `cp${version.replace(".", "")}`;

/** `3.10` → `0x030A0000`, as `Py_LIMITED_API` wants it. */
export function limitedApi(version: string): string {
  const [major = 3, minor = 2] = version.split(".").map(Number);
  const two = (number: number): string => number.toString(16).toUpperCase().padStart(2, "0");
  return `0x${two(major)}${two(minor)}0000`;
}
