import { extension, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheel({
      impostors: ["pkg/libb.so"],
      libraries: [extension("pkg/_x.so", { needed: ["libb.so", "libc.so.6"], rpath: "$ORIGIN" })],
    }),
    sentence: "pkg/libb.so bears the name of a needed library but is no ELF file.",
    evidence: { in: "pkg/libb.so", note: "not an ELF file" },
  },
];
