import { cudaCode, library, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheel({
      libraries: [
        library("pkg/libmain.so", { gpu: cudaCode({ "sm_75 sm_80 sm_90": 414 }) }),
        library("pkg/liblinalg.so", { gpu: cudaCode({ "sm_80 sm_90": 65 }) }),
      ],
    }),
    sentence:
      "All 65 kernel groups of pkg/liblinalg.so lack code for Turing (7.5), which most others have; a call of such a " +
      "kernel fails there with “no kernel image is available for execution on the device”.",
    evidence: {
      in: "pkg/liblinalg.so",
      note: "7.5: 65 of 65 kernel groups without code, such as those with sm_80, sm_90",
    },
  },
];
