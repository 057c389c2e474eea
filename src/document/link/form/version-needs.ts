/**
 * Version needs as one list: a provider, then a list for each version needed from it: `["libc.so.6",["GLIBC_2.14",1,["memcpy"]],…]`.
 * A provider is written again where it comes again. `true` behind the names: the need is weak.
 */
import type { VersionNeed } from "../../../facts/model.ts";
import { Malformed, type Json } from "./json.ts";
import { count, listOf, name, type Form } from "./primitive.ts";

const symbols = listOf(name);

export const versionNeeds: Form<readonly VersionNeed[]> = {
  write(needs, to) {
    const out: Json[] = [];
    let last: string | null = null;
    for (const { library, version, weak, symbolCount, symbols: names } of needs) {
      if (library !== last) out.push(to(library));
      last = library;
      const need: Json[] = [to(version), symbolCount];
      if (names.length > 0 || weak) need.push(symbols.write(names, to));
      if (weak) need.push(true);
      out.push(need);
    }
    return out;
  },
  read(json, from) {
    const needs: VersionNeed[] = [];
    let library: string | null = null;
    for (const item of from.list(json)) {
      if (!Array.isArray(item)) {
        library = from.name(item);
        continue;
      }
      if (library === null) throw new Malformed("provider");
      const [version, symbolCount, names = [], weak = false] = from.list(item);
      if (typeof weak !== "boolean") throw new Malformed("weak");
      needs.push({
        library,
        version: from.name(version),
        weak,
        symbolCount: count.read(symbolCount, from),
        symbols: symbols.read(names, from),
      });
    }
    return needs;
  },
};
