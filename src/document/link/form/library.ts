/** A library in a link: counted, and its init function written short. */
import { fileNameOf } from "../../../facts/path.ts";
import type { LibraryFacts } from "../../../facts/model.ts";
import type { Form } from "./primitive.ts";

/** The init function of most extension modules follows from their file name; `=` stands for it. */
export function packedLibrary(form: Form<LibraryFacts>): Form<LibraryFacts> {
  return {
    write: (value, to) =>
      form.write(
        withInit(value, (symbols, usual) =>
          symbols.length === 1 && symbols[0] === usual
            ? ["="]
            : symbols.map((each) => (each.startsWith("=") ? `=${each}` : each)),
        ),
        to,
      ),
    read(json, from) {
      from.library();
      return withInit(form.read(json, from), (symbols, usual) =>
        symbols.map((each) => (each === "=" ? usual : each.startsWith("=") ? each.slice(1) : each)),
      );
    },
  };
}

function withInit(
  library: LibraryFacts,
  change: (symbols: readonly string[], usual: string) => readonly string[],
): LibraryFacts {
  const { path, elf } = library;
  if (elf === null || elf.initSymbols.length === 0) return library;
  const usual = `PyInit_${fileNameOf(path).split(".")[0] ?? ""}`;
  return { ...library, elf: { ...elf, initSymbols: change(elf.initSymbols, usual) } };
}
