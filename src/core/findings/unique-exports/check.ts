/**
 * Exports with the binding `STB_GNU_UNIQUE`: GCC gives it to static data of templates and inline functions, and the loader keeps one of
 * each name for the whole process, `RTLD_LOCAL` or not (GCC manual, `-fno-gnu-unique`).
 */
import type { SymbolGroup } from "../../../facts/code-facts.ts";
import { judgedLibraries } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { distinct, spread } from "../../order.ts";
import { outermostScope } from "../../readings/cxx/mangled-scope.ts";
import { code, count, library, list, say, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

/** Symbols of one library among the evidence, so that the beginning of the list shows several. */
const PER_LIBRARY = 5;

export const check: Check = (context) => {
  const found = judgedLibraries(context)
    .filter(({ elf }) => elf.role !== "executable" && isTelling(elf.uniqueExports))
    .sort((a, b) => b.elf.uniqueExports.count - a.elf.uniqueExports.count);
  const [most] = found;
  if (most === undefined) return null;
  const total = found.reduce((sum, { elf }) => sum + elf.uniqueExports.count, 0);
  const scopes = distinct(found.flatMap(({ elf }) => telling(elf.uniqueExports).flatMap(namedScope)));
  const whose = scopes.length === 0 ? "" : say` of ${list(scopes.map(code))}`;
  const who = found.length === 1 ? library(most.path) : say`${count(found.length, "library", "libraries")}`;
  const evidence = found.flatMap(({ path, elf }) =>
    telling(elf.uniqueExports)
      .slice(0, PER_LIBRARY)
      .map((symbol): Evidence => ({ in: path, symbol })),
  );
  return {
    sentence: say`${who} ${verb(found.length, "exports", "export")} ${count(total, "unique symbol")}${whose}: a process keeps one of each, so copies in other wheels share ${total === 1 ? "its variable" : "their variables"} with ${verb(found.length, "this one", "these")}.`,
    advice: [
      say`That is harmless as long as nobody else brings the same names in another version. Compile with ${code("-fno-gnu-unique")} (Clang never makes them), or hide what is not meant for others: ${code("-fvisibility=hidden")}, ${code("-fvisibility-inlines-hidden")}, ${code("-Wl,--exclude-libs,ALL")}.`,
    ],
    libraries: found.map(({ path }) => path),
    evidence: spread(evidence, (each) => each.in ?? ""),
    evidenceTotal: total,
  };
};

/**
 * Any GCC leaves constants of the standard library (`std::piecewise_construct`), which are the same everywhere. A whole runtime among the
 * exports is the matter of cxx-runtime-exported.
 */
function isTelling(group: SymbolGroup): boolean {
  return group.count > 0 && (group.symbols.length === 0 || telling(group).length > 0);
}

/** Those in a scope first, then short ones: names of templates can fill a screen. */
function telling({ symbols }: SymbolGroup): string[] {
  const rank = (symbol: string): number => 1 - namedScope(symbol).length;
  return symbols
    .filter((symbol) => outermostScope(symbol) !== "std")
    .sort((a, b) => rank(a) - rank(b) || a.length - b.length);
}

/** The outermost namespace or class of a mangled variable; none if it is in none. */
function namedScope(symbol: string): string[] {
  const scope = outermostScope(symbol);
  return scope === null || scope === "::" ? [] : [scope];
}
