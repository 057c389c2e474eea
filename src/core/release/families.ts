/** The wheels of one C library by architecture: which policies they meet, and what they need at most. */

import type { CxxFlavour } from "../readings/readings.ts";
import { compareText } from "../order.ts";
import type { LadderStep } from "../verdict/blocker.ts";
import { MAIN_FAMILIES, compareVersionNames } from "../../facts/names/version-name.ts";
import { compareReleases, extreme, withoutArchitecture } from "./policy-names.ts";
import type {
  ArchitectureColumn,
  PolicyCell,
  PolicyLine,
  ReleaseFamily,
  ReleaseMaximum,
  ReleaseRow,
} from "./release.ts";
import { compareArchitectures } from "./row-order.ts";

/** By `index` of the row. */
type Ladders = ReadonlyMap<number, readonly LadderStep[]>;

const LIBCS = ["glibc", "musl", "bionic"] as const;
type FamilyLibc = (typeof LIBCS)[number];

/** `rows` in their order; wheels that no policy is about (pure, for other systems, unread) are left out. */
export function readFamilies(rows: readonly ReleaseRow[], ladders: Ladders): ReleaseFamily[] {
  return LIBCS.flatMap((libc): ReleaseFamily[] => {
    const members = rows.filter(({ index }) => libcOf(ladders.get(index) ?? []) === libc);
    if (members.length === 0) return [];
    const architectures = [...new Set(members.map(({ architecture }) => architecture ?? ""))];
    const columns = architectures.sort(compareArchitectures).map((architecture) =>
      readColumn(
        architecture,
        members.filter((row) => (row.architecture ?? "") === architecture),
      ),
    );
    return [{ libc, columns, policies: readPolicies(members, columns, ladders) }];
  });
}

/** A file that needs no C library at all is judged by the policies of one all the same. */
function libcOf(ladder: readonly LadderStep[]): FamilyLibc | null {
  for (const { tag } of ladder) {
    if (tag.startsWith("manylinux")) return "glibc";
    if (tag.startsWith("musllinux")) return "musl";
    if (tag.startsWith("android")) return "bionic";
  }
  return null;
}

function readColumn(architecture: string, rows: readonly ReleaseRow[]): ArchitectureColumn {
  return {
    architecture,
    rows: rows.map(({ index }) => index),
    maxima: MAIN_FAMILIES.flatMap((family) => {
      const all = rows.flatMap(({ maxima }) => maxima.filter((maximum) => maximum.family === family));
      const [first, ...others] = all;
      return first === undefined ? [] : [others.reduce(higher, first)];
    }),
    glibcFloor: extreme(
      rows.flatMap(({ glibcFloor }) => glibcFloor ?? []),
      "newest",
    ),
    stringAbis: distinct(rows.flatMap(({ stringAbis }) => stringAbis)).sort(compareFlavours),
    cudaMajors: distinct(rows.flatMap(({ cudaMajors }) => cudaMajors)).sort((a, b) => a - b),
    rocm: distinct(rows.flatMap(({ rocm }) => rocm)).sort(),
  };
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

const higher = (a: ReleaseMaximum, b: ReleaseMaximum): ReleaseMaximum =>
  compareReleases(b.number, a.number) > 0 ? b : a;

function compareFlavours(a: CxxFlavour, b: CxxFlavour): number {
  const order: readonly CxxFlavour[] = ["new", "old", "both", "libc++", "none"];
  return order.indexOf(a) - order.indexOf(b);
}

/** What the ladders say of one policy. */
interface Collected {
  readonly policy: string;
  readonly aliases: Set<string>;
  /** Architecture → wheels of it that know this policy. */
  readonly steps: Map<string, { row: ReleaseRow; step: LadderStep }[]>;
}

function readPolicies(
  rows: readonly ReleaseRow[],
  columns: readonly ArchitectureColumn[],
  ladders: Ladders,
): PolicyLine[] {
  const lines = new Map<string, Collected>();
  for (const row of rows) {
    const architecture = row.architecture ?? "";
    for (const step of ladders.get(row.index) ?? []) {
      const policy = withoutArchitecture(step.tag);
      if (policy === "linux") continue;
      let line = lines.get(policy);
      if (line === undefined) lines.set(policy, (line = { policy, aliases: new Set(), steps: new Map() }));
      for (const alias of step.aliases) line.aliases.add(withoutArchitecture(alias));
      const known = line.steps.get(architecture);
      if (known === undefined) line.steps.set(architecture, [{ row, step }]);
      else known.push({ row, step });
    }
  }
  return [...lines.values()].sort(oldestFirst).map(({ policy, aliases, steps }) => ({
    policy,
    aliases: [...aliases].sort(compareText),
    cells: columns.map(({ architecture }) => cellOf(steps.get(architecture) ?? [])),
  }));
}

function cellOf(steps: readonly { row: ReleaseRow; step: LadderStep }[]): PolicyCell {
  if (steps.length === 0) return { state: "undefined", limiting: [], claiming: [] };
  const limiting = steps.filter(({ row, step }) => !step.fits || row.outcome === "unknown");
  const state = limiting.length === 0 ? "all" : limiting.length < steps.length ? "some" : "none";
  const indexes = (list: typeof steps): number[] => list.map(({ row }) => row.index);
  return { state, limiting: indexes(limiting), claiming: indexes(steps.filter(({ step }) => step.claimed)) };
}

/** `manylinux_2_5` before `manylinux_2_12`. */
const oldestFirst = (a: Collected, b: Collected): number =>
  compareVersionNames(a.policy, b.policy) || compareText(a.policy, b.policy);
