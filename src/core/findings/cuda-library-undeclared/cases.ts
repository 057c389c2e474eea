import { extension, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheel({ libraries: [extension("pkg/_x.so", { needed: ["libc.so.6", "libcublas.so.12"] })] }),
    sentence:
      "pkg/_x.so needs libcublas.so.12, but the wheel asks for no package that brings it (nvidia-cublas-cu12).",
    evidence: {
      in: "pkg/_x.so",
      from: "libcublas.so.12",
      note: "brought by nvidia-cublas-cu12; no search path leads to it",
    },
  },
];
