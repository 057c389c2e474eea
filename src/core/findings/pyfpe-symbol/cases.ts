import { watched, wheelWith, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheelWith({ watchedSymbols: [watched("PyFPE_jbuf", { type: "notype" })] }),
    sentence: "pkg/_x.so imports PyFPE_jbuf, which only a Python built with --with-fpectl has.",
    evidence: { in: "pkg/_x.so", symbol: "PyFPE_jbuf" },
  },
];
