import { extension, library, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheel({
      libraries: [extension("pkg/_x.so"), library("pkg.libs/libcuda.so.1", { soname: "libcuda.so.1" })],
    }),
    sentence:
      "pkg.libs/libcuda.so.1 is a copy of libcuda.so.1 from the GPU driver; where the machine has another driver, CUDA finds no device.",
    evidence: { in: "pkg.libs/libcuda.so.1", from: "libcuda.so.1" },
  },
];
