import { extension, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "info",
    facts: wheel({
      libraries: [
        extension("pkg/_x.so", {
          uniqueExports: { count: 42, symbols: ["_ZN5boost6system7theoneE", "_ZGVNSt6locale2idE", "plain"] },
        }),
      ],
    }),
    sentence:
      "pkg/_x.so exports 42 unique symbols of boost: a process keeps one of each, so copies in other wheels share their " +
      "variables with this one.",
    evidence: { in: "pkg/_x.so", symbol: "_ZN5boost6system7theoneE" },
    total: 42,
  },
];
