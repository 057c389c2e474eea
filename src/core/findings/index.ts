/**
 * The closed list of what a report can find. One id per kind of finding, the same in the report, the JSON, the command
 * line, the page's address and the explanation. A new id does not compile until every table over `FindingId` has it.
 */
import { codeFindings } from "../finding-kinds/code.ts";
import { loadingFindings } from "../finding-kinds/loading.ts";
import { packagingFindings } from "../finding-kinds/packaging.ts";
import { platformFindings } from "../finding-kinds/platform.ts";
import type { Severity } from "../severity.ts";

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
  | "mixed-string-abi"
  | "cxx-runtime-exported"
  | "cxx11-from-old-gcc"
  | "old-string-abi"
  | "compilers-mixed"
  | "cuda-library-undeclared"
  | "cuda-majors-mixed"
  | "driver-library-bundled"
  | "gpu-library-modified"
  | "gpu-code-partly-missing"
  | "gpu-code-without-ptx"
  | "abi3-violated"
  | "abi3-floor-too-low"
  | "could-be-abi3"
  | "init-function-differs"
  | "python-tag-differs"
  | "libpython-static"
  | "static-tls"
  | "page-alignment"
  | "unique-exports"
  | "several-openmp"
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
  ...platformFindings,
  ...packagingFindings,
  ...codeFindings,
  ...loadingFindings,
  // Good news last.
  "could-be-abi3": {
    title: "Could be abi3",
    severity: "good",
    summary:
      "The extension uses nothing of Python outside of the stable ABI, so that one wheel could serve all versions.",
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
