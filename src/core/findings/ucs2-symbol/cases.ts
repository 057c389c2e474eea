import { watched, wheelWith, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheelWith({ initSymbols: ["init_x"], watchedSymbols: [watched("PyUnicodeUCS2_AsUTF8String")] }),
    sentence:
      "pkg/_x.so imports PyUnicodeUCS2_AsUTF8String, which only a Python 2 built for narrow Unicode has.",
    evidence: { in: "pkg/_x.so", symbol: "PyUnicodeUCS2_AsUTF8String" },
  },
];
