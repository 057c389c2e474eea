/**
 * The payload: what is packed into a link, and what a JSON document holds under `facts`. Names that occur more than once stand in a
 * table and are written by their number in it.
 */
import type { Outcome } from "../../core/verdict/outcome.ts";
import {
  asObject,
  count,
  listOf,
  Malformed,
  oneOf,
  orNull,
  Reader,
  record,
  row,
  text,
  type Form,
  type Json,
  type Limits,
  type Names,
} from "./form/form.ts";
import type { Dropped, EarlierVerdict, SharedReport, SharedWheel } from "./shared-report.ts";
import { upgraded } from "./upgrade.ts";
import { FORMAT_VERSION } from "./version.ts";
import { wheelForm } from "./form/wheel-form.ts";

export interface Payload {
  readonly version: typeof FORMAT_VERSION;
  readonly [key: string]: Json;
}

const outcome: Form<Outcome> = oneOf(
  "complies",
  "fails",
  "no-claim",
  "pure",
  "nothing-native",
  "not-linux",
  "unknown",
);

const then = row<EarlierVerdict>({ outcome, bestTag: orNull(text) });

/** Facts and the verdict of then, as a pair. */
const wheel = row<SharedWheel>({ facts: wheelForm, then });

const dropped = row<Dropped>({
  kind: oneOf("build-ids", "symbol-names", "lower-versions", "quiet-libraries"),
  count,
});

const report = record<SharedReport>({
  title: { key: "title", form: orNull(text), usual: () => null },
  policyDate: { key: "policies", form: text },
  toolVersion: { key: "tool", form: text },
  dropped: { key: "dropped", form: listOf(dropped), usual: () => [] },
  wheels: { key: "wheels", form: listOf(wheel) },
});

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
