/**
 * The payload: what is packed into a link, and what a JSON document holds under `facts`. Names that occur more than once stand in a
 * table and are written by their number in it.
 */
import { OUTCOMES } from "../../core/verdict/outcome.ts";
import { count, field, listOf, oneOf, orNull, record, row, text } from "../../facts/describe.ts";
import { wheel as wheelFacts } from "../../facts/wheel.ts";
import { formOf } from "./form/codec.ts";
import { asObject, Malformed, Reader, type Json, type Limits, type Names } from "./form/json.ts";
import type { SharedReport } from "./shared-report.ts";
import { upgraded } from "./upgrade.ts";
import { FORMAT_VERSION } from "./version.ts";

export interface Payload {
  readonly version: typeof FORMAT_VERSION;
  readonly [key: string]: Json;
}

/** The verdict of the day on which the link was made. */
const then = row({
  outcome: oneOf(OUTCOMES),
  bestTag: orNull(text),
});

const dropped = row({
  kind: oneOf(["build-ids", "symbol-names", "lower-versions", "quiet-libraries"]),
  count,
});

const report = formOf<SharedReport>(
  record({
    title: field(orNull(text), { key: "title", usual: null, about: "Shown above the report." }),
    policyDate: field(text, { key: "policies", about: "Date of the policies of then." }),
    toolVersion: field(text, { key: "tool", about: "Version of the program that made it." }),
    dropped: field(listOf(dropped), { key: "dropped", usual: [], about: "What the link leaves out." }),
    wheels: field(listOf(row({ facts: wheelFacts, then })), { key: "wheels", about: "In order." }),
  }),
);

/** The same report gives the same payload, key for key. */
export function writePayload(shared: SharedReport): Payload {
  const table = repeated(shared);
  const places = new Map(table.map((name, place) => [name, place]));
  const body = asObject(report.write(shared, (name) => places.get(name) ?? name));
  return { version: FORMAT_VERSION, names: table, ...body };
}

/** Names shorter than this are not worth a number. */
const SHORT = 3;

/** The names that occur more than once, in the order in which they do. */
function repeated(shared: SharedReport): string[] {
  const seen = new Map<string, number>();
  const noting: Names = (name) => {
    seen.set(name, (seen.get(name) ?? 0) + 1);
    return name;
  };
  report.write(shared, noting);
  return [...seen].flatMap(([name, times]) => (times > 1 && name.length >= SHORT ? [name] : []));
}

/** From parsed JSON of any version of the form up to ours. Throws `Malformed` for what is none. */
export function readPayload(json: Json, limits: Limits): SharedReport {
  const current = upgraded(asObject(json));
  const { names } = current;
  if (!Array.isArray(names)) throw new Malformed("names");
  const shared = report.read(current, new Reader(names as readonly Json[], limits));
  if (shared.wheels.length === 0 || shared.wheels.length > limits.wheels) throw new Malformed("wheels");
  return shared;
}
