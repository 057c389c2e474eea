import { extension, library, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheel({
      libraries: [
        extension("pkg/_x.so", {
          needed: ["libc.so.6", "libgomp-0123abcd.so.1.0.0"],
          rpath: "$ORIGIN/../pkg.libs",
        }),
        extension("pkg/_y.so", {
          needed: ["libc.so.6", "libomp-4567cdef.so.5"],
          rpath: "$ORIGIN/../pkg.libs",
        }),
        library("pkg.libs/libgomp-0123abcd.so.1.0.0", { soname: "libgomp-0123abcd.so.1.0.0" }),
        library("pkg.libs/libomp-4567cdef.so.5", { soname: "libomp-4567cdef.so.5" }),
      ],
    }),
    sentence:
      "The wheel works with 2 OpenMP runtimes, libgomp-0123abcd.so.1.0.0 and libomp-4567cdef.so.5: each starts its own threads, " +
      "and together they are more than there are processors.",
    evidence: { in: "pkg.libs/libgomp-0123abcd.so.1.0.0", note: "OpenMP of GNU" },
    total: 2,
  },
];
