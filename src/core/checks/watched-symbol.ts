/** Finds extension modules that import a symbol of the watch list; shared by the two checks about Python 2 builds. */
import type { FindingId } from "../findings.ts";
import type { Evidence, Finding, Sentence } from "../report.ts";
import { list, say, symbol } from "../sentence.ts";
import { distinct, finding, readLibraries, subject, verb, type CheckContext } from "./check.ts";

export function importsOf(
  { facts }: CheckContext,
  id: FindingId,
  matches: (name: string) => boolean,
  words: { why: Sentence; advice: Sentence },
): Finding | null {
  const uses = readLibraries(facts)
    .filter(({ elf }) => elf.role === "extension-module")
    .flatMap(({ path, elf }) =>
      elf.watchedSymbols
        .filter((watchedSymbol) => !watchedSymbol.defined && matches(watchedSymbol.name))
        .map((watchedSymbol): Evidence & { in: string; symbol: string } => ({
          in: path,
          symbol: watchedSymbol.name,
        })),
    );
  if (uses.length === 0) return null;
  const paths = distinct(uses.map((use) => use.in));
  const names = distinct(uses.map((use) => use.symbol));
  return finding(id, {
    sentence: say`${subject(paths)} ${verb(paths.length, "imports", "import")} ${list(names.map(symbol))}, ${words.why}.`,
    advice: [words.advice],
    libraries: paths,
    evidence: uses,
  });
}
