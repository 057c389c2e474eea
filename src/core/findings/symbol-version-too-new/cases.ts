import { wheelWith, type Cases } from "../case.ts";

const tooNew = wheelWith({
  needs: {
    "libc.so.6": ["GLIBC_2.14 memcpy", "GLIBC_2.34 zzz pthread_create", "GLIBC_2.33 stat"],
    "libstdc++.so.6": ["GLIBCXX_3.4.30 _ZSt1x"],
  },
});

export const cases: Cases = [
  {
    severity: "error",
    facts: tooNew,
    sentence:
      "pkg/_x.so asks for GLIBC_2.34 and GLIBCXX_3.4.30 (pthread_create and zzz); manylinux_2_17_x86_64 ends at GLIBC_2.17 and GLIBCXX_3.4.19.",
    evidence: { in: "pkg/_x.so", version: "GLIBC_2.34", from: "libc.so.6", symbol: "zzz" },
    total: 4,
  },
];
