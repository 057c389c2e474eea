import { cudaCode, library, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "info",
    facts: wheel({ libraries: [library("pkg/libmain.so", { gpu: cudaCode({ "sm_80 sm_90": 3 }) })] }),
    sentence:
      "pkg/libmain.so has no PTX: GPUs later than those of 9.0 cannot run the code; of those known today it does not run on " +
      "Blackwell (10.0–12.1).",
    evidence: { in: "pkg/libmain.so", note: "3 of 3 kernel groups without PTX" },
  },
];
