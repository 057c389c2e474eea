/**
 * The small parts that a link's form is described with: how a value of the facts is written as JSON, and how JSON from anybody is
 * read back into that value or refused. One description serves both ways, and the compiler sees that no fact is forgotten.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** How one kind of value is written and read. `read` throws `Malformed` for whatever `write` cannot have written. */
export interface Form<T> {
  write(value: T, to: Names): Json;
  read(json: Json | undefined, from: Reader): T;
}

/** What is read is not of this form. Caught where links and documents are opened; never shown as such. */
export class Malformed extends Error {}

export interface Limits {
  /** Inflated bytes of a link, characters of a document. */
  readonly decoded: number;
  readonly wheels: number;
  /** Libraries of all wheels. */
  readonly libraries: number;
  /** Characters of a name or text. */
  readonly nameCharacters: number;
  /** Entries of all lists together; bounds what judging costs. */
  readonly items: number;
}

/** Turns names into what stands for them: their number in the table of names, or themselves. */
export type Names = (name: string) => string | number;

/** What reading needs: the table of names, and what is left of the limits. */
export class Reader {
  readonly #names: readonly string[];
  readonly #nameCharacters: number;
  #items: number;
  #libraries: number;

  constructor(names: readonly Json[], limits: Limits) {
    this.#nameCharacters = limits.nameCharacters;
    this.#items = limits.items;
    this.#libraries = limits.libraries;
    this.#names = names.map((name) => this.text(name));
  }

  text(json: Json | undefined): string {
    if (typeof json !== "string" || json.length > this.#nameCharacters) throw new Malformed("text");
    return json;
  }

  name(json: Json | undefined): string {
    if (typeof json !== "number") return this.text(json);
    const name = this.#names[json];
    if (name === undefined) throw new Malformed("name");
    return name;
  }

  list(json: Json | undefined): readonly Json[] {
    if (!isList(json) || (this.#items -= json.length) < 0) throw new Malformed("list");
    return json;
  }

  library(): void {
    if (--this.#libraries < 0) throw new Malformed("libraries");
  }
}

const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json);

/** A string that likely comes again: goes through the table of names. */
export const name: Form<string> = {
  write: (value, to) => to(value),
  read: (json, from) => from.name(json),
};

/** A string that does not. */
export const text: Form<string> = { write: (value) => value, read: (json, from) => from.text(json) };

/** Whole, from 0 on, and exact. */
export const count: Form<number> = {
  write: (value) => value,
  read(json) {
    if (typeof json !== "number" || !Number.isSafeInteger(json) || json < 0) throw new Malformed("number");
    return json;
  },
};

export const flag: Form<boolean> = {
  write: (value) => value,
  read(json) {
    if (typeof json !== "boolean") throw new Malformed("flag");
    return json;
  },
};

/** One of these, by its place among them; so the order is part of the form. */
export function oneOf<const T extends string | number>(...values: readonly T[]): Form<T> {
  return {
    write: (value) => values.indexOf(value),
    read(json) {
      const value = typeof json === "number" ? values[json] : undefined;
      if (value === undefined) throw new Malformed("choice");
      return value;
    },
  };
}

export function orNull<T>({ write, read }: Form<T>): Form<T | null> {
  return {
    write: (value, to) => (value === null ? null : write(value, to)),
    read: (json, from) => (json === null ? null : read(json, from)),
  };
}

/** `most`: how many there may be, where each is compared with much else. */
export function listOf<T>({ write, read }: Form<T>, most = Infinity): Form<readonly T[]> {
  return {
    write: (values, to) => values.map((value) => write(value, to)),
    read(json, from) {
      const items = from.list(json);
      if (items.length > most) throw new Malformed("list");
      return items.map((item) => read(item, from));
    },
  };
}

/** A list with the fields in the order of the description. */
export function row<T extends object>(forms: { readonly [K in keyof T]-?: Form<T[K]> }): Form<T> {
  const fields = Object.entries(forms) as [keyof T, Form<unknown>][];
  return {
    write: (value, to) => fields.map(([field, form]) => form.write(value[field], to)),
    read(json, from) {
      const items = from.list(json);
      return Object.fromEntries(fields.map(([field, form], at) => [field, form.read(items[at], from)])) as T;
    },
  };
}

/** How one field of a `record` is written. */
export interface Field<T, V> {
  readonly key: string;
  readonly form: Form<V>;
  /** What the field is where nothing is written; may depend on the fields before it. */
  readonly usual?: (before: T) => V;
}

export type Fields<T> = { readonly [K in keyof T]-?: Field<T, T[K]> };

/** An object with short keys; a field that is as usual is left out. Keys that are not known are let through. */
export function record<T extends object>(description: Fields<T>): Form<T> {
  const fields = Object.entries(description) as [keyof T, Field<T, unknown>][];
  return {
    write(value, to) {
      const out: [string, Json][] = [];
      for (const [field, { key, form, usual }] of fields) {
        if (usual === undefined || !isSame(usual(value), value[field]))
          out.push([key, form.write(value[field], to)]);
      }
      return Object.fromEntries(out);
    },
    read(json, from) {
      const object = asObject(json);
      const value: Partial<Record<keyof T, unknown>> = {};
      for (const [field, { key, form, usual }] of fields) {
        const given = Object.hasOwn(object, key) ? object[key] : undefined;
        value[field] =
          given === undefined && usual !== undefined ? usual(value as T) : form.read(given, from);
      }
      return value as T;
    },
  };
}

export function asObject(json: Json | undefined): { readonly [key: string]: Json } {
  if (typeof json !== "object" || json === null || isList(json)) throw new Malformed("object");
  return json;
}

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === "object" && typeof b === "object" && JSON.stringify(a) === JSON.stringify(b));
