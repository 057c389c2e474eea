/** Versions that the claimed tag does not promise, with the symbols that ask for them: the commonest reason of all. */
import {
  compareFamilies,
  compareNumbers,
  compareVersionNames,
  parseVersionName,
} from "../../../facts/names/version-name.ts";
import { type CheckContext, blockersOf, filesOf } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { buildImage } from "../../knowledge/build-image.ts";
import { firstGcc } from "../../knowledge/gcc-releases.ts";
import { knownSymbol, readableSymbol } from "../../knowledge/known-symbols.ts";
import { compareText, distinct } from "../../order.ts";
import {
  type Sentence,
  type SentencePart,
  code,
  list,
  say,
  symbol,
  tag,
  verb,
  version,
} from "../../sentence.ts";
import type { Blocker } from "../../verdict/blocker.ts";
import type { JudgedClaim } from "../../verdict/claim.ts";
import { policyOf } from "../../verdict/own-blockers.ts";
import type { Check } from "../forms.ts";

type TooNew = Extract<Blocker, { kind: "symbol-version" }>;

export const check: Check = (context) => {
  const { target } = context;
  const tooNew = blockersOf(context, "symbol-version")
    .filter((blocker) => blocker.version !== "GLIBC_PRIVATE")
    .sort(mostTelling);
  if (target === null || tooNew.length === 0) return null;
  const paths = distinct(tooNew.map((blocker) => blocker.in));
  const tops = topOfEachFamily(tooNew);
  const limits = tops.map((top) => lastPromised(context, target, top)).filter((limit) => limit !== null);
  const end: Sentence =
    limits.length === 0
      ? say`${tag(target.tag)} promises none of that`
      : say`${tag(target.tag)} ends at ${list(limits)}`;
  return {
    sentence: say`${askers(context, tops, tooNew)}${others(context, tops, tooNew)}; ${end}.`,
    advice: advice(context, target, tooNew),
    libraries: paths,
    evidence: tooNew.flatMap(evidenceOf),
    evidenceTotal: tooNew.reduce((sum, blocker) => sum + Math.max(1, blocker.symbolCount), 0),
  };
};

/** Who asks for the newest version of each family: those files alone, whatever else is too new in others. */
function askers(context: CheckContext, tops: readonly string[], tooNew: readonly TooNew[]): Sentence {
  const groups = new Map<string, { paths: string[]; versions: string[] }>();
  for (const top of tops) {
    const paths = distinct(tooNew.filter((each) => each.version === top).map((each) => each.in));
    const key = paths.join("\0");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { paths, versions: [top] });
    else group.versions.push(top);
  }
  const parts = [...groups.values()].map(({ paths, versions }, index) => {
    const asks = verb(paths.length, "asks", "ask");
    const why = index === 0 ? example(tooNew) : "";
    return say`${filesOf(context, paths)} ${asks} for ${list(versions.map((each) => version(each)))}${why}`;
  });
  return parts.flatMap((part, index) => (index === 0 ? part : say`, ${part}`));
}

/** Files that ask for something too new, but not for the newest. */
function others(context: CheckContext, tops: readonly string[], tooNew: readonly TooNew[]): Sentence {
  const named = new Set(tooNew.filter((each) => tops.includes(each.version)).map((each) => each.in));
  const rest = distinct(tooNew.map((each) => each.in)).filter((path) => !named.has(path));
  if (rest.length === 0) return [];
  return say`, and ${filesOf(context, rest)} for other versions that are too new`;
}

/** Newest version first, glibc before the rest; then needs that name symbols; then path. */
function mostTelling(a: TooNew, b: TooNew): number {
  return (
    compareFamilies(parseVersionName(a.version).family, parseVersionName(b.version).family) ||
    compareVersionNames(b.version, a.version) ||
    Math.min(b.symbols.length, 1) - Math.min(a.symbols.length, 1) ||
    compareText(a.in, b.in)
  );
}

function topOfEachFamily(sorted: readonly TooNew[]): string[] {
  const tops = new Map<string, string>();
  for (const { version: name } of sorted) {
    const { family } = parseVersionName(name);
    if (!tops.has(family)) tops.set(family, name);
  }
  return [...tops.values()];
}

function example(sorted: readonly TooNew[]): Sentence {
  const [first] = sorted;
  const names = (first?.symbols ?? []).slice().sort((a, b) => known(first, b) - known(first, a));
  const shown = names.map(readableSymbol).filter((name) => name !== null);
  const [top] = shown;
  if (first === undefined || top === undefined) return [];
  // The facts keep a limited number of names, but count them all.
  return first.symbolCount > 2
    ? say` (${symbol(top)} and ${String(first.symbolCount - 1)} more)`
    : say` (${list(shown.map(symbol), 2)})`;
}

