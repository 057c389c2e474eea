import { wheelWith, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheelWith({ needs: { "libc.so.6": ["GLIBC_PRIVATE __libc_dlopen_mode"] } }),
    sentence:
      "pkg/_x.so uses __libc_dlopen_mode of GLIBC_PRIVATE, which exists only in the very build of glibc it was linked with.",
    evidence: { in: "pkg/_x.so", symbol: "__libc_dlopen_mode", version: "GLIBC_PRIVATE", from: "libc.so.6" },
  },
];
