import { wheelWith, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "good",
    facts: wheelWith({ needs: { "libc.so.6": ["GLIBC_2.14 memcpy"] } }, "manylinux_2_28_x86_64"),
    sentence:
      "The wheel claims manylinux_2_28_x86_64, but would also pass manylinux_2_17_x86_64: it could be installed on older systems.",
  },
];
