/** One row of the library table: what a single library needs at most, from whom, and what was found about it. */
import { fitsAlone } from "./auditwheel/judge.ts";
import type { CheckContext } from "./check-context.ts";
import { severityRank } from "./severity.ts";
import type { LibraryFacts, VersionNeed } from "../facts/model.ts";
import type { FamilyMaximum } from "./linkage/family-maximum.ts";
import type { Finding, LibraryReport } from "./report.ts";
import { compareFamilies, compareNumbers, parseVersionName } from "../facts/names/version-name.ts";

export function libraryReport(
  library: LibraryFacts,
  { facts, judgement, linkage, readings }: CheckContext,
  findings: readonly Finding[],
): LibraryReport {
  const own = findings.filter((finding) => finding.libraries.includes(library.path));
  const [worst] = own.map((finding) => finding.severity).sort((a, b) => severityRank(a) - severityRank(b));
  return {
    facts: library,
    fits: fitsAlone(library, facts, judgement),
    maxima: familyMaxima(library.elf?.versionNeeds ?? []),
    linkage: linkage.get(library.path) ?? [],
    findings: own.map((finding) => finding.id),
    severity: worst ?? null,
    cxx: readings.cxx.get(library.path) ?? null,
    toolchain: readings.toolchain.get(library.path) ?? null,
    gpu: readings.gpu.libraries.get(library.path) ?? null,
    python: readings.python.libraries.get(library.path) ?? null,
  };
}

/**
 * The highest version of each family, compared as numbers. Markers such as `GLIBC_PRIVATE` are families of their own. Where two
 * providers are asked for the same version, their symbols are joined under the first.
 */
export function familyMaxima(needs: readonly VersionNeed[]): FamilyMaximum[] {
  const maxima = new Map<string, { readonly best: FamilyMaximum; readonly numbers: readonly number[] }>();
  for (const { version, library: from, symbols, symbolCount } of needs) {
    const { family, numbers: parsed } = parseVersionName(version);
    const numbers = parsed ?? [];
    const known = maxima.get(family);
    const order = known === undefined ? 1 : compareNumbers(numbers, known.numbers);
    if (order > 0) {
      maxima.set(family, { numbers, best: { family, version, from, symbols, symbolCount } });
    } else if (order === 0 && known !== undefined) {
      const { best } = known;
      const joined = {
        ...best,
        symbols: [...best.symbols, ...symbols],
        symbolCount: best.symbolCount + symbolCount,
      };
      maxima.set(family, { numbers, best: joined });
    }
  }
  return [...maxima.values()].map(({ best }) => best).sort((a, b) => compareFamilies(a.family, b.family));
}
