/** Release numbers as text, `2.17`, compared as numbers. */
import { compareNumbers } from "../version-name.ts";

const numbersOf = (release: string): number[] => release.split(".").map(Number);

/** Negative where `a` is older. */
export const compareReleases = (a: string, b: string): number => compareNumbers(numbersOf(a), numbersOf(b));
