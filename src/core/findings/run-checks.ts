/**
 * All checks, in the order in which a report lists findings of equal severity. The table is complete by its type: a finding
 * id without a check does not compile.
 */
import type { FindingId } from "./index.ts";
import type { Finding } from "../report.ts";
import type { Severity } from "../severity.ts";
import { abi3FloorTooLow } from "./abi3-floor-too-low/check.ts";
import { abi3Violated } from "./abi3-violated/check.ts";
import { archiveAnomaly } from "./archive-anomaly/check.ts";
import { buildPathInRpath } from "./build-path-in-rpath/check.ts";
import type { Check, CheckContext } from "../check-context.ts";
import { claimedTagNotMet } from "./claimed-tag-not-met/check.ts";
import { claimedTagStricterThanNeeded } from "./claimed-tag-stricter-than-needed/check.ts";
import { claimedTagUnknown } from "./claimed-tag-unknown/check.ts";
import { compilersMixed } from "./compilers-mixed/check.ts";
import { couldBeAbi3 } from "./could-be-abi3/check.ts";
import { cudaLibraryUndeclared } from "./cuda-library-undeclared/check.ts";
import { cudaMajorsMixed } from "./cuda-majors-mixed/check.ts";
import { cxxRuntimeExported } from "./cxx-runtime-exported/check.ts";
import { cxx11FromOldGcc } from "./cxx11-from-old-gcc/check.ts";
import { distInfoMissing } from "./dist-info-missing/check.ts";
import { distInfoNameDiffers } from "./dist-info-name-differs/check.ts";
import { driverLibraryBundled } from "./driver-library-bundled/check.ts";
import { executableStack } from "./executable-stack/check.ts";
import { forbiddenSymbol } from "./forbidden-symbol/check.ts";
import { gpuCodePartlyMissing } from "./gpu-code-partly-missing/check.ts";
import { gpuCodeWithoutPtx } from "./gpu-code-without-ptx/check.ts";
import { gpuLibraryModified } from "./gpu-library-modified/check.ts";
import { initFunctionDiffers } from "./init-function-differs/check.ts";
import { isaAboveBaseline } from "./isa-above-baseline/check.ts";
import { libcMixed } from "./libc-mixed/check.ts";
import { libpythonLinked } from "./libpython-linked/check.ts";
import { libpythonStatic } from "./libpython-static/check.ts";
import { libraryFromDriver } from "./library-from-driver/check.ts";
import { libraryFromOtherWheel } from "./library-from-other-wheel/check.ts";
import { libraryInPurelib } from "./library-in-purelib/check.ts";
import { libraryMissing } from "./library-missing/check.ts";
import { libraryNotAllowed } from "./library-not-allowed/check.ts";
import { libraryNotInRecord } from "./library-not-in-record/check.ts";
import { libraryUnreachable } from "./library-unreachable/check.ts";
import { libraryUnreadable } from "./library-unreadable/check.ts";
import { mixedArchitectures } from "./mixed-architectures/check.ts";
import { mixedStringAbi } from "./mixed-string-abi/check.ts";
import { neededFileNotElf } from "./needed-file-not-elf/check.ts";
import { noSectionHeaders } from "./no-section-headers/check.ts";
import { oldStringAbi } from "./old-string-abi/check.ts";
import { pageAlignment } from "./page-alignment/check.ts";
import { plainLinuxTag } from "./plain-linux-tag/check.ts";
import { platformTagWithoutNativeCode } from "./platform-tag-without-native-code/check.ts";
import { privateGlibcSymbol } from "./private-glibc-symbol/check.ts";
import { pureTagWithNativeCode } from "./pure-tag-with-native-code/check.ts";
import { pyfpeSymbol } from "./pyfpe-symbol/check.ts";
import { pythonTagDiffers } from "./python-tag-differs/check.ts";
import { recordMismatch } from "./record-mismatch/check.ts";
import { rpathOutsideWheel } from "./rpath-outside-wheel/check.ts";
import { severalDistInfo } from "./several-dist-info/check.ts";
import { severalOpenmp } from "./several-openmp/check.ts";
import { staticTls } from "./static-tls/check.ts";
import { symbolVersionTooNew } from "./symbol-version-too-new/check.ts";
import { tagComplies } from "./tag-complies/check.ts";
import { textRelocations } from "./text-relocations/check.ts";
import { ucs2Symbol } from "./ucs2-symbol/check.ts";
import { uniqueExports } from "./unique-exports/check.ts";
import { wheelNameInvalid } from "./wheel-name-invalid/check.ts";
import { wheelTagsDiffer } from "./wheel-tags-differ/check.ts";
import { wrongArchitecture } from "./wrong-architecture/check.ts";

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
