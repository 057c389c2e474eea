/** Which pieces of two names are the same, in order: the longest common sequence, its matches as late as can be. */
import type { Piece } from "./mangled.ts";

/** For each piece of either name, whether the other has it too. Time is the product of the lengths; for names of our own. */
export function commonPieces(
  a: readonly Piece[],
  b: readonly Piece[],
): { readonly a: readonly boolean[]; readonly b: readonly boolean[] } {
  const width = b.length + 1;
  /** At `i * width + j`: how many of the first `i` and the first `j` pieces are common. */
  const counts = new Uint16Array((a.length + 1) * width);
  const count = (i: number, j: number): number => counts[i * width + j] ?? 0;
  const equal = (i: number, j: number): boolean => a[i - 1]?.text === b[j - 1]?.text;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      counts[i * width + j] = equal(i, j)
        ? count(i - 1, j - 1) + 1
        : Math.max(count(i - 1, j), count(i, j - 1));
    }
  }
  const inA = a.map(() => false);
  const inB = b.map(() => false);
  let [i, j] = [a.length, b.length];
  while (i > 0 && j > 0) {
    if (equal(i, j)) {
      i -= 1;
      j -= 1;
      inA[i] = true;
      inB[j] = true;
    } else if (count(i - 1, j) >= count(i, j - 1)) i -= 1;
    else j -= 1;
  }
  return { a: inA, b: inB };
}
