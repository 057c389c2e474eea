/** Pythons for which a release has a wheel on one architecture and none on another. */
import { list, say, tag } from "../sentence.ts";
import type { Difference, ReleaseRow } from "./release.ts";
import { compareArchitectures, comparePythons } from "./row-order.ts";
import type { Siblings } from "./siblings.ts";

/** More pairs than any release has; what somebody made up is not worth the time. */
const MOST = 100_000;

/**
 * A note for each architecture that lacks some; what an abi3 wheel or one for every Python serves is not missing. None if half of all
 * is missing: such files are no release, just some wheels of it.
 */
export function pythonMissing({ rows }: Siblings): Difference[] {
  const byArchitecture = new Map<string, ReleaseRow[]>();
  for (const row of rows) {
    const architecture = row.architecture ?? "";
    const known = byArchitecture.get(architecture);
    if (known === undefined) byArchitecture.set(architecture, [row]);
    else known.push(row);
  }
  const pythons = [...new Set(rows.map(({ python }) => python))].sort(comparePythons);
  if (byArchitecture.size * rows.length > MOST) return [];
  const architectures = [...byArchitecture].sort(([a], [b]) => compareArchitectures(a, b));
  const gaps = architectures.map(([architecture, own]) => ({
    architecture,
    missing: pythons.filter((python) => !own.some((row) => serves(row, python))),
  }));
  const all = gaps.reduce((sum, { missing }) => sum + missing.length, 0);
  if (all * 2 >= architectures.length * pythons.length) return [];
  return gaps.flatMap(({ architecture, missing }): Difference[] => {
    if (missing.length === 0) return [];
    return [
      {
        kind: "python-missing",
        severity: "info",
        sentence: say`Among these files is no wheel for ${list(missing.map(tag), 4)} on ${architecture}.`,
        family: null,
        finding: null,
        rows: [],
        marks: [],
      },
    ];
  });
}

/** `cp38-abi3` serves `cp312`, not the free-threaded `cp313t`; `py3` serves every Python 3. */
function serves(row: ReleaseRow, python: string): boolean {
  if (row.python === python) return true;
  if (row.pythonTags.some((each) => each === "py3") && row.abiTags.includes("none")) return true;
  const wanted = /^cp3(\d+)(?:-abi3)?$/.exec(python);
  if (wanted === null || !row.abiTags.includes("abi3")) return false;
  return row.pythonTags.some((each) => {
    const floor = /^cp3(\d+)$/.exec(each);
    return floor !== null && Number(floor[1]) <= Number(wanted[1]);
  });
}
