/**
 * The report: what today's knowledge makes of the facts. Made by `assess` (assess.ts), read by the page, the command line
 * and the JSON writer. Plain data throughout.
 */
import type { Architecture, LibcKind, LibraryFacts, WheelFacts } from "../facts/model.ts";
import type { AuditwheelVerdict } from "./auditwheel/answer.ts";
import type { Evidence } from "./evidence.ts";
import type { FindingId } from "./findings/index.ts";
import type { FamilyMaximum } from "./linkage/family-maximum.ts";
import type { Linkage } from "./linkage/kinds.ts";
import type {
  Accelerators,
  CxxReading,
  GpuReading,
  PythonReading,
  SystemRow,
  ToolchainReading,
  WheelGpu,
  WheelPython,
} from "./readings/readings.ts";
import type { Sentence } from "./sentence.ts";
import type { Severity } from "./severity.ts";
import type { LadderStep, WithoutFile } from "./verdict/blocker.ts";
import type { Verdict } from "./verdict/outcome.ts";

export interface Finding {
  readonly id: FindingId;
  readonly severity: Severity;
  readonly sentence: Sentence;
  /** What to do about it, one paragraph each. Empty for good news. */
  readonly advice: readonly Sentence[];
  /** Paths of the libraries concerned; empty when it is about the wheel. */
  readonly libraries: readonly string[];
  /** At most `evidenceLimit` pieces, most telling first. */
  readonly evidence: readonly Evidence[];
  readonly evidenceTotal: number;
}

export interface LibraryReport {
  readonly facts: LibraryFacts;
  /** The oldest policy this library fits on its own (symbol versions, libraries, forbidden symbols); null: none or not judged. */
  readonly fits: string | null;
  /** By family, GLIBC, GLIBCXX, CXXABI, GCC first, then others by name. */
  readonly maxima: readonly FamilyMaximum[];
  readonly linkage: readonly Linkage[];
  /** Ids of the findings that name this library. */
  readonly findings: readonly FindingId[];
  /** The worst severity among them. */
  readonly severity: Severity | null;
  /** Null in these four where the library could not be read or has nothing of the kind. */
  readonly cxx: CxxReading | null;
  readonly toolchain: ToolchainReading | null;
  readonly gpu: GpuReading | null;
  readonly python: PythonReading | null;
}

export interface Report {
  readonly facts: WheelFacts;
  readonly verdict: Verdict;
  readonly auditwheel: AuditwheelVerdict;
  /** The architecture and C library judged; null if unknown. */
  readonly architecture: Architecture | null;
  readonly libc: LibcKind | null;
  /** All policies of the libc and architecture, oldest first, `linux_*` last. Empty when nothing could be judged. */
  readonly ladder: readonly LadderStep[];
  /** Worst first, then by id. */
  readonly findings: readonly Finding[];
  /** In the order of the facts. */
  readonly libraries: readonly LibraryReport[];
  readonly withoutFile: readonly WithoutFile[];
  /** GPU code of all libraries; null if there is none. */
  readonly gpu: WheelGpu | null;
  /** CUDA, ROCm and oneAPI libraries; null if nothing needs, contains or mentions any. */
  readonly accelerators: Accelerators | null;
  readonly python: WheelPython | null;
  /** Distributions and images, those of the wheel's C library first, by family and age. Empty if there is nothing to judge. */
  readonly systems: readonly SystemRow[];
  /** Date of the policies used, ISO. */
  readonly policyDate: string;
}
