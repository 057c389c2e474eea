/** What the reader makes of names that stand alone, in an error message for instance. */
import type { NameReading } from "../../facts/code-facts.ts";
import { parseNames } from "./elf-json.ts";
import type { ElfModule } from "./elf-module.ts";
import { limits } from "../limits.ts";

/** A name with a NUL in it, or an overlong one, is nobody's symbol; the reader is not asked about it. */
export function readNames(
  elf: ElfModule,
  encoder: TextEncoder,
  names: readonly string[],
): readonly NameReading[] {
  const encoded = names.map((name) => (name.includes("\0") ? null : encoder.encode(name)));
  const asked = [...encoded.entries()].flatMap(([at, bytes]) =>
    bytes !== null && bytes.length <= limits.nameBytes ? [{ at, bytes }] : [],
  );
  const readings: NameReading[] = names.map((name) => ({ name, demangled: null, cxx: null }));
  const nul = Uint8Array.of(0);
  const some = asked.slice(0, limits.names);
  const length = elf.write(...some.flatMap(({ bytes }, index) => (index === 0 ? [bytes] : [nul, bytes])));
  elf.call((exports) => {
    exports.names(length);
  });
  const answers = parseNames(elf.answer());
  for (const [index, { at }] of some.entries()) {
    const answer = answers[index];
    const name = names[at];
    if (answer !== undefined && name !== undefined) readings[at] = { ...answer, name };
  }
  return readings;
}
