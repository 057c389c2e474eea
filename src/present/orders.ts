/** The orders of rows that no table of ours states. */

/** Version names sort by their numbers: GLIBC_2.4 before GLIBC_2.34, GLIBC_PRIVATE last. Plain tags work too. */
export function compareVersions(a: string, b: string): number {
  const left = a.split(/[._-]/);
  const right = b.split(/[._-]/);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const one = left[index];
    const two = right[index];
    if (one === two) continue;
    if (one === undefined) return -1;
    if (two === undefined) return 1;
    const [x, y] = [Number(one), Number(two)];
    if (Number.isNaN(x) || Number.isNaN(y)) {
      if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
      return one < two ? -1 : 1;
    }
    if (x !== y) return x - y;
  }
  return 0;
}
