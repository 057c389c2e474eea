import { extension, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheel({
      requiresDist: ["nvidia-cublas-cu12", "nvidia-cuda-runtime>=13,<14"],
      libraries: [extension("pkg/_x.so", { needed: ["libc.so.6", "libcublas.so.12", "libcudart.so.13"] })],
    }),
    sentence: "pkg/_x.so brings libraries of CUDA 12 and 13 into one process.",
    evidence: { in: "pkg/_x.so", from: "libcublas.so.12", note: "CUDA 12" },
    total: 2,
  },
];
