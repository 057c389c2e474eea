import { plainExtension, unreadable, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheel({ libraries: [plainExtension(), unreadable("pkg/torn.so")] }),
    sentence: "pkg/torn.so could not be read, so the wheel cannot be judged as a whole.",
    evidence: { in: "pkg/torn.so", note: "pkg/torn.so ends before its tables do (section table)." },
  },
];
