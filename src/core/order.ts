/** Orders and choices of items that all of the core shares. */

/** By code units, the same on every machine and in every language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Each text once, where it comes first. */
export const distinct = (items: readonly string[]): string[] => [...new Set(items)];

/** The first item of each kind, then the others: so the beginning of a long list shows all that there is. */
export function spread<T>(items: readonly T[], kind: (item: T) => string): T[] {
  const seen = new Set<string>();
  const first: T[] = [];
  const others: T[] = [];
  for (const item of items) {
    (seen.has(kind(item)) ? others : first).push(item);
    seen.add(kind(item));
  }
  return [...first, ...others];
}
