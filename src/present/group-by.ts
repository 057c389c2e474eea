/** Members by key, keys in the order of their first member. (`Map.groupBy` is younger than the Node that runs our tests.) */
export function groupBy<T, K>(members: readonly T[], keyOf: (member: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const member of members) {
    const key = keyOf(member);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return groups;
}

/** The same, the largest group first; of groups of one size the one whose first member comes first. */
export const largestFirst = <T, K>(
  members: readonly T[],
  keyOf: (member: T) => K,
): (readonly [key: K, members: readonly T[]])[] =>
  [...groupBy(members, keyOf)].sort(([, a], [, b]) => b.length - a.length);
