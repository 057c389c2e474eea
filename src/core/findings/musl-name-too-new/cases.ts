import { extension, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "warning",
    facts: {
      ...wheel({
        tags: "musllinux_1_2_x86_64",
        libraries: [
          {
            ...extension("pkg/_x.so", { libc: "musl", needed: ["libc.musl-x86_64.so.1"] }),
            links: { owners: [], unowned: { count: 1, names: ["statx"] } },
          },
        ],
      }),
      preloadHints: [],
    },
    sentence: "pkg/_x.so asks for statx, which musl has since 1.2.5; with an older one the import fails.",
    evidence: { in: "pkg/_x.so", symbol: "statx", note: "in musl since 1.2.5" },
  },
];
