/** The published schema in its strict form: what it does not name is an error here, though readers must allow it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { SchemaNode } from "../../src/document/describe.ts";

const path = join(import.meta.dirname, "../../public/schema/report-1.json");

export const reportSchema = JSON.parse(readFileSync(path, "utf8")) as SchemaNode;

/** Every object with named properties allows no others. */
export function strict(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strict);
  if (typeof node !== "object" || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, strict(value)]));
  return "properties" in copy && !("additionalProperties" in copy)
    ? { ...copy, additionalProperties: false }
    : copy;
}

export function strictValidator(): ValidateFunction {
  // `type: ["string", "null"]` is plain JSON Schema; ajv's own strict mode would ask for oneOf.
  return new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(strict(reportSchema) as object);
}
