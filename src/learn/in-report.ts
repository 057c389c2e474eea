/** What the open report has to say on a page: its own values, so that the explanation is about the wheel at hand. */
import { isFindingId, type FindingId } from "../core/findings/index.ts";
import { findingPages } from "../core/findings/pages.ts";
import type { Report } from "../core/report.ts";
import { type Sentence, plainText, say } from "../core/sentence.ts";
import type { ConceptId } from "../core/explanations/concept-titles.ts";
import { ownRuntimes, stringForms, toolchains } from "./in-report/cxx.ts";
import { acrossWheels, gpu } from "./in-report/gpu.ts";
import { bundled, loading } from "./in-report/libraries.ts";
import { evidenceSentence, rest } from "./in-report/phrases.ts";
import { contents, processors, sizes, variant } from "./in-report/wheel.ts";
import { cxxVersions, floors, highestVersions, musl } from "./in-report/versions.ts";

/** At most so many sentences. */
export const IN_REPORT_LIMIT = 5;

interface Own {
  /** The report's values for the page. */
  readonly values: (report: Report) => readonly Sentence[];
  /** Findings whose sentences follow: all problems whose background the page is, these alone, or none if the values say the same. */
  readonly findings: "all" | readonly FindingId[];
}

/** Problems of loading beyond a library that is not found, which the values tell. */
const loadingHazards: readonly FindingId[] = [
  "needed-file-not-elf",
  "libpython-linked",
  "executable-stack",
  "static-tls",
  "text-relocations",
  "page-alignment",
  "unique-exports",
  "cxx-runtime-exported",
  "init-function-differs",
];

const none = (): readonly Sentence[] => [];

const own: Readonly<Record<ConceptId, Own>> = {
  "wheel-contents": { values: contents, findings: "all" },
  "loading-libraries": { values: loading, findings: loadingHazards },
  "symbol-versions": { values: highestVersions, findings: [] },
  "glibc-floor": { values: floors, findings: [] },
  manylinux: { values: verdict, findings: [] },
  musllinux: { values: musl, findings: "all" },
  bundling: { values: bundled, findings: "all" },
  "libstdcxx-versions": { values: cxxVersions, findings: ["cxx11-from-old-gcc", "compilers-mixed"] },
  "string-abi": { values: stringForms, findings: "all" },
  "hybrid-linking": { values: toolchains, findings: [] },
  "own-cxx-runtime": { values: ownRuntimes, findings: "all" },
  "stable-abi": { values: ({ python }) => (python === null ? [] : [python.sentence]), findings: "all" },
  architectures: {
    values: processors,
    findings: ["wrong-architecture", "mixed-architectures", "page-alignment"],
  },
  "cuda-in-wheels": { values: gpu, findings: "all" },
  "libraries-across-wheels": { values: acrossWheels, findings: "all" },
  "wheel-size": { values: sizes, findings: [] },
  "wheel-variants": { values: variant, findings: [] },
  "debate-of-2019": { values: none, findings: [] },
  "other-tools": { values: otherVerdict, findings: [] },
};

/**
 * The report's own values for the page of a finding or concept, e.g. “pthread_create@GLIBC_2.34 in pkg/_native.so.” At most
 * `IN_REPORT_LIMIT` sentences; empty if the report has nothing to say.
 */
export function inReport(id: ConceptId | FindingId, report: Report): readonly Sentence[] {
  if (isFindingId(id)) return ofFinding(id, report);
  const { values, findings } = own[id];
  const about =
    findings === "all"
      ? (of: FindingId) => findingPages[of].background.includes(id)
      : (of: FindingId) => findings.includes(of);
  const problems = report.findings.filter((finding) => finding.severity !== "good" && about(finding.id));
  const sentences = [...values(report), ...problems.map(({ sentence }) => sentence)];
  const seen = new Set<string>();
  const distinct = sentences.filter((sentence) => {
    const text = plainText(sentence);
    return !seen.has(text) && seen.add(text);
  });
  return distinct.slice(0, IN_REPORT_LIMIT);
}

/** What was found, then its evidence piece by piece. */
function ofFinding(id: FindingId, report: Report): readonly Sentence[] {
  const found = report.findings.filter((finding) => finding.id === id);
  const sentences = found.map(({ sentence }) => sentence);
  const [first] = found;
  if (first === undefined) return [];
  const room = IN_REPORT_LIMIT - sentences.length;
  if (room <= 0) return sentences.slice(0, IN_REPORT_LIMIT);
  // A piece that the sentence has named already adds nothing.
  const said = plainText(first.sentence);
  const pieces = first.evidence
    .map(evidenceSentence)
    .filter((piece) => !said.includes(plainText(piece).replace(/\.$/, "")));
  const beyond = Math.max(0, first.evidenceTotal - first.evidence.length);
  const total = pieces.length + beyond;
  if (total <= room) return [...sentences, ...pieces];
  const shown = pieces.slice(0, room - 1);
  return [...sentences, ...shown, rest(total - shown.length)];
}

function verdict({ verdict: { headline, second }, ladder }: Report): readonly Sentence[] {
  return ladder.length === 0 ? [] : [headline, second].filter((sentence) => sentence.length > 0);
}

function otherVerdict({ auditwheel }: Report): readonly Sentence[] {
  if (auditwheel.kind === "refused") return [say`auditwheel would give no answer. ${auditwheel.sentence}`];
  return [say`auditwheel would say: consistent with ${{ kind: "tag", text: auditwheel.overallTag }}.`];
}
