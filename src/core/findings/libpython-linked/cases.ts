import { wheelWith, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheelWith({ needed: ["libc.so.6", "libpython3.12.so.1.0"] }),
    sentence:
      "pkg/_x.so needs libpython3.12.so.1.0; many Pythons are built without it, and then the import fails.",
    evidence: { in: "pkg/_x.so", from: "libpython3.12.so.1.0" },
  },
];
