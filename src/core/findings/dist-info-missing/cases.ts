import { wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheel({ distInfo: null, distInfoDirectories: [] }),
    sentence: "The archive has no pkg-1.0.dist-info directory at its top, so installers refuse it.",
  },
];
