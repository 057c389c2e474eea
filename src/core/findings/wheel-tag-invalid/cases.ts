import { plainExtension, wheel, type Cases } from "../case.ts";

const WHO =
  ". pip installs by the file name alone, but pip check (pip 26.3) then ends in an InvalidTag error, and early releases of uv (0.1.14) refuse the wheel.";

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheel({
      libraries: [plainExtension()],
      distInfo: { tags: ["", "cp312-cp312-manylinux_2_17_x86_64"] },
    }),
    sentence: `1 Tag line of WHEEL is empty${WHO}`,
    evidence: { note: "Tag:" },
  },
  // openturns 1.22.
  {
    severity: "warning",
    facts: wheel({
      libraries: [plainExtension()],
      distInfo: { tags: ["", "-manylinux_2_17_x86_64", "-manylinux2014_x86_64"] },
    }),
    sentence: `3 Tag lines of WHEEL are no tags: an empty one, -manylinux_2_17_x86_64 and -manylinux2014_x86_64${WHO}`,
    evidence: { note: "Tag:" },
    total: 3,
  },
];
