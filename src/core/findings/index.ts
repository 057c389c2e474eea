/**
 * The closed list of what a report can find. One id for each kind of finding: the name of its folder beside this file, and the same
 * in the report, the JSON, the command line, the page's address and the explanation.
 */
import type { FindingKind } from "./forms.ts";
import { gather } from "./gather.ts";

/** In the order in which a report lists findings of equal severity. A line here registers a folder; there is no other list. */
export const findingIds = [
  "claimed-tag-not-met",
  "symbol-version-too-new",
  "library-missing",
  "library-not-allowed",
  "forbidden-symbol",
  "isa-above-baseline",
  "private-glibc-symbol",
  "libpython-linked",
  "pyfpe-symbol",
  "ucs2-symbol",
  "wrong-architecture",
  "mixed-architectures",
  "libc-mixed",
  "library-unreadable",
  "library-unreachable",
  "symbol-undefined",
  "libc-name-too-new",
  "needed-file-not-elf",
  "library-in-purelib",
  "pure-tag-with-native-code",
  "platform-tag-without-native-code",
  "wheel-name-invalid",
  "claimed-tag-unknown",
  "plain-linux-tag",
  "wheel-tag-invalid",
  "wheel-tags-differ",
  "dist-info-missing",
  "several-dist-info",
  "dist-info-name-differs",
  "record-mismatch",
  "library-not-in-record",
  "archive-anomaly",
  "mixed-string-abi",
  "cxx-runtime-exported",
  "cxx-runtime-bundled",
  "cxx11-from-old-gcc",
  "old-string-abi",
  "compilers-mixed",
  "cuda-library-undeclared",
  "cuda-majors-mixed",
  "driver-library-bundled",
  "gpu-library-modified",
  "gpu-code-partly-missing",
  "gpu-code-without-ptx",
  "abi3-violated",
  "abi3-floor-too-low",
  "init-function-differs",
  "python-tag-differs",
  "libpython-static",
  "static-tls",
  "page-alignment",
  "unique-exports",
  "several-openmp",
  "executable-stack",
  "text-relocations",
  "build-path-in-rpath",
  "rpath-outside-wheel",
  "no-section-headers",
  "wheel-variant",
  "library-from-other-wheel",
  "library-from-driver",
  "could-be-abi3",
  "claimed-tag-stricter-than-needed",
  "tag-complies",
] as const;

export type FindingId = (typeof findingIds)[number];

/** What each is called, in the same order. */
export const findingKinds: Readonly<Record<FindingId, FindingKind>> = gather(
  "finding.ts",
  findingIds,
  import.meta.glob<FindingKind>("./*/finding.ts", { eager: true, import: "finding" }),
);

export function isFindingId(text: string): text is FindingId {
  return Object.hasOwn(findingKinds, text);
}
