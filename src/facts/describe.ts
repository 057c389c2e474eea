/**
 * The parts that facts are described with. A description is plain data, written once for each fact; what it stands for is derived
 * from it: the TypeScript type (`Of`), the guard of what comes from WebAssembly (conforms.ts), the plain value that tests start from
 * (plain.ts), the random value of property tests (test/arbitrary.ts), the form of share links (document/link/form/codec.ts), and the
 * fields of the published JSON document and its schema.
 */

/** Never there at run time; carries the type that a description stands for. */
export declare const TYPE: unique symbol;

/** Carries the type `T`. */
export interface Typed<T> {
  readonly [TYPE]?: T;
}

/** A description of values of the type `T`. */
export type Described<T> = Shape & Typed<T>;

/** The type of the values that a description stands for. */
export type Of<D> = D extends Typed<infer T> ? T : never;

export type Shape =
  | TextShape
  | { readonly kind: "count" }
  | { readonly kind: "flag" }
  | ChoiceShape
  | { readonly kind: "architecture"; readonly known: readonly string[] }
  | { readonly kind: "or-null"; readonly of: Shape }
  | ListShape
  | RowShape
  | RecordShape
  | UnionShape;

export interface TextShape {
  readonly kind: "text";
  /** How links write it: by its number in the table of names, in full, as packed bytes, or element by element. */
  readonly packed: "name" | "text" | "hex" | "search-path";
}

export interface ChoiceShape {
  readonly kind: "choice";
  /** Links write the place of a value in this list, so that it may only grow at its end; unless `inFull`. */
  readonly values: readonly (string | number)[];
  readonly inFull: boolean;
}

export interface ListShape {
  readonly kind: "list";
  readonly of: Shape;
  /** How many there may be at most, if they are compared with much else; Infinity: as many as limits allow. */
  readonly most: number;
  /** A form of its own in links. */
  readonly packed: "plain" | "python-names" | "version-needs";
}

/** Fields in this order; links write their values as a list. */
export interface RowShape {
  readonly kind: "row";
  readonly fields: Readonly<Record<string, Shape>>;
  readonly packed: "plain" | "group" | "sections";
}

export interface RecordShape {
  readonly kind: "record";
  readonly fields: Readonly<Record<string, FieldShape>>;
  /** What one field says about another one; a value for which it is false is refused. */
  readonly where: ((value: never) => boolean) | null;
  /** Counted, and its init function written short, in links. */
  readonly packed: "plain" | "library";
}

/** One of several rows, distinguished by their `kind`. */
export interface UnionShape {
  readonly kind: "union";
  readonly rows: Readonly<Record<string, Readonly<Record<string, Shape>>>>;
}

/** One field of a record, which is one fact. */
export interface FieldShape {
  readonly of: Shape;
  /** The short key in share links. Frozen: a link of today is opened by the programs of tomorrow. */
  readonly key: string;
  /** What links leave out: the value, or how it follows from the fields before. Frozen like the key. Absent: always written. */
  readonly usual?: unknown;
  /** The field may be missing from the value. */
  readonly optional: boolean;
  /** The name in the published JSON document; null: it does not stand there by itself. */
  readonly name: string | null;
  /** One sentence for readers of the code and of the JSON Schema. Unit, limits and source are in the crate. */
  readonly about: string;
}

/** A field with its type and its published name. `optional` fields may be missing from the value. */
export type Field<T, N extends string | null = null, Optional extends boolean = false> = FieldShape &
  Typed<T> & { readonly name: N; readonly optional: Optional };

type OptionalKeys<F> = { [K in keyof F]: F[K] extends { readonly optional: true } ? K : never }[keyof F];
type Flat<T> = { readonly [K in keyof T]: T[K] };
type RecordOf<F> = Flat<
  { readonly [K in Exclude<keyof F, OptionalKeys<F>>]: Of<F[K]> } & {
    readonly [K in OptionalKeys<F>]?: Of<F[K]>;
  }
>;
type RowOf<F> = { readonly [K in keyof F]: Of<F[K]> };
type UnionOf<R> = { [K in keyof R]: Flat<{ readonly kind: K } & RowOf<R[K]>> }[keyof R];

/** A string that likely comes again: a symbol, a library, a path. */
export const name: Described<string> = { kind: "text", packed: "name" };
/** A string that likely does not. */
export const text: Described<string> = { kind: "text", packed: "text" };
/** Hexadecimal digits. */
export const hex: Described<string> = { kind: "text", packed: "hex" };
/** RPATH and RUNPATH: long lists repeat each other in part. */
export const searchPath: Described<string> = { kind: "text", packed: "search-path" };
/** A whole number from 0 on. */
export const count: Described<number> = { kind: "count" };
export const flag: Described<boolean> = { kind: "flag" };

/** One of these, written by its place in the list. */
export function oneOf<const T extends string | number>(values: readonly T[]): Described<T> {
  return { kind: "choice", values, inFull: false };
}

/** One of these, written in full, since more may come in any place. */
export function oneWord<const T extends string>(values: readonly T[]): Described<T> {
  return { kind: "choice", values, inFull: true };
}

/** A name of the list, or `machine-N` with any number. */
export function architectures<const T extends string>(
  known: readonly T[],
): Described<T | `machine-${number}`> {
  return { kind: "architecture", known };
}

export function orNull<T>(of: Described<T>): Described<T | null> {
  return { kind: "or-null", of };
}

export function listOf<T>(
  of: Described<T>,
  { most = Infinity, packed = "plain" }: Partial<Pick<ListShape, "most" | "packed">> = {},
): Described<readonly T[]> {
  return { kind: "list", of, most, packed };
}

export function row<const F extends Readonly<Record<string, Shape>>>(
  fields: F,
  packed: RowShape["packed"] = "plain",
): Omit<RowShape, "fields"> & { readonly fields: F } & Typed<RowOf<F>> {
  return { kind: "row", fields, packed };
}

export function union<const R extends UnionShape["rows"]>(rows: R): Described<UnionOf<R>> {
  return { kind: "union", rows };
}

interface RecordOptions<T> {
  readonly where?: (value: T) => boolean;
  readonly packed?: RecordShape["packed"];
}

export function record<const F extends Readonly<Record<string, FieldShape>>>(
  fields: F,
  { where, packed = "plain" }: RecordOptions<RecordOf<F>> = {},
): Omit<RecordShape, "fields"> & { readonly fields: F } & Typed<RecordOf<F>> {
  return { kind: "record", fields, where: where ?? null, packed };
}

interface FieldOptions<N extends string | null> {
  readonly key: string;
  readonly name?: N;
  readonly about: string;
}

/** A field whose usual value links leave out; a function of the fields before it if it follows from them. */
export function field<T, const N extends string | null = null>(
  of: Described<T>,
  options: FieldOptions<N> & { readonly usual?: NoInfer<T> | ((before: never) => NoInfer<T>) },
): Field<T, N> {
  return { of, optional: false, ...options, name: (options.name ?? null) as N };
}

/** A field that may be missing. */
export function optional<T>(of: Described<T>, options: FieldOptions<null>): Field<T, null, true> {
  return { of, optional: true, ...options, name: null };
}

/** The usual value of a field, given the fields before it. */
export function usualOf({ usual }: FieldShape, before: unknown): unknown {
  return typeof usual === "function" ? (usual as (before: unknown) => unknown)(before) : usual;
}
