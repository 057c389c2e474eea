import { library, plainExtension, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheel({ libraries: [plainExtension(), library("pkg/hidden.so", { inRecord: false })] }),
    sentence:
      "pkg/hidden.so is not listed in RECORD, so auditwheel never looks at it and pip leaves it behind when the package is removed.",
    evidence: { in: "pkg/hidden.so" },
  },
];
