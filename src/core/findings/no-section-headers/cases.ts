import { wheelWith, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "info",
    facts: wheelWith({
      needs: { "libc.so.6": ["GLIBC_2.2.5 free"] },
      sections: { count: 0, dynamicSymbols: false, versionNeeds: false },
    }),
    sentence:
      "pkg/_x.so has no usable section headers: auditwheel sees neither symbols nor version needs in it. They are judged here all the same.",
    evidence: { in: "pkg/_x.so", note: "1 version need unseen" },
  },
];
