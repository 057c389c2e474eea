import { wheelWith, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheelWith({ executableStack: true }),
    sentence:
      "pkg/_x.so asks for an executable stack; on glibc 2.41 and newer the import fails with “cannot enable executable stack”.",
    evidence: { in: "pkg/_x.so", note: "PT_GNU_STACK is executable" },
  },
];
