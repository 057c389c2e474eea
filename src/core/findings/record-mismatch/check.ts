/**
 * RECORD against the archive. PyPI compares the two sets of paths; installers copy what is in the archive and check
 * hashes or not. `RECORD.jws` and `RECORD.p7s` are never listed.
 */
import type { RecordProblem } from "../../../facts/model.ts";
import type { Evidence } from "../../evidence.ts";
import { type Sentence, code, count, library, say } from "../../sentence.ts";
import { isUnread } from "../../unread-texts.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts }) => {
  if (facts.kind !== "wheel" || facts.distInfoDirectories.length === 0) return null;
  const advice = [
    say`Change wheels with tools that write RECORD anew (${code("wheel pack")}, ${code("auditwheel repair")}), never with a zip program.`,
  ];
  if (isUnread(facts, "RECORD")) {
    return {
      severity: "warning",
      sentence: say`RECORD, the list of the wheel’s files, could not be read here: it is packed with bzip2 or LZMA. Whether it lists what the archive holds was not looked at.`,
      advice,
    };
  }
  if (!facts.record.present) {
    return {
      severity: "error",
      sentence: say`The wheel has no RECORD, the list of its files; installers refuse it and auditwheel sees no files at all.`,
      advice,
    };
  }
  const { problems, problemCount } = facts.record;
  const [first] = problems;
  if (first === undefined) return null;
  const more = problemCount > 1 ? say`; ${count(problemCount - 1, "more difference")} besides` : "";
  return {
    severity: problems.some((problem) => problem.kind === "missing-file") ? "error" : "warning",
    sentence: say`RECORD and the archive disagree: ${describe(first)}${more}.`,
    advice,
    evidence: problems.map(evidenceOf),
    evidenceTotal: problemCount,
  };
};

function describe(problem: RecordProblem): Sentence {
  switch (problem.kind) {
    case "missing-file":
      return say`${library(problem.path)} is listed but not in the archive`;
    case "unlisted-file":
      return say`${library(problem.path)} is in the archive but not listed`;
    case "size-differs":
      return say`${library(problem.path)} has ${count(problem.actual, "byte")}, not ${problem.recorded}`;
    case "hash-differs":
      return say`${library(problem.path)} has another hash than listed`;
    case "malformed-row":
      return say`row ${problem.line} cannot be read`;
  }
}

function evidenceOf(problem: RecordProblem): Evidence {
  switch (problem.kind) {
    case "missing-file":
      return { in: problem.path, note: "listed, but not in the archive" };
    case "unlisted-file":
      return { in: problem.path, note: "in the archive, but not listed" };
    case "size-differs":
      return {
        in: problem.path,
        note: `${String(problem.actual)} ${problem.actual === 1 ? "byte" : "bytes"}, listed with ${String(problem.recorded)}`,
      };
    case "hash-differs":
      return { in: problem.path, note: "another hash than listed" };
    case "malformed-row":
      return { note: `row ${String(problem.line)} cannot be read` };
  }
}
