/**
 * Oddities of the zip archive. Tools that disagree on what an archive holds are an attack surface, so PyPI refuses most of
 * these on upload (warehouse, `utils/zipfiles.py`); some break installation as well.
 */
import type { ArchiveProblem, ArchiveProblemKind } from "../../../facts/model.ts";
import type { Evidence } from "../../evidence.ts";
import { code, count, say } from "../../sentence.ts";
import { type Severity, severityRank } from "../../severity.ts";
import type { Check } from "../forms.ts";

interface Anomaly {
  /** A clause; the entry's path or the detail is added by the evidence. */
  readonly words: string;
  /** "error": cannot be installed safely; "warning": PyPI refuses it; "info": neither. */
  readonly severity: Severity;
}

const ANOMALIES: Readonly<Record<ArchiveProblemKind, Anomaly>> = {
  "data-after-end": { words: "there are bytes after the end of the archive", severity: "warning" },
  "data-before-start": { words: "there are bytes before the first entry", severity: "warning" },
  "data-between-entries": {
    words: "there are bytes between entries that belong to none",
    severity: "warning",
  },
  "overlapping-entries": { words: "two entries share bytes", severity: "error" },
  "duplicate-name": {
    words: "two entries have the same name, and tools differ on which one counts",
    severity: "error",
  },
  "name-leaves-archive": {
    words: "an entry's name leads out of the directory of installation",
    severity: "error",
  },
  "name-not-utf8": { words: "an entry's name is not UTF-8", severity: "warning" },
  "name-control-character": { words: "an entry's name holds a control character", severity: "warning" },
  "local-header-differs": {
    words: "the header before an entry contradicts the directory",
    severity: "error",
  },
  "data-descriptor": {
    words: "an entry's size follows its data instead of preceding it",
    severity: "warning",
  },
  "encrypted-entry": { words: "an entry is encrypted", severity: "error" },
  "unsupported-compression": {
    words: "an entry is packed with a method that installers do not know",
    severity: "error",
  },
  "foreign-compression": {
    words: "an entry is packed with bzip2 or LZMA, which pip unpacks",
    severity: "warning",
  },
  "compression-ratio": { words: "an entry unpacks to suspiciously many times its size", severity: "warning" },
  "archive-comment": { words: "the archive carries a comment", severity: "info" },
  "entry-comment": { words: "an entry carries a comment", severity: "warning" },
  "zip64-extra-odd": { words: "an entry's Zip64 field has an odd form", severity: "warning" },
  "directory-count-differs": {
    words: "the directory states another number of entries than it has",
    severity: "warning",
  },
};

export const check: Check = ({ facts }) => {
  const { problems, problemCount } = facts.archive;
  const sorted = [...problems].sort((a, b) => rank(a) - rank(b));
  const [worst] = sorted;
  if (worst === undefined) return null;
  const { severity, words } = ANOMALIES[worst.kind];
  const more = problemCount > 1 ? say`, and ${count(problemCount - 1, "more oddity", "more oddities")}` : "";
  const refused = severity === "info" ? "" : "; PyPI refuses such a file";
  return {
    severity,
    sentence: say`The archive is unusual: ${words}${more}${refused}.`,
    advice: [
      say`Pack the wheel again with a usual tool: ${code("wheel unpack")}, then ${code("wheel pack")}.`,
    ],
    evidence: sorted.map(evidenceOf),
    evidenceTotal: problemCount,
  };
};

const rank = (problem: ArchiveProblem): number => severityRank(ANOMALIES[problem.kind].severity);

function evidenceOf({ kind, path, detail }: ArchiveProblem): Evidence {
  const note = detail === null ? ANOMALIES[kind].words : `${ANOMALIES[kind].words} (${detail})`;
  return path === null ? { note } : { in: path, note };
}
