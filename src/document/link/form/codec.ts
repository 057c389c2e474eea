/**
 * How values of a description (facts/describe.ts) are written into links and saved documents, and how JSON from anybody is read
 * back into such a value or refused. Nothing here knows a single fact: a fact that is described is carried.
 */
import {
  usualOf,
  type Described,
  type ListShape,
  type RecordShape,
  type RowShape,
  type Shape,
  type TextShape,
  type UnionShape,
} from "../../../facts/describe.ts";
import type { LibraryFacts } from "../../../facts/model.ts";
import { hex } from "./hex.ts";
import { asObject, isSame, Malformed, type Json, type Names, type Reader } from "./json.ts";
import { packedLibrary } from "./library.ts";
import { architecture, group, searchPath, sections } from "./packed.ts";
import { byPlace, count, flag, inFull, listOf, name, orNull, text, type Form } from "./primitive.ts";
import { pythonNames } from "./python-names.ts";
import { versionNeeds } from "./version-needs.ts";

/** The form of some value; of which type, only the description knows. */
interface AnyForm {
  write(value: never, to: Names): Json;
  read(json: Json | undefined, from: Reader): unknown;
}

const made = new WeakMap<Shape, AnyForm>();

/** The form that a description has in links; made once for each part of it. */
export function formOf<T>(description: Described<T>): Form<T> {
  return anyFormOf(description) as Form<T>;
}

function anyFormOf(shape: Shape): AnyForm {
  let form = made.get(shape);
  if (form === undefined) {
    form = make(shape);
    made.set(shape, form);
  }
  return form;
}

function make(shape: Shape): AnyForm {
  switch (shape.kind) {
    case "text":
      return texts[shape.packed];
    case "count":
      return count;
    case "flag":
      return flag;
    case "choice":
      return (shape.inFull ? inFull : byPlace)(shape.values);
    case "architecture":
      return architecture(shape.known);
    case "or-null":
      return orNull(anyFormOf(shape.of) as Form<unknown>);
    case "list":
      return listForm(shape);
    case "row":
      return rowForm(shape);
    case "record":
      return shape.packed === "library"
        ? packedLibrary(recordForm(shape) as Form<LibraryFacts>)
        : recordForm(shape);
    case "union":
      return unionForm(shape);
  }
}

const texts: Readonly<Record<TextShape["packed"], Form<string>>> = {
  name,
  text,
  hex,
  "search-path": searchPath,
};

function listForm({ of, most, packed }: ListShape): AnyForm {
  if (packed === "python-names") return pythonNames;
  return packed === "version-needs" ? versionNeeds : listOf(anyFormOf(of) as Form<unknown>, most);
}

/** A list with the fields in the order of the description. */
function rowForm({ fields, packed }: RowShape): AnyForm {
  if (packed === "group") return group;
  if (packed === "sections") return sections;
  const forms = Object.entries(fields).map(([field, of]) => ({ field, form: anyFormOf(of) }));
  return {
    write: (value, to) => forms.map(({ field, form }) => form.write(value[field], to)),
    read(json, from) {
      const items = from.list(json);
      return Object.fromEntries(
        forms.map(({ field, form }, at) => [field, form.read(items[at], from)]),
      ) as never;
    },
  };
}

/** The kind, then the fields of its row. */
function unionForm({ rows }: UnionShape): AnyForm {
  const forms = new Map(
    Object.entries(rows).map(([kind, fields]) => [kind, anyFormOf({ kind: "row", fields, packed: "plain" })]),
  );
  return {
    write(value, to) {
      const { kind } = value as { readonly kind: string };
      return [kind, ...((forms.get(kind)?.write(value, to) ?? []) as readonly Json[])];
    },
    read(json, from) {
      const [kind, ...rest] = from.list(json);
      const form = typeof kind === "string" ? forms.get(kind) : undefined;
      if (form === undefined) throw new Malformed("kind");
      return { kind, ...(form.read(rest, from) as object) } as never;
    },
  };
}

/** An object with short keys; a field that is as usual is left out. Keys that are not known are let through: newer programs add some. */
function recordForm({ fields, where }: RecordShape): AnyForm {
  const parts = Object.entries(fields).map(([field, described]) => ({
    field,
    described,
    form: anyFormOf(described.of),
  }));
  return {
    write(value, to) {
      const out: [string, Json][] = [];
      for (const { field, described, form } of parts) {
        const absent = described.optional
          ? !Object.hasOwn(value, field)
          : "usual" in described && isSame(usualOf(described, value), value[field]);
        if (!absent) out.push([described.key, form.write(value[field], to)]);
      }
      return Object.fromEntries(out);
    },
    read(json, from) {
      const object = asObject(json);
      const value: Record<string, unknown> = {};
      for (const { field, described, form } of parts) {
        const given = Object.hasOwn(object, described.key) ? object[described.key] : undefined;
        if (given !== undefined) value[field] = form.read(given, from);
        else if (described.optional) continue;
        else value[field] = "usual" in described ? usualOf(described, value) : form.read(undefined, from);
      }
      if (where !== null && !where(value as never)) throw new Malformed("contradiction");
      return value as never;
    },
  };
}
