/** One wheel, library or saved report that a command asks about beside its subject (`--wheel`). */
import { assess } from "../../core/assess.ts";
import { errorText } from "../../core/error-text.ts";
import type { Report } from "../../core/report.ts";
import { knowledge } from "../../data/index.ts";
import { UsageError } from "../args/args.ts";
import type { Host } from "../terminal/host.ts";
import type { Inspector } from "./inspector.ts";
import { visible } from "../../facts/invisible.ts";
import { readOne } from "./read-inputs.ts";

/** Throws `UsageError` where it cannot be read, or holds several wheels. */
export async function readReport(path: string, host: Host, inspector: Inspector): Promise<Report> {
  const request = { hash: false, evidence: 50 };
  const { outcome } = await readOne({ kind: "file", path }, request, host, inspector);
  if (!outcome.ok)
    throw new UsageError(`--wheel: ${visible(path)}: ${visible(errorText(outcome.error).sentence)}`);
  const [found, other] = outcome.value;
  if (found === undefined || other !== undefined)
    throw new UsageError(`--wheel: ${visible(path)}: it holds several wheels; give one.`);
  return assess(found.facts, knowledge);
}
