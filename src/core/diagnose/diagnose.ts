/** What a pasted error means; see diagnosis.ts for the three steps. */
import type { NameFacts } from "../../facts/code-facts.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Report } from "../report.ts";
import type { Diagnosis, DiagnosisEntry, Mention } from "./diagnosis.ts";
import { fileEntry } from "./file-entry.ts";
import { foreignEntry, gpuEntry } from "./gpu-entry.ts";
import { libraryEntry } from "./library-entry.ts";
import type { Question } from "./question.ts";
import { symbolEntry } from "./symbol-entry.ts";
import { versionEntry } from "./version-entry.ts";

/**
 * One entry for each mention, in their order. `names`: what the reader says about `namesOf(mentions)`; without it, mangled names stay
 * as they are and their ABI is not known. `report`: the open wheel, whose libraries are then pointed at.
 */
export function diagnose(
  mentions: readonly Mention[],
  names: readonly NameFacts[],
  knowledge: Knowledge,
  report: Report | null,
): Diagnosis {
  const byName = new Map(names.map((facts) => [facts.name, facts]));
  const question: Question = { names: byName, knowledge, report, mentions };
  return { entries: mentions.map((mention) => entryOf(mention, question)) };
}

function entryOf(mention: Mention, question: Question): DiagnosisEntry {
  switch (mention.kind) {
    case "symbol":
      return symbolEntry(mention, question);
    case "version":
      return versionEntry(mention, question);
    case "library-missing":
      return libraryEntry(mention, question);
    case "gpu-no-kernel":
    case "gpu-driver-old":
    case "gpu-ptx-too-new":
      return gpuEntry(mention, question);
    case "foreign":
      return foreignEntry(mention);
    default:
      return fileEntry(mention, question);
  }
}
