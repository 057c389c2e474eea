/** Opens reports that were saved as JSON: by “Download JSON” on the page, by `wheelscope show --json`, one document or several. */
import { inspectError, type Outcome } from "../../facts/inspect-error.ts";
import { asObject, Malformed, type Json } from "./form/json.ts";
import { documentLimits } from "./limits.ts";
import { readPayload } from "./payload.ts";
import type { Dropped, SharedReport } from "./shared-report.ts";
import { isNewer } from "./upgrade.ts";

/**
 * `text` is one document, or one on each line as several inputs give. Documents of errors are passed over. Error:
 * `report-unreadable`; its detail says what is wrong.
 */
export function openReportJson(text: string): Outcome<SharedReport> {
  if (text.length > documentLimits.decoded) return unreadable("larger than 32 MB");
  const documents = parse(text);
  if (documents === null) return unreadable("not JSON");
  const read: SharedReport[] = [];
  for (const document of documents) {
    const payload = payloadOf(document);
    if (payload === "error") continue;
    if (payload === null) return unreadable("it has no facts");
    if (isNewer(payload))
      return { ok: false, error: inspectError("link-too-new", { detail: "in a JSON document" }) };
    try {
      read.push(readPayload(payload, documentLimits));
    } catch (thrown) {
      if (!(thrown instanceof Malformed)) throw thrown;
      return unreadable("its facts are damaged");
    }
  }
  const [first] = read;
  if (first === undefined) return unreadable("it tells of an error only");
  if (read.reduce((sum, { wheels }) => sum + wheels.length, 0) > documentLimits.wheels)
    return unreadable("too many wheels");
  return {
    ok: true,
    value: {
      ...first,
      title: null,
      wheels: read.flatMap(({ wheels }) => wheels),
      dropped: summedUp(read.flatMap(({ dropped }) => dropped)),
    },
  };
}

/** Documents saved from shared reports tell what their links left out. */
function summedUp(dropped: readonly Dropped[]): Dropped[] {
  const counts = new Map<Dropped["kind"], number>();
  for (const { kind, count } of dropped) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

const unreadable = (detail: string): Outcome<SharedReport> => ({
  ok: false,
  error: inspectError("report-unreadable", { detail }),
});

function parse(text: string): Json[] | null {
  return parsed([text]) ?? parsed(text.split("\n").filter((line) => line.trim() !== ""));
}

function parsed(texts: readonly string[]): Json[] | null {
  if (texts.length === 0 || texts.length > documentLimits.wheels) return null;
  try {
    return texts.map((each) => JSON.parse(each) as Json);
  } catch {
    // Not JSON, or nested deeper than this browser reads.
    return null;
  }
}

/** The facts of a document; "error" for the document of a file that could not be read; null if there are none. */
function payloadOf(document: Json): Json | "error" | null {
  try {
    const object = asObject(document);
    const { facts, error } = object;
    if (facts === undefined)
      return typeof error === "string" && typeof object.wheel === "string" ? "error" : null;
    return facts;
  } catch {
    return null;
  }
}
