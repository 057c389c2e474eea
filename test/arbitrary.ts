/**
 * Random values of a description (src/facts/describe.ts): a fact that is described is made up here too. Strings are often those
 * that programs stumble over.
 */
import fc from "fast-check";
import { elf } from "../src/facts/elf.ts";
import { wheel } from "../src/facts/wheel.ts";
import type { Described, FieldShape, RecordShape, Shape } from "../src/facts/describe.ts";
import type { ElfFacts, WheelFacts } from "../src/facts/model.ts";

const ODD = ["__proto__", "constructor", "", "=", "==", "!", "\0", "💥", "a:b", "…", "toString"];
const USUAL = [
  "libc.so.6",
  "GLIBC_2.34",
  "PyList_New",
  "_Py_NoneStruct",
  "pkg/x.abi3.so",
  "pkg.libs/liba.so",
];
const FILE_NAMES = [
  "pkg-1.0-cp312-cp312-manylinux_2_17_x86_64.whl",
  "pkg-1.0-1-cp38-abi3-musllinux_1_1_x86_64.whl",
  "pkg-1.0-py3-none-any-variant.whl",
];

export const word = fc.oneof(
  fc.constantFrom(...ODD),
  fc.string({ maxLength: 12, unit: "binary" }),
  fc.constantFrom(...USUAL),
);
const count = fc.oneof(fc.nat(300), fc.maxSafeNat());
const hexText = fc.oneof(word, fc.constantFrom("00ff", "abc", "AB", "ab".repeat(32)));

/** Values of a description; at most so many items in each list. */
export function arbitraryOf<T>(description: Described<T>, most = 3): fc.Arbitrary<T> {
  return arbitrary(description, most) as fc.Arbitrary<T>;
}

function arbitrary(shape: Shape, most: number): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case "text":
      return shape.packed === "hex" ? hexText : word;
    case "count":
      return count;
    case "flag":
      return fc.boolean();
    case "choice":
      return fc.constantFrom(...shape.values);
    case "architecture":
      return fc.oneof(
        fc.constantFrom(...shape.known),
        fc.nat(65535).map((number) => `machine-${number}`),
      );
    case "or-null":
      return fc.option(arbitrary(shape.of, most), { nil: null });
    case "list": {
      const list = fc.array(arbitrary(shape.of, most), { maxLength: most });
      // Lists that come sorted and without duplicates have a shorter form in links.
      if (shape.packed === "python-names")
        return fc.oneof(
          list,
          list.map((names) => [...new Set(names)].sort()),
        );
      return list;
    }
    case "row":
      return fields(Object.entries(shape.fields), most);
    case "record":
      return ofRecord(shape, most);
    case "union":
      return fc.oneof(
        ...Object.entries(shape.rows).map(([kind, row]) =>
          fields(Object.entries(row), most).map((value) => ({ kind, ...value })),
        ),
      );
  }
}

function ofRecord({ fields: described, where }: RecordShape, most: number): fc.Arbitrary<unknown> {
  const values = fields(
    Object.entries(described).map(([field, { of }]) => [field, of]),
    most,
    Object.entries(described).flatMap(([field, { optional }]: [string, FieldShape]) =>
      optional ? [] : [field],
    ),
  );
  if (where === null) return values;
  return values.map((value) => consistent(value)).filter((value) => where(value as never));
}

/** What one field says about another: GPU code groups its targets by their place, and a library has facts or an error. */
function consistent(value: Record<string, unknown>): Record<string, unknown> {
  if ("groups" in value && Array.isArray(value.groups) && Array.isArray(value.targets)) {
    const { length } = value.targets;
    return {
      ...value,
      groups: value.groups.map((group: { readonly targets: readonly number[] }) => ({
        ...group,
        targets: length === 0 ? [] : group.targets.map((place) => place % length),
      })),
    };
  }
  return "error" in value && value.elf !== null ? { ...value, error: null } : value;
}

function fields(
  shapes: readonly (readonly [string, Shape])[],
  most: number,
  required?: readonly string[],
): fc.Arbitrary<Record<string, unknown>> {
  const record = Object.fromEntries(shapes.map(([field, shape]) => [field, arbitrary(shape, most)]));
  return required === undefined ? fc.record(record) : fc.record(record, { requiredKeys: [...required] });
}

export const anyElf: fc.Arbitrary<ElfFacts> = arbitraryOf(elf);

/** Facts with anything in them that their types allow; some have the name of a wheel. */
export const anyWheel: fc.Arbitrary<WheelFacts> = fc
  .tuple(arbitraryOf(wheel, 4), fc.option(fc.constantFrom(...FILE_NAMES), { nil: null }))
  .map(([facts, fileName]) => (fileName === null ? facts : { ...facts, fileName }));
