/**
 * The closed list of what a report can find. One id per kind of finding, the same in the report, the JSON, the command
 * line, the page's address and the explanation. A new id does not compile until every table over `FindingId` has it.
 */
import type { Severity } from "./report.ts";

export type FindingId =
  | "claimed-tag-not-met"
  | "symbol-version-too-new"
  | "library-missing"
  | "library-not-allowed"
  | "forbidden-symbol"
  | "isa-above-baseline"
  | "private-glibc-symbol"
  | "libpython-linked"
  | "pyfpe-symbol"
  | "ucs2-symbol"
  | "wrong-architecture"
  | "mixed-architectures"
  | "libc-mixed"
  | "library-unreadable"
  | "library-unreachable"
  | "needed-file-not-elf"
  | "library-in-purelib"
  | "pure-tag-with-native-code"
  | "platform-tag-without-native-code"
  | "wheel-name-invalid"
  | "claimed-tag-unknown"
  | "plain-linux-tag"
  | "wheel-tags-differ"
  | "dist-info-missing"
  | "several-dist-info"
  | "dist-info-name-differs"
  | "record-mismatch"
  | "library-not-in-record"
  | "archive-anomaly"
  | "executable-stack"
  | "text-relocations"
  | "build-path-in-rpath"
  | "rpath-outside-wheel"
  | "no-section-headers"
  | "library-from-other-wheel"
  | "library-from-driver"
  | "claimed-tag-stricter-than-needed"
  | "tag-complies";

export interface FindingKind {
  /** A few words for a list of findings. */
  readonly title: string;
  /** The usual severity; a check may lower or raise it and says why in its own file. */
  readonly severity: Severity;
  /** One sentence on what the finding means, without a particular wheel in mind. */
  readonly summary: string;
}

export const findingKinds: Readonly<Record<FindingId, FindingKind>> = {
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
  "library-in-purelib": {
    title: "Native code in a purelib folder",
    severity: "error",
    summary: "Native files lie in the part of the wheel that is meant for pure Python.",
  },
  "pure-tag-with-native-code": {
    title: "Native code under a tag for any platform",
    severity: "error",
    summary: "The file name says that the wheel runs on any platform, but it holds native code.",
  },
  "platform-tag-without-native-code": {
    title: "No native code under a platform tag",
    severity: "warning",
    summary: "The file name names a platform, but nothing in the wheel is compiled.",
  },
  "wheel-name-invalid": {
    title: "Not a valid wheel file name",
    severity: "error",
    summary: "The file name does not follow the rules for wheel file names, so installers refuse it.",
  },
  "claimed-tag-unknown": {
    title: "Claimed tag cannot be judged",
    severity: "warning",
    summary: "The file name carries a Linux tag for which there are no rules.",
  },
  "plain-linux-tag": {
    title: "Plain linux tag",
    severity: "info",
    summary: "The tag promises nothing beyond the machine the wheel was built on.",
  },
  "wheel-tags-differ": {
    title: "File name and WHEEL do not name the same tags",
    severity: "warning",
    summary: "The tags in the file name and in the WHEEL file differ.",
  },
  "dist-info-missing": {
    title: "No .dist-info directory",
    severity: "error",
    summary: "The wheel has no metadata directory, so installers refuse it.",
  },
  "several-dist-info": {
    title: "Several .dist-info directories",
    severity: "error",
    summary: "The wheel has more than one metadata directory, so installers refuse it.",
  },
  "dist-info-name-differs": {
    title: "Metadata directory does not fit the file name",
    severity: "warning",
    summary: "The .dist-info directory bears another name or version than the file.",
  },
  "record-mismatch": {
    title: "RECORD and the archive disagree",
    severity: "warning",
    summary: "RECORD does not describe the files that are in the archive.",
  },
  "library-not-in-record": {
    title: "Library not listed in RECORD",
    severity: "warning",
    summary: "A native file is missing from RECORD, so auditwheel never looks at it.",
  },
  "archive-anomaly": {
    title: "Unusual zip archive",
    severity: "warning",
    summary: "The archive is built in a way that PyPI refuses or that tools read differently.",
  },
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
  "claimed-tag-stricter-than-needed": {
    title: "Runs on older systems than it claims",
    severity: "good",
    summary: "The contents would also pass an older policy than the claimed one.",
  },
  "tag-complies": {
    title: "Complies with its tag",
    severity: "good",
    summary: "Everything the wheel needs is promised by the tag in its file name.",
  },
};

/** All ids in report order. */
export const findingIds = Object.keys(findingKinds) as readonly FindingId[];

export function isFindingId(text: string): text is FindingId {
  return Object.hasOwn(findingKinds, text);
}
