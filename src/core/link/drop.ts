/** What a link leaves out when it would be too long, step by step, each told in the link. */
import type { VersionNeed, WheelFacts } from "../model.ts";
import type { Report } from "../report.ts";
import { parseVersionName } from "../version-name.ts";
import { coreOf, sentencesOf } from "./essence.ts";
import { listedSymbols, mapElf, mapSymbols } from "./map-facts.ts";
import { highestNeeds } from "./prune.ts";
import type { Dropped, SharedReport, SharedWheel } from "./shared-report.ts";

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

/** The names that sentences of the report speak of, and of groups the first so many. */
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
      (facts, report) => onlySpoken(facts, report, 0),
      (facts, report) => onlySpoken(facts, report, 1),
      (facts, report) => onlySpoken(facts, report, Infinity),
    ],
    count: listedSymbols,
  },
  {
    kind: "lower-versions",
    above: COMFORTABLE,
    ways: [
      (facts) =>
        mapElf(facts, (elf) => ({ ...elf, versionNeeds: highestNeeds(elf.versionNeeds, providerAndFamily) })),
    ],
    count: (facts) => facts.libraries.reduce((sum, { elf }) => sum + (elf?.versionNeeds.length ?? 0), 0),
  },
  {
    kind: "quiet-libraries",
    above: COMFORTABLE,
    ways: [withoutQuiet],
    count: (facts) => facts.libraries.length,
  },
];

/** Libraries with findings, and those of the wheel that these need. */
function withoutQuiet(facts: WheelFacts, { libraries }: Report): WheelFacts {
  const rows = new Map(libraries.map((row) => [row.facts.path, row]));
  const kept = new Set(
    libraries.flatMap(({ facts: { path }, severity }) => (severity === null ? [] : [path])),
  );
  // A set that grows while it is gone through: what they need, and what that needs.
  for (const path of kept) {
    for (const link of rows.get(path)?.linkage ?? []) if ("path" in link) kept.add(link.path);
  }
  return { ...facts, libraries: facts.libraries.filter(({ path }) => kept.has(path)) };
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
    // The same sentences if that can be, else at least the same decisions.
    for (const essence of [sentencesOf, coreOf]) {
      const wanted = essence(before);
      for (const way of ways) {
        const facts = way(wheel.facts, before);
        const fewer = count(wheel.facts) - count(facts);
        if (fewer === 0 || essence(judge(facts)) !== wanted) continue;
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
