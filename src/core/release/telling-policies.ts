/** Which lines of a matrix of policies are worth showing at first. */
import type { PolicyLine, ReleaseFamily } from "./release.ts";

/** The policies claimed, the newest that no wheel meets, and each from which on other wheels fit. In the order of the family. */
export function tellingPolicies({ policies }: ReleaseFamily): PolicyLine[] {
  const key = ({ cells }: PolicyLine): string =>
    cells.map(({ state, limiting }) => `${state} ${limiting.join(" ")}`).join();
  const meets = ({ cells }: PolicyLine): boolean =>
    cells.some(({ state }) => state === "all" || state === "some");
  const first = policies.findIndex(meets);
  return policies.filter((line, position) => {
    if (line.cells.some(({ claiming }) => claiming.length > 0)) return true;
    if (first < 0) return position === policies.length - 1;
    if (position < first) return position === first - 1;
    const before = policies[position - 1];
    return before === undefined || key(before) !== key(line);
  });
}
