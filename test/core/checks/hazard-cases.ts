/** Findings about loading libraries together, or on other kernels. */
import { extension, library, wheel } from "../builders.ts";
import type { Case } from "./case.ts";

export const hazardCases: readonly Case[] = [
  {
    id: "static-tls",
    severity: "warning",
    facts: wheel({ libraries: [extension("pkg/_x.so", { staticTls: true })] }),
    sentence:
      "pkg/_x.so wants static thread-local storage, of which glibc keeps very little for libraries loaded after the start; " +
      "when others have used it up, the import fails with “cannot allocate memory in static TLS block”.",
    evidence: { in: "pkg/_x.so", note: "DF_STATIC_TLS" },
  },
  {
    id: "page-alignment",
    severity: "warning",
    facts: wheel({
      tags: "manylinux_2_17_aarch64",
      libraries: [extension("pkg/_x.so", { architecture: "aarch64", machine: 183, loadAlignment: 4096 })],
    }),
    sentence:
      "pkg/_x.so is aligned for pages of 4 KiB and does not load where the kernel has pages of 16 KiB (Raspberry Pi 5, Asahi Linux) " +
      "or 64 KiB (RHEL 8, 64k kernels of RHEL 9 and Ubuntu).",
    evidence: { in: "pkg/_x.so", note: "segments aligned to 4 KiB" },
  },
  {
    id: "unique-exports",
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
  {
    id: "several-openmp",
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
