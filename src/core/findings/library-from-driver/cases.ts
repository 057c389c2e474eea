import { extension, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheel({ libraries: [extension("pkg/_x.so", { needed: ["libc.so.6", "libcuda.so.1"] })] }),
    sentence:
      "pkg/_x.so needs libcuda.so.1 from the GPU driver; where no driver is installed, the import that loads it fails.",
    evidence: { in: "pkg/_x.so", from: "libcuda.so.1" },
  },
];
