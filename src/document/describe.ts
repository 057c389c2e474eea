/**
 * The small parts that the published document is described with. Each carries the JSON Schema of one kind of value and, by `Of`, its
 * TypeScript type, so that the schema and the types cannot differ. `about` is the schema's description of a value.
 */

/** One node of a JSON Schema (2020-12). */
export interface SchemaNode {
  readonly [keyword: string]: unknown;
  readonly description?: string;
}

/** The `$defs` of a schema, by name, as its parts put them there. */
export type Definitions = Map<string, SchemaNode>;

declare const type: unique symbol;

/** A described value. `schema` gives its node and puts the definitions that the node refers to into `to`. */
export interface Described<out T> {
  readonly [type]?: T;
  schema(to: Definitions): SchemaNode;
}

/** The TypeScript type of a described value. */
export type Of<D> = D extends Described<infer T> ? T : never;

/** A key that may be absent, as its description says. */
export interface Optional<out T> extends Described<T> {
  readonly presence: "optional";
}

/** A key that was added within a version: it is always written, but documents of older programs are without it. */
export interface Added<out T> extends Described<T> {
  readonly presence: "added";
}

/** The keys of an object in the order in which they are documented. */
export type Fields = Readonly<Record<string, Described<unknown>>>;

type Flat<T> = { [K in keyof T]: T[K] };

/** The type of an object with these keys. */
export type ObjectOf<F extends Fields> = Flat<
  { readonly [K in keyof F as F[K] extends Optional<unknown> ? never : K]: Of<F[K]> } & {
    readonly [K in keyof F as F[K] extends Optional<unknown> ? K : never]?: Of<F[K]>;
  }
>;

const plain = <T>(node: SchemaNode): Described<T> => ({ schema: () => node });

/** `pattern`: a regular expression that the text matches. */
export const text = (about: string, pattern?: string): Described<string> =>
  plain({ description: about, type: "string", ...(pattern !== undefined && { pattern }) });

export const integer = (about: string): Described<number> => plain({ description: about, type: "integer" });

/** Whole, from 0 on. */
export const count = (about: string): Described<number> =>
  plain({ description: about, type: "integer", minimum: 0 });

/** From 0 to 1. */
export const share = (about: string): Described<number> =>
  plain({ description: about, type: "number", minimum: 0, maximum: 1 });

export const flag = (about: string): Described<boolean> => plain({ description: about, type: "boolean" });

export const nothing = (about: string): Described<null> => plain({ description: about, type: "null" });

export const constant = <const T extends number | boolean>(about: string, value: T): Described<T> =>
  plain({ description: about, const: value });

/** One of these texts or numbers. */
export const oneOf = <const T extends string | number>(about: string, values: readonly T[]): Described<T> =>
  plain({ description: about, enum: values });

export const listOf = <T>(about: string, item: Described<T>): Described<readonly T[]> => ({
  schema: (to) => ({ description: about, type: "array", items: item.schema(to) }),
});

/** A list whose entries the schema leaves open. */
export const anyList = (about: string): Described<readonly unknown[]> =>
  plain({ description: about, type: "array" });

/** An object with any keys, all with values of one kind. */
export const mapOf = <T>(about: string, value: Described<T>): Described<Readonly<Record<string, T>>> => ({
  schema: (to) => ({ description: about, type: "object", additionalProperties: value.schema(to) }),
});

/** An object with these keys. Others are allowed by the schema: readers ignore what they do not know. */
export const object = <F extends Fields>(about: string, fields: F): Described<ObjectOf<F>> => ({
  schema: (to) => objectNode(about, fields, to),
});

/** The same as a definition of its own, to which the schema refers by name. */
export const named = <F extends Fields>(
  name: string,
  about: string,
  fields: F,
): Described<ObjectOf<F>> & { readonly fields: F } => ({
  fields,
  schema(to) {
    if (!to.has(name)) {
      // The name is taken before the fields are described, which keeps the definitions in the order of their first use.
      to.set(name, {});
      to.set(name, objectNode(about, fields, to));
    }
    return { $ref: `#/$defs/${name}` };
  },
});

function objectNode(about: string, fields: Fields, to: Definitions): SchemaNode {
  const entries = Object.entries(fields);
  const required = entries.flatMap(([key, field]) => ("presence" in field ? [] : [key]));
  return {
    description: about,
    type: "object",
    properties: Object.fromEntries(entries.map(([key, field]) => [key, field.schema(to)])),
    ...(required.length > 0 && { required }),
  };
}

/** The value, or null. An object keeps its own description; what the pair means is said by `about` around it. */
export const orNull = <T>(value: Described<T>): Described<T | null> => ({
  schema(to) {
    const node = value.schema(to);
    if (Array.isArray(node["enum"])) return { ...node, enum: [...(node["enum"] as unknown[]), null] };
    if (typeof node["type"] === "string" && node["type"] !== "object")
      return { ...node, type: [node["type"], "null"] };
    return { oneOf: [{ type: "null" }, node] };
  },
});

/** A description for what has none of its own, or has one for its kind only: a definition, or one that may be null. */
export const about = <T>(description: string, value: Described<T>): Described<T> => ({
  schema: (to) => ({ ...value.schema(to), description }),
});

export const optional = <T>(value: Described<T>): Optional<T> => ({
  presence: "optional",
  schema: (to) => value.schema(to),
});

export const added = <T>(value: Described<T>): Added<T> => ({
  presence: "added",
  schema: (to) => value.schema(to),
});

/** The value's description for readers, and the type that its writer gives it. */
export const writtenAs =
  <T>() =>
  (value: Described<unknown>): Described<T> => ({ schema: (to) => value.schema(to) });
