/** What the reader says about names that stand alone, in an error message for instance. */
import type { NameFacts } from "../../facts/code-facts.ts";
import type { NamePiece } from "../../facts/name-pieces.ts";
import { limits } from "../limits.ts";
import { parseNames, parsePieces } from "./elf-json.ts";
import type { ElfModule } from "./elf-module.ts";

/** Of names that the reader is not asked about, nothing is known. */
export function readNames(
  elf: ElfModule,
  encoder: TextEncoder,
  names: readonly string[],
): readonly NameFacts[] {
  const places = writeNames(elf, encoder, names, limits.names, "names");
  const answers = parseNames(elf.answer());
  return names.map((name, at) => {
    const answer = answers[places.get(at) ?? -1];
    return { name, demangled: answer?.demangled ?? null, cxx: answer?.cxx ?? null };
  });
}

/** Each name letter by letter; no pieces of a name that the reader is not asked about. */
export function readPieces(
  elf: ElfModule,
  encoder: TextEncoder,
  names: readonly string[],
): readonly (readonly NamePiece[])[] {
  const places = writeNames(elf, encoder, names, limits.piecedNames, "pieces");
  const answers = parsePieces(elf.answer());
  return names.map((name, at) => {
    const pieces = answers[places.get(at) ?? -1] ?? [];
    // Half a pair of UTF-16 does not survive the way.
    return pieces.map(({ text }) => text).join("") === name ? pieces : [];
  });
}

/**
 * Asks about names; returns where in the answer each of them stands. A name with a NUL in it, or an overlong one,
 * is nobody's symbol and is left out, as are those beyond `most`.
 */
function writeNames(
  elf: ElfModule,
  encoder: TextEncoder,
  names: readonly string[],
  most: number,
  question: "names" | "pieces",
): ReadonlyMap<number, number> {
  const encoded = names.map((name) => (name.includes("\0") ? null : encoder.encode(name)));
  const asked = [...encoded.entries()].flatMap(([at, bytes]) =>
    bytes !== null && bytes.length <= limits.nameBytes ? [{ at, bytes }] : [],
  );
  const some = asked.slice(0, most);
  const nul = Uint8Array.of(0);
  const length = elf.write(...some.flatMap(({ bytes }, index) => (index === 0 ? [bytes] : [nul, bytes])));
  elf.call((exports) => {
    exports[question](length);
  });
  return new Map(some.map(({ at }, place) => [at, place]));
}
