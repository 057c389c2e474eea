/**
 * All checks, in the order in which a report lists findings of equal severity. The table is complete by its type: a finding
 * id without a check does not compile.
 */
import type { FindingId } from "../findings.ts";
import type { Finding } from "../report.ts";
import type { Severity } from "../severity.ts";
import { abi3FloorTooLow } from "./abi3-floor-too-low.ts";
import { abi3Violated } from "./abi3-violated.ts";
import { archiveAnomaly } from "./archive-anomaly.ts";
import { buildPathInRpath } from "./build-path-in-rpath.ts";
import type { Check, CheckContext } from "./check.ts";
import { claimedTagNotMet } from "./claimed-tag-not-met.ts";
import { claimedTagStricterThanNeeded } from "./claimed-tag-stricter-than-needed.ts";
import { claimedTagUnknown } from "./claimed-tag-unknown.ts";
import { compilersMixed } from "./compilers-mixed.ts";
import { couldBeAbi3 } from "./could-be-abi3.ts";
import { cudaLibraryUndeclared } from "./cuda-library-undeclared.ts";
import { cudaMajorsMixed } from "./cuda-majors-mixed.ts";
import { cxxRuntimeExported } from "./cxx-runtime-exported.ts";
import { cxx11FromOldGcc } from "./cxx11-from-old-gcc.ts";
import { distInfoMissing } from "./dist-info-missing.ts";
import { distInfoNameDiffers } from "./dist-info-name-differs.ts";
import { driverLibraryBundled } from "./driver-library-bundled.ts";
import { executableStack } from "./executable-stack.ts";
import { forbiddenSymbol } from "./forbidden-symbol.ts";
import { gpuCodePartlyMissing } from "./gpu-code-partly-missing.ts";
import { gpuCodeWithoutPtx } from "./gpu-code-without-ptx.ts";
import { gpuLibraryModified } from "./gpu-library-modified.ts";
import { initFunctionDiffers } from "./init-function-differs.ts";
import { isaAboveBaseline } from "./isa-above-baseline.ts";
import { libcMixed } from "./libc-mixed.ts";
import { libpythonLinked } from "./libpython-linked.ts";
import { libpythonStatic } from "./libpython-static.ts";
import { libraryFromDriver } from "./library-from-driver.ts";
import { libraryFromOtherWheel } from "./library-from-other-wheel.ts";
import { libraryInPurelib } from "./library-in-purelib.ts";
import { libraryMissing } from "./library-missing.ts";
import { libraryNotAllowed } from "./library-not-allowed.ts";
import { libraryNotInRecord } from "./library-not-in-record.ts";
import { libraryUnreachable } from "./library-unreachable.ts";
import { libraryUnreadable } from "./library-unreadable.ts";
import { mixedArchitectures } from "./mixed-architectures.ts";
import { mixedStringAbi } from "./mixed-string-abi.ts";
import { neededFileNotElf } from "./needed-file-not-elf.ts";
import { noSectionHeaders } from "./no-section-headers.ts";
import { oldStringAbi } from "./old-string-abi.ts";
import { pageAlignment } from "./page-alignment.ts";
import { plainLinuxTag } from "./plain-linux-tag.ts";
import { platformTagWithoutNativeCode } from "./platform-tag-without-native-code.ts";
import { privateGlibcSymbol } from "./private-glibc-symbol.ts";
import { pureTagWithNativeCode } from "./pure-tag-with-native-code.ts";
import { pyfpeSymbol } from "./pyfpe-symbol.ts";
import { pythonTagDiffers } from "./python-tag-differs.ts";
import { recordMismatch } from "./record-mismatch.ts";
import { rpathOutsideWheel } from "./rpath-outside-wheel.ts";
import { severalDistInfo } from "./several-dist-info.ts";
import { severalOpenmp } from "./several-openmp.ts";
import { staticTls } from "./static-tls.ts";
import { symbolVersionTooNew } from "./symbol-version-too-new.ts";
import { tagComplies } from "./tag-complies.ts";
import { textRelocations } from "./text-relocations.ts";
import { ucs2Symbol } from "./ucs2-symbol.ts";
import { uniqueExports } from "./unique-exports.ts";
import { wheelNameInvalid } from "./wheel-name-invalid.ts";
import { wheelTagsDiffer } from "./wheel-tags-differ.ts";
import { wrongArchitecture } from "./wrong-architecture.ts";

