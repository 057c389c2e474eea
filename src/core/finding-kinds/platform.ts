/** Findings about the platform tag and what it promises. */
import type { FindingId, FindingKind } from "../findings/index.ts";

export const platformFindings = {
  "claimed-tag-not-met": {
    title: "Claimed tag not met",
    severity: "error",
    summary: "The file name promises a platform tag whose rules the contents break.",
  },
  "symbol-version-too-new": {
    title: "Symbol versions too new",
    severity: "error",
    summary: "A library asks the system for symbol versions that the claimed tag does not promise.",
  },
  "library-missing": {
    title: "Library missing",
    severity: "error",
    summary: "A needed library is neither in the wheel nor promised by any policy.",
  },
  "library-not-allowed": {
    title: "Library not allowed by the claimed tag",
    severity: "error",
    summary: "A needed system library is promised only by newer policies than the claimed one.",
  },
  "forbidden-symbol": {
    title: "Forbidden symbols",
    severity: "error",
    summary: "A library uses symbols of an allowed system library that not every system of the tag has.",
  },
  "isa-above-baseline": {
    title: "Needs a newer CPU than the tag promises",
    severity: "error",
    summary: "A library is marked as needing processor features above the architecture's baseline.",
  },
  "private-glibc-symbol": {
    title: "Private glibc symbols",
    severity: "error",
    summary: "A library uses symbols that glibc keeps for itself and changes from build to build.",
  },
  "libpython-linked": {
    title: "Linked against libpython",
    severity: "error",
    summary: "A library needs libpython as a shared library, which many Python installations do not have.",
  },
  "pyfpe-symbol": {
    title: "Uses PyFPE symbols",
    severity: "error",
    summary: "An extension module imports symbols that only a Python built with --with-fpectl has.",
  },
  "ucs2-symbol": {
    title: "Built for narrow Unicode",
    severity: "error",
    summary: "A Python 2 extension module was built for UCS-2, which Linux distributions do not use.",
  },
  "wrong-architecture": {
    title: "No library of the claimed architecture",
    severity: "error",
    summary: "The tag names one architecture, and all native files are of another.",
  },
  "mixed-architectures": {
    title: "Files of several architectures",
    severity: "warning",
    summary: "The wheel holds native files of more than one architecture.",
  },
  "libc-mixed": {
    title: "Files for different C libraries",
    severity: "error",
    summary: "Some native files are linked for glibc and others for musl or Bionic.",
  },
  "library-unreadable": {
    title: "Library unreadable",
    severity: "error",
    summary: "A native file could not be read, so nothing can be promised about the wheel.",
  },
  "library-unreachable": {
    title: "Library in the wheel, but not found from where it is needed",
    severity: "warning",
    summary: "A needed library is in the wheel, but no search path of the file that needs it leads there.",
  },
  "needed-file-not-elf": {
    title: "Needed library is not a library",
    severity: "error",
    summary: "A file bears the name of a needed library but is no ELF file.",
  },
} satisfies Partial<Record<FindingId, FindingKind>>;
