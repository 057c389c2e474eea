import { extension, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheel({ libraries: [extension("pkg-1.0.data/purelib/pkg/_x.so")] }),
    sentence:
      "pkg-1.0.data/purelib/pkg/_x.so lies in a purelib folder, which installers put where only pure Python belongs; auditwheel refuses such a wheel.",
    evidence: { in: "pkg-1.0.data/purelib/pkg/_x.so" },
  },
];
