/** What is in the files named on the command line, one after the other: facts of wheels and libraries, or why there are none. */
import { inspectError, type InspectError, type Outcome } from "../../facts/inspect-error.ts";
import type { Host } from "../terminal/host.ts";
import type { Input } from "./inputs.ts";
import type { Inspector } from "./inspector.ts";
import { progressLine } from "../terminal/progress.ts";
import type { Found } from "./found.ts";
import { isDocument, openDocument } from "./saved-report.ts";

/** Symbol names kept for each version need where all are asked for; no library has more. */
const allSymbols = 1_000_000;

export interface ReadRequest {
  /** Also the SHA-256 of each file. */
  readonly hash: boolean;
  /** Pieces of evidence that will be shown for each finding; `Infinity` for all. */
  readonly evidence: number;
}

/** What one input holds. A saved report may hold several wheels, everything else holds one. */
export interface ReadInput {
  readonly path: string;
  /** False if there is no such file to speak of, as in a folder without wheels. */
  readonly isFile: boolean;
  readonly outcome: Outcome<readonly Found[]>;
}

export async function readOne(
  input: Input,
  request: ReadRequest,
  host: Host,
  inspector: Inspector,
): Promise<ReadInput> {
  const { path } = input;
  if (input.kind === "nothing")
    return { path, isFile: false, outcome: failed(inspectError("read-failed", { detail: input.why })) };
  const outcome = isDocument(path) ? await openDocument(path) : await inspect(path, request, host, inspector);
  return { path, isFile: true, outcome };
}

const failed = (error: InspectError): { ok: false; error: InspectError } => ({ ok: false, error });

async function inspect(
  path: string,
  { hash, evidence }: ReadRequest,
  host: Host,
  inspector: Inspector,
): Promise<Outcome<readonly Found[]>> {
  const progress = progressLine(host.err);
  try {
    const outcome = await inspector.inspect({
      path,
      hash,
      evidenceLimit: evidence === Infinity ? allSymbols : Math.max(50, evidence),
      onProgress: (state) => progress.show(path, state),
      signal: host.signal,
    });
    return outcome.ok ? { ok: true, value: [{ facts: outcome.value, saved: null }] } : outcome;
  } finally {
    progress.clear();
  }
}
