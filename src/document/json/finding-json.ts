/** A finding in the published JSON document. */
import { added, count, flag, listOf, named, oneOf, optional, text, type Of } from "../describe.ts";
import { evidenceShape, pathsOf } from "./names-json.ts";
import { findingKinds } from "../../core/findings/index.ts";
import type { Finding } from "../../core/report.ts";
import { plainText } from "../../core/sentence.ts";

export const findingShape = named("finding", "One finding.", {
  id: text("Name of the kind of finding."),
  severity: oneOf("How bad it is.", ["error", "warning", "info", "good"]),
  sentence: text("The finding in a sentence."),
  advice: listOf("What to do about it, one paragraph each.", text("A paragraph.")),
  libraries: pathsOf("Libraries concerned; empty when it is about the wheel."),
  evidence: listOf("The first pieces of evidence, most telling first.", evidenceShape),
  evidence_total: count("Number of pieces of evidence in all."),
  learn: text("Where the finding is explained, relative to the page's address."),
  title: added(text("The kind of finding in a few words.")),
  ignored: optional(flag("Present and true if the command line was asked to ignore the finding.")),
});

export function findingJson(finding: Finding): Of<typeof findingShape> {
  return {
    id: finding.id,
    severity: finding.severity,
    sentence: plainText(finding.sentence),
    advice: finding.advice.map(plainText),
    libraries: finding.libraries,
    evidence: finding.evidence,
    evidence_total: finding.evidenceTotal,
    learn: `#/learn/${finding.id}`,
    title: findingKinds[finding.id].title,
  };
}
