import { wheelWith, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheelWith({ runpath: "/usr/local/lib:$ORIGIN:/home/builder/lib" }),
    sentence:
      "pkg/_x.so searches the absolute paths /home/builder/lib and /usr/local/lib, left over from the build.",
    evidence: { in: "pkg/_x.so", note: "/home/builder/lib" },
    total: 2,
  },
];
