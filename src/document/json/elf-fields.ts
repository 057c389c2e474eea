/**
 * The facts of an ELF file that stand in the published document by themselves: those that have a `name` in facts/elf.ts. The keys of a
 * library and the schema's description of them both follow from there; a few facts are given in another form (elf-forms.ts).
 */
import type { Of as FactOf, Shape } from "../../facts/describe.ts";
import { elf } from "../../facts/elf.ts";
import type { SymbolGroup } from "../../facts/code-facts.ts";
import type { ElfFacts } from "../../facts/model.ts";
import { added, count, flag, oneOf, orNull, text, type Described, type Of } from "../describe.ts";
import { elfForms } from "./elf-forms.ts";
import { groupJson, groupOf, namesJson, namesShape, type GroupJson } from "./names-json.ts";

/** The keys of the first documents of version 1, in their order. All others were added later and stand behind them. */
const FIRST = [
  "kind",
  "arch",
  "libc",
  "soname",
  "rpath",
  "runpath",
  "build_id",
  "static_tls",
  "executable_stack",
  "text_relocations",
  "load_alignment",
  "isa_needed",
  "unique_exports",
  "mentioned_libraries",
] as const;

type Facts = typeof elf.fields;
type Forms = typeof elfForms;
type First = (typeof FIRST)[number];

/** How a fact without a form of its own is written. */
type Plainly<T> = T extends SymbolGroup
  ? GroupJson
  : T extends readonly string[]
    ? { readonly count: number; readonly names: readonly string[] }
    : T;

/** The facts under their published names. */
export type ElfJson = {
  readonly [
    K in keyof Facts as Facts[K]["name"] extends string ? Facts[K]["name"] : never
  ]: K extends keyof Forms ? Of<Forms[K]["described"]> : Plainly<FactOf<Facts[K]>>;
};

type ElfDescriptions = {
  readonly [K in keyof ElfJson]: K extends First
    ? Described<ElfJson[K]>
    : ReturnType<typeof added<ElfJson[K]>>;
};

interface ElfField {
  readonly name: string;
  readonly described: Described<unknown>;
  readonly of: (elf: ElfFacts) => unknown;
}

const asIs = (value: unknown): unknown => value;

const fields: readonly ElfField[] = Object.entries(elf.fields).flatMap(
  ([fact, { name, about, of }]): ElfField[] => {
    if (name === null) return [];
    const { described, write } = formOf(fact, of, about);
    const isFirst = (FIRST as readonly string[]).includes(name);
    return [
      {
        name,
        described: isFirst ? described : added(described),
        of: (facts) => write(facts[fact as keyof ElfFacts]),
      },
    ];
  },
);

const ordered: readonly ElfField[] = [
  ...FIRST.flatMap((first) => fields.filter(({ name }) => name === first)),
  ...fields.filter(({ name }) => !(FIRST as readonly string[]).includes(name)),
];

/** The description of each key. */
export const elfDescriptions = mapped(({ described }) => described) as ElfDescriptions;

export const elfJson = (facts: ElfFacts): ElfJson => mapped(({ of }) => of(facts)) as ElfJson;

function mapped(change: (field: ElfField) => unknown): unknown {
  return Object.fromEntries(ordered.map((field) => [field.name, change(field)]));
}

interface Form {
  readonly described: Described<unknown>;
  readonly write: (value: unknown) => unknown;
}

function formOf(fact: string, shape: Shape, about: string): Form {
  const own = (
    elfForms as Readonly<Record<string, { described: Described<unknown>; write: (value: never) => unknown }>>
  )[fact];
  if (own !== undefined) return own as Form;
  switch (shape.kind) {
    case "text":
    case "architecture":
      return { described: text(about), write: asIs };
    case "count":
      return { described: count(about), write: asIs };
    case "flag":
      return { described: flag(about), write: asIs };
    case "choice":
      return { described: oneOf(about, shape.values), write: asIs };
    case "or-null":
      return { described: orNull(formOf(fact, shape.of, about).described), write: asIs };
    case "list":
      return {
        described: namesShape(about, "A name."),
        write: (value) => namesJson(value as readonly string[]),
      };
    default:
      if (shape.kind === "row" && shape.packed === "group")
        return { described: groupOf(about), write: (value) => groupJson(value as SymbolGroup) };
      throw new TypeError(`${fact} has no form in the document: give it one in elf-forms.ts`);
  }
}
