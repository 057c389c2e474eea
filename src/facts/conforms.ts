/** Whether a value is what a description says. Used where values come from outside the compiler's sight: out of WebAssembly. */
import type { Described, RecordShape, Shape, UnionShape } from "./describe.ts";

/**
 * The first thing that does not fit, e.g. `versionNeeds[3].weak is not true or false`, or null. Fields that the description does
 * not know are refused: the other side has a fact that nobody here would pass on.
 */
export function misfit(shape: Shape, value: unknown, at = ""): string | null {
  switch (shape.kind) {
    case "text":
      return typeof value === "string" ? null : `${at} is not a text`;
    case "count":
      return Number.isInteger(value) && (value as number) >= 0 ? null : `${at} is not a whole number`;
    case "flag":
      return typeof value === "boolean" ? null : `${at} is not true or false`;
    case "choice":
      return shape.values.includes(value as string) ? null : `${at} is none of ${shape.values.join(", ")}`;
    case "architecture": {
      const known = typeof value === "string" && (shape.known.includes(value) || MACHINE.test(value));
      return known ? null : `${at} is no architecture`;
    }
    case "or-null":
      return value === null ? null : misfit(shape.of, value, at);
    case "list":
      return listMisfit(shape.of, value, at);
    case "row":
      return fieldsMisfit(Object.entries(shape.fields), value, at);
    case "record":
      return recordMisfit(shape, value, at);
    case "union":
      return unionMisfit(shape, value, at);
  }
}

/** An architecture without a name of its own. */
export const MACHINE = /^machine-\d{1,10}$/;

/** `misfit` as a guard. */
export function conforms<T>(description: Described<T>, value: unknown): value is T {
  return misfit(description, value) === null;
}

function listMisfit(of: Shape, value: unknown, at: string): string | null {
  if (!Array.isArray(value)) return `${at} is not a list`;
  for (const [place, item] of value.entries()) {
    const found = misfit(of, item, `${at}[${String(place)}]`);
    if (found !== null) return found;
  }
  return null;
}

function recordMisfit({ fields, where }: RecordShape, value: unknown, at: string): string | null {
  const given = Object.entries(fields).filter(([field, { optional }]) => !optional || has(value, field));
  const found = fieldsMisfit(
    given.map(([field, { of }]) => [field, of]),
    value,
    at,
  );
  if (found !== null || where === null || where(value as never)) return found;
  return `${at} contradicts itself`;
}

function unionMisfit({ rows }: UnionShape, value: unknown, at: string): string | null {
  const kind = has(value, "kind") ? value.kind : undefined;
  if (typeof kind !== "string" || !Object.hasOwn(rows, kind)) return `${at} is of no known kind`;
  const fields = Object.entries(rows[kind] ?? {});
  return fieldsMisfit([["kind", { kind: "choice", values: [kind], inFull: true }], ...fields], value, at);
}

function fieldsMisfit(
  fields: readonly (readonly [string, Shape])[],
  value: unknown,
  at: string,
): string | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return `${at} is not an object`;
  for (const [field, shape] of fields) {
    const path = at === "" ? field : `${at}.${field}`;
    if (!has(value, field)) return `${path} is missing`;
    const found = misfit(shape, value[field], path);
    if (found !== null) return found;
  }
  const names = new Set(fields.map(([field]) => field));
  const unknown = Object.keys(value).find((key) => !names.has(key));
  return unknown === undefined ? null : `${at === "" ? unknown : `${at}.${unknown}`} is not known here`;
}

/** An own field: `toString` of a name that comes from a wheel is none. */
function has<K extends string>(value: unknown, field: K): value is Record<K, unknown> {
  return typeof value === "object" && value !== null && Object.hasOwn(value, field);
}
