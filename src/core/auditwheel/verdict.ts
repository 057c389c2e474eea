/**
 * auditwheel's answer read off the blocks (wheel_abi.py, `analyze_wheel_abi`; main_show.py, `_output_json`): each of its tests names
 * the oldest policy that passes, and the verdict is the newest of those.
 */
import type { PolicyMask, PolicyTable } from "../knowledge/policy.ts";
import type { AuditwheelVerdict } from "./answer.ts";
import type { Selection } from "./accept.ts";
import type { Block } from "./blocks.ts";
import { countedVersionNeeds } from "./elf-as-seen.ts";

export type PlatformVerdict = Extract<AuditwheelVerdict, { kind: "platform" }>;

export interface Blocks {
  readonly versions: readonly Block[];
  readonly libraries: readonly Block[];
  readonly symbols: readonly Block[];
  readonly isa: readonly Block[];
  readonly python: readonly Block[];
}

export function verdictOf(selection: Selection, table: PolicyTable, blocks: Blocks): PlatformVerdict {
  // The ladder may hold policies that auditwheel leaves out.
  const judged = table.policies.flatMap(({ tag }, position) =>
    selection.policies.some((each) => each.tag === tag) ? [position] : [],
  );
  const linux = Infinity;
  const oldestBeside = (list: readonly Block[]): number => {
    const refusing = list.reduce((mask, block) => mask | block.mask, 0);
    return judged.find((position) => (refusing & (1 << position)) === 0) ?? linux;
  };
  const versions = oldestBeside(blocks.versions);
  const overall = Math.max(
    versions,
    ...[blocks.libraries, blocks.symbols, blocks.isa, blocks.python].map(oldestBeside),
  );
  const tagAt = (position: number): string =>
    table.policies[position]?.tag ?? `linux_${selection.architecture}`;

  // As auditwheel prints them: newest first.
  const better = judged.filter((position) => position < overall).reverse();
  const upgrades = better.flatMap((position) => {
    const libsToEliminate = externalLibraries(blocks.libraries, 1 << position);
    const blacklistedSymbols = forbiddenSymbols(blocks.symbols, 1 << position);
    const nothing = libsToEliminate.length === 0 && Object.keys(blacklistedSymbols).length === 0;
    return nothing ? [] : [[tagAt(position), { libsToEliminate, blacklistedSymbols }] as const];
  });
  return {
    kind: "platform",
    overallTag: tagAt(overall),
    symTag: tagAt(versions),
    pyfpe: blocks.python.some(({ blocker }) => blocker.kind === "pyfpe"),
    ucs2: blocks.python.some(({ blocker }) => blocker.kind === "ucs2"),
    unsupportedIsa: blocks.isa.length > 0,
    versionedSymbols: versionedSymbols(selection),
    externalLibs: externalLibraries(blocks.libraries, 1 << (judged[0] ?? 0)),
    policyUpgrades: Object.fromEntries(upgrades),
  };
}

function externalLibraries(blocks: readonly Block[], policy: PolicyMask): string[] {
  const names = new Set<string>();
  for (const { mask, blocker } of blocks) {
    if (blocker.kind === "library" && mask & policy) names.add(blocker.needed);
  }
  return [...names].sort();
}

function forbiddenSymbols(blocks: readonly Block[], policy: PolicyMask): Record<string, string[]> {
  const pairs = blocks.flatMap(({ mask, blocker }) =>
    blocker.kind === "forbidden-symbol" && mask & policy ? [[blocker.from, blocker.symbol] as const] : [],
  );
  return grouped(pairs);
}

/** Every version needed of every provider, whether a policy judges it or not. */
function versionedSymbols({ accepted }: Selection): Record<string, string[]> {
  const pairs = accepted.flatMap(({ elf }) =>
    countedVersionNeeds(elf).map(({ library, version }) => [library, version] as const),
  );
  return grouped(pairs);
}

/** Names to their values, both sorted and without duplicates. */
function grouped(pairs: readonly (readonly [name: string, value: string])[]): Record<string, string[]> {
  const sets = new Map<string, Set<string>>();
  for (const [name, value] of pairs) {
    const set = sets.get(name);
    if (set === undefined) sets.set(name, new Set([value]));
    else set.add(value);
  }
  return Object.fromEntries(
    [...sets.keys()].sort().map((name) => [name, [...(sets.get(name) ?? [])].sort()]),
  );
}
