/** Findings about what happens when a library is loaded. */
import type { FindingId, FindingKind } from "../findings/index.ts";

export const loadingFindings = {
  "executable-stack": {
    title: "Executable stack",
    severity: "warning",
    summary: "A library asks for an executable stack, which glibc 2.41 and newer refuse when it is loaded.",
  },
  "text-relocations": {
    title: "Text relocations",
    severity: "warning",
    summary: "A library must be patched in its code when it is loaded, which hardened systems forbid.",
  },
  "build-path-in-rpath": {
    title: "Absolute path in RPATH",
    severity: "warning",
    summary:
      "A library's search path names directories by absolute paths, usually those of the build machine.",
  },
  "rpath-outside-wheel": {
    title: "RPATH leaves site-packages",
    severity: "info",
    summary: "A relative search path climbs out of the directory into which the wheel is installed.",
  },
  "no-section-headers": {
    title: "No section headers",
    severity: "info",
    summary: "A file has no section headers, so tools that look tables up by section name see nothing in it.",
  },
  "library-from-other-wheel": {
    title: "Libraries expected from other wheels",
    severity: "info",
    summary: "A library's search path leads to another package in the same site-packages.",
  },
  "library-from-driver": {
    title: "Libraries expected from the GPU driver",
    severity: "info",
    summary: "A library needs a file that comes with the graphics driver and can be in no wheel.",
  },
  "static-tls": {
    title: "Static TLS",
    severity: "warning",
    summary:
      "A library wants thread-local storage of a fixed place, which can run out when it is loaded late.",
  },
  "page-alignment": {
    title: "Aligned for small pages",
    severity: "warning",
    summary: "A library is aligned for 4 KiB pages and does not load on systems with larger ones.",
  },
  "unique-exports": {
    title: "Unique symbols",
    severity: "info",
    summary:
      "A library exports symbols of which a process keeps one copy, whichever library brought it first.",
  },
  "several-openmp": {
    title: "Several OpenMP runtimes",
    severity: "warning",
    summary: "Libraries of the wheel bring or need more than one OpenMP runtime.",
  },
} satisfies Partial<Record<FindingId, FindingKind>>;
