/** `wheelscope explain TEXT`: what the message of a loader, a linker, Python, pip or CUDA means. */
import type { NameFacts } from "../../facts/code-facts.ts";
import { diagnose } from "../../core/diagnose/diagnose.ts";
import { namesOf, readMentions } from "../../core/diagnose/read-mentions.ts";
import { knowledge } from "../../data/index.ts";
import { UsageError } from "../args/args.ts";
import type { Host } from "../terminal/host.ts";
import type { Inspector } from "../input/inspector.ts";
import type { Line } from "../terminal/layout.ts";
import { printDiagnosis } from "../text/print-diagnosis.ts";
import { readReport } from "../input/read-report.ts";

/**
 * Null if nothing in the text is a message that is known. `wheel`: a file whose libraries may be the ones meant; null: none. Throws
 * `UsageError` where it cannot be read.
 */
export async function explainText(
  text: string,
  wheel: string | null,
  host: Host,
  width: number,
): Promise<Line[] | null> {
  const mentions = readMentions(text);
  if (mentions.length === 0) return null;
  const inspector = await host.createInspector();
  try {
    const report = wheel === null ? null : await readReport(wheel, host, inspector);
    const names = await readNames(namesOf(mentions), inspector);
    const diagnosis = diagnose(mentions, names, knowledge, report);
    return diagnosis.entries.length === 0 ? null : printDiagnosis(diagnosis, width);
  } finally {
    inspector.dispose();
  }
}

/** `-`: the text comes from standard input. Throws `UsageError` where nothing arrives. */
export async function textOf(word: string, host: Host): Promise<string> {
  if (word !== "-") return word;
  const text = await host.readInput();
  if (text.trim() === "") throw new UsageError("explain -: standard input is empty.");
  return text;
}

/** Without the reader the names stay as they are, and the message is explained all the same. */
async function readNames(names: readonly string[], inspector: Inspector): Promise<readonly NameFacts[]> {
  if (names.length === 0) return [];
  const outcome = await inspector.names(names);
  return outcome.ok ? outcome.value : [];
}