const checks: Readonly<Record<FindingId, Check>> = {
  "claimed-tag-not-met": claimedTagNotMet,
  "symbol-version-too-new": symbolVersionTooNew,
  "library-missing": libraryMissing,
  "library-not-allowed": libraryNotAllowed,
  "forbidden-symbol": forbiddenSymbol,
  "isa-above-baseline": isaAboveBaseline,
  "private-glibc-symbol": privateGlibcSymbol,
  "libpython-linked": libpythonLinked,
  "pyfpe-symbol": pyfpeSymbol,
  "ucs2-symbol": ucs2Symbol,
  "wrong-architecture": wrongArchitecture,
  "mixed-architectures": mixedArchitectures,
  "libc-mixed": libcMixed,
  "library-unreadable": libraryUnreadable,
  "library-unreachable": libraryUnreachable,
  "needed-file-not-elf": neededFileNotElf,
  "library-in-purelib": libraryInPurelib,
  "pure-tag-with-native-code": pureTagWithNativeCode,
  "platform-tag-without-native-code": platformTagWithoutNativeCode,
  "wheel-name-invalid": wheelNameInvalid,
  "claimed-tag-unknown": claimedTagUnknown,
  "plain-linux-tag": plainLinuxTag,
  "wheel-tags-differ": wheelTagsDiffer,
  "dist-info-missing": distInfoMissing,
  "several-dist-info": severalDistInfo,
  "dist-info-name-differs": distInfoNameDiffers,
  "record-mismatch": recordMismatch,
  "library-not-in-record": libraryNotInRecord,
  "archive-anomaly": archiveAnomaly,
  "mixed-string-abi": mixedStringAbi,
  "cxx-runtime-exported": cxxRuntimeExported,
  "cxx11-from-old-gcc": cxx11FromOldGcc,
  "old-string-abi": oldStringAbi,
  "compilers-mixed": compilersMixed,
  "cuda-library-undeclared": cudaLibraryUndeclared,
  "cuda-majors-mixed": cudaMajorsMixed,
  "driver-library-bundled": driverLibraryBundled,
  "gpu-library-modified": gpuLibraryModified,
  "gpu-code-partly-missing": gpuCodePartlyMissing,
  "gpu-code-without-ptx": gpuCodeWithoutPtx,
  "abi3-violated": abi3Violated,
  "abi3-floor-too-low": abi3FloorTooLow,
  "init-function-differs": initFunctionDiffers,
  "python-tag-differs": pythonTagDiffers,
  "libpython-static": libpythonStatic,
  "static-tls": staticTls,
  "page-alignment": pageAlignment,
  "unique-exports": uniqueExports,
  "several-openmp": severalOpenmp,
  "executable-stack": executableStack,
  "text-relocations": textRelocations,
  "build-path-in-rpath": buildPathInRpath,
  "rpath-outside-wheel": rpathOutsideWheel,
  "no-section-headers": noSectionHeaders,
  "library-from-other-wheel": libraryFromOtherWheel,
  "library-from-driver": libraryFromDriver,
  "could-be-abi3": couldBeAbi3,
  "claimed-tag-stricter-than-needed": claimedTagStricterThanNeeded,
  "tag-complies": tagComplies,
};

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, good: 3 };

/** Smaller is worse. */
export const severityRank = (severity: Severity): number => RANK[severity];

/** All findings, worst first; within a severity in the order of the table above. Each keeps `evidenceLimit` pieces of evidence. */
export function runChecks(context: CheckContext, evidenceLimit: number): Finding[] {
  return Object.values(checks)
    .map((check) => check(context))
    .filter((found) => found !== null)
    .map((found) => ({ ...found, evidence: found.evidence.slice(0, evidenceLimit) }))
    .sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
}
