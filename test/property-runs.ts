/** How often a property is tried: in full in CI (`CI=true`) or with `WHEELSCOPE_FULL=1`, else a tenth, so that a change is checked soon. */

const full = process.env["CI"] === "true" || process.env["WHEELSCOPE_FULL"] === "1";

/** Of `inFull` runs those made here, but at least ten. */
export function propertyRuns(inFull: number): number {
  return full ? inFull : Math.min(inFull, Math.max(10, Math.ceil(inFull / 10)));
}
