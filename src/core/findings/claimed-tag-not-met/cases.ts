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
      "pip installs this wheel wherever manylinux_2_17_x86_64 fits, but it needs glibc 2.34 and GLIBCXX_3.4.30 (GCC 12.1 or newer).",
    evidence: {
      note: "manylinux_2_17_x86_64: the wheel needs glibc 2.34 and GLIBCXX_3.4.30 (GCC 12.1 or newer)",
    },
  },
];
