/** A system that the wheel runs on or not, in the published JSON document. */
import { listOf, named, oneOf, orNull, text, type Of } from "../describe.ts";
import { evidenceShape } from "./names-json.ts";
import type { SystemRow } from "../../core/readings/readings.ts";
import { plainText } from "../../core/sentence.ts";

export const systemShape = named(
  "system",
  "Whether the wheel runs on one system; wheelscope systems --json says what it has.",
  {
    id: text("e.g. ubuntu-22.04."),
    name: text("e.g. Ubuntu 22.04."),
    end_of_life: orNull(text("ISO date; null: unknown, or a rolling release.")),
    outcome: oneOf("What happens.", [
      "runs",
      "needs-newer-glibc",
      "needs-newer-libstdcxx",
      "needs-newer-runtime",
      "other-libc",
      "other-architecture",
      "unknown",
      "installs-but",
      "pip-refuses",
      "does-not-load",
    ]),
    sentence: text("The same in a sentence."),
    evidence: listOf("The most telling piece, if it does not run.", evidenceShape),
  },
);
export type SystemJson = Of<typeof systemShape>;

/** The most telling evidence alone: there are a hundred systems, and most fail for the same reason. */
export function systemJson({ id, name, endOfLife, outcome, sentence, reasons }: SystemRow): SystemJson {
  return {
    id,
    name,
    end_of_life: endOfLife,
    outcome,
    sentence: plainText(sentence),
    evidence: outcome === "runs" ? [] : reasons.slice(0, 1),
  };
}
