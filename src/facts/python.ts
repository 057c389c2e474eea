/** Python's own names among the dynamic symbols: `Py…` and `_Py…`, init functions left out; read by wasm/src/elf/python.rs. */
import { count, field, listOf, name, orNull, record } from "./describe.ts";

const names = listOf(name, { packed: "python-names" });

export const python = record({
  imports: field(names, {
    key: "i",
    usual: [],
    about: "Undefined, sorted, without duplicates; at most 4,000.",
  }),
  exports: field(names, { key: "e", usual: [], about: "Defined, sorted; at most 200." }),
  exportCount: field(count, {
    key: "n",
    usual: ({ exports }: { readonly exports: readonly string[] }) => exports.length,
    about: "How many are defined: more than a thousand mean that a Python is linked in.",
  }),
  locals: field(orNull(names), {
    key: "l",
    usual: null,
    about:
      "Local and hidden functions of that form (inlined from headers), sorted, at most 100; null: not known.",
  }),
});
