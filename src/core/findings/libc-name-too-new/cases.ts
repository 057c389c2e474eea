import { extension, wheel, type Cases } from "../case.ts";

/** A module of a manylinux wheel that was not linked with glibc, and asks for a name without a version. */
const asking = (tags: string, name: string) => ({
  ...wheel({
    tags,
    libraries: [{ ...extension("pkg/_x.so"), links: { owners: [], unowned: { count: 1, names: [name] } } }],
  }),
  preloadHints: [],
});

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
    sentence:
      "pkg/_x.so asks for statx, which musl has since 1.2.5; where it is not found, the import fails.",
    evidence: { in: "pkg/_x.so", symbol: "statx", note: "in musl since 1.2.5" },
  },
  {
    severity: "warning",
    facts: asking("manylinux_2_28_x86_64", "strlcpy"),
    sentence:
      "pkg/_x.so asks for strlcpy, which glibc has since 2.38; where it is not found, the import fails.",
    evidence: { in: "pkg/_x.so", symbol: "strlcpy", note: "in glibc since 2.38" },
  },
];