const known = (need: TooNew | undefined, name: string): number =>
  need !== undefined && knownSymbol(name, need.version) !== null ? 1 : 0;

/** The newest version of the same family that the policy allows, or the claimed glibc number where no policy has it. */
function lastPromised(context: CheckContext, target: JudgedClaim, top: string): SentencePart | null {
  const { family } = parseVersionName(top);
  if (family === "GLIBC" && "release" in target.parsed)
    return version(`GLIBC_${target.parsed.release.join(".")}`);
  const policy = policyOf(target.judgedBy, context.knowledge);
  const architecture = context.judgement.architecture;
  const lists = architecture === null ? undefined : policy?.symbolVersions[architecture];
  const versions = lists !== undefined && Object.hasOwn(lists, family) ? lists[family] : undefined;
  const last = versions
    ?.map((each) => `${family}_${each}`)
    .filter((name) => parseVersionName(name).family === family);
  const newest = last?.sort(compareVersionNames).at(-1);
  return newest === undefined ? null : version(newest);
}

function evidenceOf(blocker: TooNew): Evidence[] {
  const where = { in: blocker.in, version: blocker.version, from: blocker.from };
  if (blocker.symbols.length === 0)
    return [{ ...where, note: "no symbol asks for it, but the need still binds" }];
  return blocker.symbols.map((name) => ({ ...where, symbol: name }));
}

function advice(context: CheckContext, target: JudgedClaim, tooNew: readonly TooNew[]): Sentence[] {
  return [...culprits(tooNew), ...buildElsewhere(context, target), ...cxxAdvice(context, tooNew)];
}

/** Up to three well-known symbols, each with the reason why it asks for that version. */
function culprits(tooNew: readonly TooNew[]): Sentence[] {
  const reasons = new Map<string, Sentence>();
  for (const { symbols, version: needed } of tooNew) {
    for (const name of symbols) {
      const fact = knownSymbol(name, needed);
      if (fact === null || reasons.has(fact.cause)) continue;
      const remedy = fact.remedy === null ? "" : ` ${fact.remedy}`;
      reasons.set(
        fact.cause,
        say`${symbol(readableSymbol(name) ?? name)} asks for ${version(needed)}: ${fact.cause}.${remedy}`,
      );
    }
  }
  return [...reasons.values()].slice(0, 3);
}

function buildElsewhere(context: CheckContext, target: JudgedClaim): Sentence[] {
  const { architecture } = context.judgement;
  if (architecture === null || target.parsed.platform !== "manylinux") return [];
  const { release } = target.parsed;
  const image = buildImage("glibc", architecture, release);
  const zig = say`${code(`zig cc -target ${zigTarget(architecture, release)}`)} links for that glibc on any system`;
  if (image !== null)
    return [
      say`Build in PyPA's ${code(image)} image, where nothing newer can be linked by accident; ${zig}.`,
    ];
  const from = release.join(".");
  if (compareNumbers(release, OLDEST_IN_USE) < 0) {
    return [
      say`Build on a system with glibc ${from} or older. PyPA's images for it have ended; ${tag(`manylinux_2_17_${architecture}`)} is the oldest tag still worth claiming.`,
    ];
  }
  return [say`Build on a system with glibc ${from} or older; PyPA has no image for it, but ${zig}.`];
}

/** No distribution with an older glibc is maintained. */
const OLDEST_IN_USE = [2, 17] as const;

const ZIG_ARCHITECTURE: Readonly<Record<string, string>> = {
  i686: "x86",
  armv7l: "arm",
  ppc64le: "powerpc64le",
};

function zigTarget(architecture: string, release: readonly number[]): string {
  const system = architecture === "armv7l" ? "linux-gnueabihf" : "linux-gnu";
  return `${ZIG_ARCHITECTURE[architecture] ?? architecture}-${system}.${release.join(".")}`;
}

function cxxAdvice({ knowledge }: CheckContext, tooNew: readonly TooNew[]): Sentence[] {
  const cxx = tooNew.find((blocker) => /^(GLIBCXX|CXXABI)_/.test(blocker.version));
  if (cxx === undefined) return [];
  const gcc = firstGcc(cxx.version, knowledge.toolchain);
  const since = gcc === null ? "" : `, which came with GCC ${gcc}`;
  return [
    say`${version(cxx.version)} is a version of libstdc++${since}. PyPA's images carry a compiler that puts newer parts of libstdc++ into the library itself; elsewhere link with ${code("-static-libstdc++ -Wl,--exclude-libs,ALL")}.`,
  ];
}
