/** Values with a form of their own in links, because it is much shorter than the usual one. */
import type { ElfFacts } from "../../../facts/model.ts";
import type { SymbolGroup } from "../../../facts/code-facts.ts";
import { MACHINE } from "../../../facts/conforms.ts";
import { Malformed, type Json } from "./json.ts";
import { byPlace, count, flag, listOf, name, type Form } from "./primitive.ts";

/** Elements of an RPATH: long lists repeat each other in part. */
export const searchPath: Form<string> = {
  write: (value, to) => listOf(name).write(value.split(":"), to),
  read: (json, from) => listOf(name).read(json, from).join(":"),
};

/** By its place in the list, or `machine-N` in full. */
export function architecture(known: readonly string[]): Form<string> {
  const places = byPlace(known);
  return {
    write: (value, to) => (known.includes(value) ? places.write(value, to) : value),
    read(json, from) {
      if (typeof json !== "string") return places.read(json, from);
      if (!MACHINE.test(json)) throw new Malformed("architecture");
      return `machine-${String(Number(json.slice("machine-".length)))}`;
    },
  };
}

/** The count, then the names; the bare count if none is listed. */
export const group: Form<SymbolGroup> = {
  write: (value, to) =>
    value.symbols.length === 0 ? value.count : [value.count, ...value.symbols.map((each) => to(each))],
  read(json, from) {
    if (typeof json === "number") return { count: count.read(json, from), symbols: [] };
    const [total, ...symbols] = from.list(json);
    return { count: count.read(total, from), symbols: symbols.map((each) => from.name(each)) };
  },
};

/** The bare count if both tables are reachable. */
export const sections: Form<ElfFacts["sections"]> = {
  write: ({ count: total, dynamicSymbols, versionNeeds }): Json =>
    dynamicSymbols && versionNeeds ? total : [total, dynamicSymbols, versionNeeds],
  read(json, from) {
    if (typeof json === "number")
      return { count: count.read(json, from), dynamicSymbols: true, versionNeeds: true };
    const [total, dynamicSymbols, versionNeeds] = from.list(json);
    return {
      count: count.read(total, from),
      dynamicSymbols: flag.read(dynamicSymbols, from),
      versionNeeds: flag.read(versionNeeds, from),
    };
  },
};
