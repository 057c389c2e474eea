/**
 * Names of symbol versions, such as `GLIBC_2.34`, taken apart and compared as numbers. Not every name is a number:
 * `GLIBC_PRIVATE` and `GLIBC_ABI_DT_RELR` are markers, and each marker is a family of its own.
 */

export interface VersionName {
  /** What stands before the number, e.g. `GLIBC` or `CXXABI_LDBL`; the whole name if there is no number. */
  readonly family: string;
  /** e.g. `[2, 34]`; null for a marker. */
  readonly numbers: readonly number[] | null;
}

/** The parts between underscores that are numbers, from the end: `OPENSSL_1_1_0` has three, `GLIBCXX_IEEE128_3.4.29` one. */
const NUMBER = /^\d{1,9}(?:\.\d{1,9})*$/;
/** The last may carry a letter, which counts as one more number: `OPENSSL_1_0_1d`. */
const LETTERED = /^(\d{1,9}(?:\.\d{1,9})*)([a-z])$/;

export function parseVersionName(name: string): VersionName {
  if (name.length > LONGEST) return takeApart(name);
  let answer = answers.get(name);
  if (answer === undefined) {
    answer = takeApart(name);
    if (answers.size >= ANSWER_LIMIT) answers.clear();
    answers.set(name, answer);
  }
  return answer;
}

/** Hundreds of files of one wheel ask for the same few dozen versions, and every reading takes them apart again. */
const answers = new Map<string, VersionName>();
const ANSWER_LIMIT = 2000;
/** What is longer is nobody's version and not worth the memory. */
const LONGEST = 100;

function takeApart(name: string): VersionName {
  const parts = name.split("_");
  const [, digits, letter] = LETTERED.exec(parts.at(-1) ?? "") ?? [];
  if (digits !== undefined) parts[parts.length - 1] = digits;
  let first = parts.length;
  while (first > 1 && NUMBER.test(parts[first - 1] ?? "")) first -= 1;
  const family = parts.slice(0, first).join("_");
  if (first === parts.length || family === "") return { family: name, numbers: null };
  const numbers = parts.slice(first).flatMap((part) => part.split(".").map(Number));
  if (letter !== undefined) numbers.push(letter.charCodeAt(0) - 96);
  return { family, numbers };
}

/** Compares element by element; a missing element is smaller, so 3.4 comes before 3.4.0. */
export function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Orders full names: by family, then by number, oldest first; markers before numbers. */
export function compareVersionNames(a: string, b: string): number {
  const [left, right] = [parseVersionName(a), parseVersionName(b)];
  if (left.family !== right.family) return left.family < right.family ? -1 : 1;
  return compareNumbers(left.numbers ?? [], right.numbers ?? []);
}

/**
 * Markers by which glibc says that it understands a feature of the file format, and the release that began to provide
 * them (glibc NEWS for 2.36 and 2.42).
 */
const GLIBC_MARKERS: Readonly<Record<string, readonly number[]>> = {
  GLIBC_ABI_DT_RELR: [2, 36],
  GLIBC_ABI_GNU_TLS: [2, 42],
  GLIBC_ABI_GNU2_TLS: [2, 42],
  GLIBC_ABI_DT_X86_64_PLT: [2, 42],
};

/**
 * The glibc release that a version name asks for, e.g. `[2, 36]` for `GLIBC_ABI_DT_RELR`. Null for other families and for
 * names that no release number answers (`GLIBC_PRIVATE`).
 */
export function glibcRelease(name: string): readonly number[] | null {
  const { family, numbers } = parseVersionName(name);
  if (family === "GLIBC") return numbers;
  return Object.hasOwn(GLIBC_MARKERS, name) ? (GLIBC_MARKERS[name] ?? null) : null;
}

/** Versions of the C library and of the compiler's runtime. */
export type MainFamily = "GLIBC" | "GLIBCXX" | "CXXABI" | "GCC";

/** The families that systems and policies are known by; shown first, as columns of their own, in this order. */
export const MAIN_FAMILIES: readonly MainFamily[] = ["GLIBC", "GLIBCXX", "CXXABI", "GCC"];

export const isMainFamily = (family: string): family is MainFamily =>
  (MAIN_FAMILIES as readonly string[]).includes(family);

export function compareFamilies(a: string, b: string): number {
  const rank = (family: string): number => {
    return isMainFamily(family) ? MAIN_FAMILIES.indexOf(family) : MAIN_FAMILIES.length;
  };
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}
