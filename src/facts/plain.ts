/** The plain value of a description: what tests and examples start from, so that each states only what it is about. */
import { type Described, usualOf, type Shape } from "./describe.ts";
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
    case "record": {
      const value: Record<string, unknown> = {};
      for (const [field, described] of Object.entries(shape.fields)) {
        if (described.optional) continue;
        value[field] = "usual" in described ? usualOf(described, value) : plainOf(described.of);
      }
      return value;
    }
    case "union": {
      const [kind, fields] = Object.entries(shape.rows)[0] ?? ["", {}];
      return { kind, ...(plainOf({ kind: "row", fields, packed: "plain" }) as object) };
    }
  }
}

/** A small extension module for x86_64 and glibc, but for `changes`. */
export function plainElf(changes: Partial<ElfFacts> = {}): ElfFacts {
  return { ...plain(elf), ...changes };
}

/** A library that could be read. */
export function plainLibrary(path: string, changes: Partial<ElfFacts> = {}): LibraryFacts {
  return { ...plain(library), path, sizeBytes: 20_000, compressedBytes: 8_000, elf: plainElf(changes) };
}

/** A wheel with nothing in it. */
export function plainWheel(changes: Partial<WheelFacts> = {}): WheelFacts {
  return { ...plain(wheel), ...changes };
}
