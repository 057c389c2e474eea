/** `$ORIGIN` and the way from the directory of one file to that of another: `$ORIGIN/../lib`. */
export function rpathBetween(from: string, to: string): string {
  const source = from.split("/").slice(0, -1);
  const goal = to.split("/").slice(0, -1);
  let common = 0;
  while (common < source.length && common < goal.length && source[common] === goal[common]) common += 1;
  return ["$ORIGIN", ...source.slice(common).map(() => ".."), ...goal.slice(common)].join("/");
}
