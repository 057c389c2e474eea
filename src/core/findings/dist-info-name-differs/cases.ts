import { wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheel({ distInfoDirectories: ["pkg-0.9.dist-info"] }),
    sentence: "The metadata directory is pkg-0.9.dist-info, but the file name asks for pkg-1.0.dist-info.",
    evidence: { in: "pkg-0.9.dist-info", note: "expected pkg-1.0.dist-info" },
  },
];
