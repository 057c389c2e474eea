/** The plain value of a description: what tests and examples start from, so that each states only what it is about. */
import { type Described, type RecordShape, usualOf, type Shape } from "./describe.ts";
import { elf } from "./elf.ts";
import type { ElfFacts, LibraryFacts, WheelFacts } from "./model.ts";
import { library, wheel } from "./wheel.ts";

/** Usual values if there are some, else nothing, zero, false or the first choice. */
export function plain<T>(description: Described<T>): T {
  return plainOf(description) as T;
}

function plainOf(shape: Shape): unknown {
  switch (shape.kind) {
    case "text":
      return "";
    case "count":
      return 0;
    case "flag":
      return false;
    case "choice":
      return shape.values[0];
    case "architecture":
      return shape.known[0];
    case "or-null":
      return null;
    case "list":
      return [];
    case "row":
      return Object.fromEntries(Object.entries(shape.fields).map(([field, of]) => [field, plainOf(of)]));
    case "record":
      return plainRecord(shape, {});
    case "union": {
      const [kind, fields] = Object.entries(shape.rows)[0] ?? ["", {}];
      return { kind, ...(plainOf({ kind: "row", fields, packed: "plain" }) as object) };
    }
  }
}

/** A value that follows from another field follows from what that is changed to. */
function plainRecord(
  { fields }: RecordShape,
  changes: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [field, described] of Object.entries(fields)) {
    if (field in changes) value[field] = changes[field];
    else if (!described.optional)
      value[field] = "usual" in described ? usualOf(described, value) : plainOf(described.of);
  }
  return value;
}

/** A small extension module for x86_64 and glibc, but for `changes`. */
export function plainElf(changes: Partial<ElfFacts> = {}): ElfFacts {
  return plainRecord(elf, changes) as unknown as ElfFacts;
}

/** A library that could be read. */
export function plainLibrary(path: string, changes: Partial<ElfFacts> = {}): LibraryFacts {
  return { ...plain(library), path, sizeBytes: 20_000, compressedBytes: 8_000, elf: plainElf(changes) };
}

/** A wheel with nothing in it. */
export function plainWheel(changes: Partial<WheelFacts> = {}): WheelFacts {
  return { ...plain(wheel), ...changes };
}
