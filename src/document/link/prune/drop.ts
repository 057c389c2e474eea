/** What a link leaves out when it would be too long, step by step, each reported in the link. */
import type { VersionNeed, WheelFacts } from "../../../facts/model.ts";
import type { LibraryReport, Report } from "../../../core/report.ts";
import { parseVersionName } from "../../../facts/names/version-name.ts";
import { coreOf, numbersOf, sentencesOf } from "./essence.ts";
import { LINK_LIMIT } from "../limits.ts";
import { listedSymbols, mapElf, mapSymbols, onlyLibraries, withoutLinks } from "./map-facts.ts";
import { highestNeeds } from "./prune.ts";
import type { Dropped, SharedReport, SharedWheel } from "../shared-report.ts";

export interface Step {
  readonly kind: Dropped["kind"];
  /** Taken for links longer than this. Characters. */
  readonly above: number;
  /** What it makes of one wheel; tried from the first to the last until the decisions stay as they are. */
  readonly ways: readonly ((facts: WheelFacts, report: Report) => WheelFacts)[];
  /** How much of what it leaves out there is. */
  readonly count: (facts: WheelFacts) => number;
}

/** Up to here links are as they come: a length that all software should support (RFC 9110, section 4.1). */
const COMFORTABLE = 8_000;
/** Short enough for chat programs and issue trackers; identity that the verdict does not rest on has no place beyond it. */
const SHORT = 2_000;

/** NUL is in no name of a file. */
const providerAndFamily = ({ library, version }: VersionNeed): string =>
  `${library}\0${parseVersionName(version).family}`;

interface Named {
  readonly symbols: readonly string[];
}

/** The names that sentences of the report mention, and of groups the first so many. */
function onlySpoken(facts: WheelFacts, report: Report, ofGroup: number): WheelFacts {
  const sentences = [
    report.verdict.headline,
    report.verdict.second,
    ...report.findings.map(({ sentence }) => sentence),
  ];
  const spoken = new Set(
    sentences
      .flat()
      .flatMap((part) => (typeof part !== "string" && part.kind === "symbol" ? [part.text] : [])),
  );
  const needs = ({ symbols }: Named): string[] => symbols.filter((name) => spoken.has(name));
  const group = ({ symbols }: Named): string[] =>
    symbols.filter((name, at) => at < ofGroup || spoken.has(name));
  return mapElf(facts, (elf) => mapSymbols(elf, { needs, group }));
}

const quietLibraries = {
  kind: "quiet-libraries",
  above: LINK_LIMIT,
  count: (facts: WheelFacts) => facts.libraries.length,
} as const;

export const steps: readonly Step[] = [
  {
    kind: "build-ids",
    above: SHORT,
    ways: [(facts) => mapElf(facts, (elf) => ({ ...elf, buildId: null }))],
    count: (facts) => facts.libraries.filter(({ elf }) => elf !== null && elf.buildId !== null).length,
  },
  {
    kind: "symbol-names",
    above: COMFORTABLE,
    ways: [
      (facts, report) => withoutLinks(onlySpoken(facts, report, 0)),
      (facts, report) => withoutLinks(onlySpoken(facts, report, 1)),
      (facts, report) => withoutLinks(onlySpoken(facts, report, Infinity)),
      (facts, report) => onlySpoken(facts, report, 0),
      (facts, report) => onlySpoken(facts, report, 1),
      (facts, report) => onlySpoken(facts, report, Infinity),
    ],
    count: listedSymbols,
  },
  {
    kind: "lower-versions",
    above: COMFORTABLE,
    ways: [highestAndNamed, (facts) => highestAnd(facts, new Set())],
    count: (facts) => facts.libraries.reduce((sum, { elf }) => sum + (elf?.versionNeeds.length ?? 0), 0),
  },
  // Dropping libraries changes the counts shown throughout the report, so do it only if no link would fit otherwise.
  { ...quietLibraries, ways: [(facts, report) => withoutQuiet(facts, report, isCounted)] },
  { ...quietLibraries, ways: [(facts, report) => withoutQuiet(facts, report, () => false)] },
];

/** The highest of each family, and every version that the report names: it says how many files need them. */
function highestAndNamed(facts: WheelFacts, { findings, systems }: Report): WheelFacts {
  const evidence = [...findings.flatMap((each) => each.evidence), ...systems.flatMap((row) => row.reasons)];
  return highestAnd(facts, new Set(evidence.flatMap(({ version }) => version ?? [])));
}

function highestAnd(facts: WheelFacts, named: ReadonlySet<string>): WheelFacts {
  return mapElf(facts, (elf) => {
    const highest = new Set(highestNeeds(elf.versionNeeds, providerAndFamily));
    const versionNeeds = elf.versionNeeds.filter((need) => highest.has(need) || named.has(need.version));
    return { ...elf, versionNeeds };
  });
}

/** The sections on Python and GPU code say how many libraries there are of the kind. */
const isCounted = ({ python, gpu }: LibraryReport): boolean => python !== null || gpu !== null;

/** Libraries with findings or otherwise to be kept, and those of the wheel that these need. */
function withoutQuiet(
  facts: WheelFacts,
  { libraries }: Report,
  keep: (row: LibraryReport) => boolean,
): WheelFacts {
  const rows = new Map(libraries.map((row) => [row.facts.path, row]));
  const kept = new Set(
    libraries.flatMap((row) => (row.severity !== null || keep(row) ? [row.facts.path] : [])),
  );
  // A set that grows while it is gone through: what they need, and what that needs.
  for (const path of kept) {
    for (const link of rows.get(path)?.linkage ?? []) if ("path" in link) kept.add(link.path);
  }
  return onlyLibraries(facts, kept);
}

/** The report after one step, wheel by wheel; a wheel whose decisions would change keeps what it has. */
export function take(
  { kind, ways, count }: Step,
  shared: SharedReport,
  judge: (facts: WheelFacts) => Report,
): SharedReport {
  let left = 0;
  const wheels = shared.wheels.map((wheel): SharedWheel => {
    const before = judge(wheel.facts);
    const tries = ways.map((way) => {
      const facts = way(wheel.facts, before);
      let after: Report | null = null;
      return {
        facts,
        fewer: count(wheel.facts) - count(facts),
        judged: () => (after ??= judge(facts)),
      };
    });
    // The same numbers and sentences if that can be, else at least the same decisions.
    for (const essence of [numbersOf, sentencesOf, coreOf]) {
      const wanted = essence(before);
      for (const { facts, fewer, judged } of tries) {
        if (fewer === 0 || essence(judged()) !== wanted) continue;
        left += fewer;
        return { ...wheel, facts };
      }
    }
    return wheel;
  });
  if (left === 0) return shared;
  const earlier = shared.dropped.find((each) => each.kind === kind)?.count ?? 0;
  const others = shared.dropped.filter((each) => each.kind !== kind);
  return { ...shared, wheels, dropped: [...others, { kind, count: earlier + left }] };
}
