/** The policy ladder: every policy from the oldest on, with all that stands between it and the wheel. */
import type { Architecture } from "../../facts/model.ts";
import type { AppliedPolicy, PolicyTable } from "../knowledge/policy.ts";
import { compareText } from "../order.ts";
import type { Blocker, LadderStep, WithoutFile } from "../verdict/blocker.ts";
import type { Block } from "./blocks.ts";

/** At most so many files are named in `withoutFile`. */
const WITHOUT_FILE_LIMIT = 20;

export function ladderOf(
  table: PolicyTable,
  blocks: readonly Block[],
  architecture: Architecture,
  claims: readonly string[],
  overallTag: string,
): LadderStep[] {
  const versionRank = rankVersions(blocks);
  const ordered = [...blocks].sort((a, b) => compareBlockers(a.blocker, b.blocker, versionRank));
  const steps = table.policies.map((applied, position) => {
    const blockers = ordered.filter(({ mask }) => mask & (1 << position)).map(({ blocker }) => blocker);
    return step(applied, blockers, claims, overallTag);
  });
  const linux = { tag: `linux_${architecture}`, aliases: [] };
  return [...steps, step(linux, [], claims, overallTag)];
}

function step(
  { tag, aliases }: Pick<AppliedPolicy, "tag" | "aliases">,
  blockers: readonly Blocker[],
  claims: readonly string[],
  overallTag: string,
): LadderStep {
  const claimed = [tag, ...aliases].some((each) => claims.includes(each));
  return { tag, aliases, fits: blockers.length === 0, claimed, best: tag === overallTag, blockers };
}

const RANK: Readonly<Record<Blocker["kind"], number>> = {
  pyfpe: 0,
  ucs2: 1,
  isa: 2,
  "symbol-version": 3,
  library: 4,
  "forbidden-symbol": 5,
};

/** Families in the order people look for them. */
const FAMILIES = ["GLIBC_", "GLIBCXX_", "CXXABI_", "GCC_"];

const byNumbers = new Intl.Collator("en", { numeric: true }).compare;

function familyRank(version: string): number {
  const rank = FAMILIES.findIndex((family) => version.startsWith(family));
  return rank < 0 ? FAMILIES.length : rank;
}

/** The place of each version among all, newest first; a few dozen versions stand in thousands of blockers. */
function rankVersions(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const versions = new Set(
    blocks.flatMap(({ blocker }) => (blocker.kind === "symbol-version" ? [blocker.version] : [])),
  );
  const sorted = [...versions].sort((a, b) => familyRank(a) - familyRank(b) || byNumbers(b, a));
  return new Map(sorted.map((version, index) => [version, index]));
}

/** By kind; versions newest first, since those decide; then by file. */
function compareBlockers(a: Blocker, b: Blocker, versionRank: ReadonlyMap<string, number>): number {
  if (a.kind === "symbol-version" && b.kind === "symbol-version" && a.version !== b.version) {
    return (versionRank.get(a.version) ?? 0) - (versionRank.get(b.version) ?? 0);
  }
  if (a.kind === "library" && b.kind === "library" && a.needed !== b.needed)
    return compareText(a.needed, b.needed);
  return RANK[a.kind] - RANK[b.kind] || compareText(a.in, b.in);
}

/**
 * Files that alone keep the wheel from a better tag: without such a file, nothing else stands between the wheel and the tag. Best
 * gain first.
 */
export function withoutEachFile(ladder: readonly LadderStep[]): WithoutFile[] {
  const best = ladder.findIndex((each) => each.best);
  const found = new Map<string, WithoutFile>();
  for (const { tag, blockers, setAside = 0 } of ladder.slice(0, Math.max(best, 0))) {
    const [first, ...rest] = blockers.slice(0, blockers.length - setAside);
    if (first === undefined || found.has(first.in) || rest.some((each) => each.in !== first.in)) continue;
    found.set(first.in, { path: first.in, bestTag: tag });
  }
  return [...found.values()].slice(0, WITHOUT_FILE_LIMIT);
}
