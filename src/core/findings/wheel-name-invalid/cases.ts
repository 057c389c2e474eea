import { wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheel({ fileName: "pkg-1.0 (1).whl" }),
    sentence:
      "pkg-1.0 (1).whl is not a valid wheel file name, so no tag can be read from it and installers refuse it.",
  },
];
