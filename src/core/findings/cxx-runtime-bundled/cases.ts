import { extension, library, wheel, type Cases } from "../case.ts";

const module = (needed: string) =>
  extension("pkg/_x.so", { needed: ["libc.so.6", needed], rpath: "$ORIGIN/../pkg.libs" });

const versions = ["GLIBCXX_3.4", "GLIBCXX_3.4.9", "GLIBCXX_3.4.29", "CXXABI_1.3"];

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheel({
      libraries: [
        module("libstdc++.so.6"),
        library("pkg.libs/libstdc++.so.6", { soname: "libstdc++.so.6", versionDefinitions: versions }),
      ],
    }),
    sentence:
      "The wheel brings libstdc++.so.6 (up to GLIBCXX_3.4.29, of GCC 11.1) under the system's name: the first one that a process " +
      "loads serves everybody in it, this copy in place of the system's or of another wheel's, or another one in place of it.",
    evidence: {
      in: "pkg.libs/libstdc++.so.6",
      note: "versions up to GLIBCXX_3.4.29 (GCC 11.1), the system's name",
    },
  },
  {
    severity: "info",
    facts: wheel({
      libraries: [
        module("libstdc++-1a2b3c4d.so.6.0.29"),
        library("pkg.libs/libstdc++-1a2b3c4d.so.6.0.29", {
          soname: "libstdc++-1a2b3c4d.so.6.0.29",
          needed: ["libc.so.6", "libgcc_s-5e6f7a8b.so.1"],
          versionDefinitions: versions,
        }),
        library("pkg.libs/libgcc_s-5e6f7a8b.so.1", {
          soname: "libgcc_s-5e6f7a8b.so.1",
          versionDefinitions: ["GCC_3.0", "GCC_7.0.0"],
        }),
      ],
    }),
    sentence:
      "The wheel brings libstdc++-1a2b3c4d.so.6.0.29 and libgcc_s-5e6f7a8b.so.1 (up to GLIBCXX_3.4.29, of GCC 11.1), renamed: the " +
      "system's may stand beside them in one process, and an exception or a std::locale that crosses from libraries of one to those of the " +
      "other may not be understood there.",
    evidence: {
      in: "pkg.libs/libstdc++-1a2b3c4d.so.6.0.29",
      note: "versions up to GLIBCXX_3.4.29 (GCC 11.1), a name of its own",
    },
    total: 2,
  },
];
