import { extension, library, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheel({
      libraries: [extension("pkg/_x.so", { needed: ["libb.so", "libc.so.6"] }), library("pkg/libs/libb.so")],
    }),
    sentence:
      "pkg/_x.so needs libb.so, which is in the wheel, but no search path leads there; loading works only if something else has loaded it before.",
    evidence: { in: "pkg/_x.so", from: "libb.so", note: "in the wheel at pkg/libs/libb.so" },
  },
];
