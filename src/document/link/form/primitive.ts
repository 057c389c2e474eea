/** The forms of single values in links, and of lists of them. */
import { Malformed, type Json, type Names, type Reader } from "./json.ts";

/** How one kind of value is written and read. `read` throws `Malformed` for whatever `write` cannot have written. */
export interface Form<T> {
  write(value: T, to: Names): Json;
  read(json: Json | undefined, from: Reader): T;
}

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

/** One of these, by its place among them. */
export function byPlace<T extends string | number>(values: readonly T[]): Form<T> {
  return {
    write: (value) => values.indexOf(value),
    read(json) {
      const value = typeof json === "number" ? values[json] : undefined;
      if (value === undefined) throw new Malformed("choice");
      return value;
    },
  };
}

/** One of these, in full. */
export function inFull<T extends string | number>(values: readonly T[]): Form<T> {
  return {
    write: (value) => value,
    read(json, from) {
      const value = from.text(json);
      const known = values.find((each) => each === value);
      if (known === undefined) throw new Malformed("word");
      return known;
    },
  };
}

export function orNull<T>({ write, read }: Form<T>): Form<T | null> {
  return {
    write: (value, to) => (value === null ? null : write(value, to)),
    read: (json, from) => (json === null ? null : read(json, from)),
  };
}

/** `most`: how many there may be. */
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
