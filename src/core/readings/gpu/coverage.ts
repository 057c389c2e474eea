/**
 * Which GPUs the CUDA code of one library serves, container by container. The compiler makes one container of each source file;
 * its entries are the same kernels for different GPUs, so a GPU is served by a library only as far as each container has
 * something for it. A flat list of architectures would hide the gaps.
 */
import type { CudaCode, CudaTarget } from "../../../facts/code-facts.ts";
import type { DeviceCoverage, GpuCoverage } from "../readings.ts";
import { runs, targetName, type Device } from "./devices.ts";
import type { GpuKnowledge } from "../../knowledge/gpu.ts";

/** What is counted of one library. */
export interface CoverageCount {
  readonly coverage: readonly DeviceCoverage[];
  /** Containers with machine code or PTX; the others run nowhere by themselves and are left out. */
  readonly containers: number;
  /** Of `containers`: all their targets are for one architecture or family (`a`, `f`), while other containers are not so. */
  readonly special: number;
  /** Of `containers`: without PTX that serves later GPUs, `special` ones left out. */
  readonly withoutPtx: number;
  /** Containers that the reader did not tell apart; not in any other number. */
  readonly unread: number;
  /**
   * No GPU has something for it in every container. Such a library, if it runs anywhere, picks its kernels by the GPU, as cuBLASLt
   * does; that a container has nothing for a GPU then says nothing.
   */
  readonly picks: boolean;
}

/**
 * Counts for each of the devices. Containers whose targets are all for one architecture or family hold variants that a program
 * picks for that GPU, beside its general code: where they do not run, nothing is missing, and they are left out of that device's
 * numbers. They count as any other where a library has nothing else.
 */
export function countCoverage(
  { targets, groups, moreContainers }: CudaCode,
  devices: readonly Device[],
  knowledge: GpuKnowledge,
): CoverageCount {
  const code = groups
    .map(({ targets: indexes, containers }) => ({
      containers,
      targets: indexes.flatMap((index) => targets[index] ?? []).filter(isCode),
    }))
    .filter((group) => group.targets.length > 0);
  const isSpecial = (group: readonly CudaTarget[]): boolean => group.every(({ suffix }) => suffix !== "");
  const onlySpecial = code.every((group) => isSpecial(group.targets));
  const special = new Set(onlySpecial ? [] : code.filter((group) => isSpecial(group.targets)));
  const later = (target: CudaTarget): boolean => target.kind === "ptx" && target.suffix === "";
  const counted = devices.map((device) => {
    const table = new Map(targets.map((target) => [target, runs(target, device, knowledge)]));
    const tally = { native: 0, ptx: 0, missing: 0 };
    const served = new Map<CudaTarget, number>();
    for (const group of code) {
      const best = bestFor(group.targets, table);
      if (best === null) {
        if (!special.has(group)) tally.missing += group.containers;
        continue;
      }
      tally[best.kind === "sass" ? "native" : "ptx"] += group.containers;
      served.set(best, (served.get(best) ?? 0) + group.containers);
    }
    const by = [...served].sort((a, b) => b[1] - a[1] || b[0].arch - a[0].arch);
    return { sm: device.sm, tally, by: by.map(([target]) => targetName(target)) };
  });
  const somewhere = counted.filter(({ tally }) => tally.native + tally.ptx > 0);
  const picks = somewhere.length > 0 && somewhere.every(({ tally }) => tally.missing > 0);
  const withPtx = code.some((group) => group.targets.some(later));
  return {
    coverage: counted.map(({ sm, tally: all, by }) => {
      const tally = picks ? pickedOf(all) : all;
      return { sm, coverage: coverageOf(tally), ...tally, by };
    }),
    containers: sum(code),
    special: picks ? 0 : sum([...special]),
    withoutPtx: picks
      ? withPtx
        ? 0
        : sum(code)
      : sum(code.filter((group) => !special.has(group) && !group.targets.some(later))),
    unread: moreContainers,
    picks,
  };
}

/** Which groups a picking library takes is not known: machine code for a GPU is what it was built for, the rest is for others. */
function pickedOf(all: Tally): Tally {
  if (all.native > 0) return { native: all.native, ptx: 0, missing: 0 };
  return all.ptx > 0 ? { ...all, missing: 0 } : all;
}

type Tally = Pick<DeviceCoverage, "native" | "ptx" | "missing">;

export function coverageOf({ native, ptx, missing }: Tally): GpuCoverage {
  if (native + ptx === 0) return "none";
  if (missing > 0) return "partly";
  return ptx > 0 ? "ptx" : "native";
}

const isCode = ({ kind }: CudaTarget): boolean => kind === "sass" || kind === "ptx";

const sum = (groups: readonly { readonly containers: number }[]): number =>
  groups.reduce((total, { containers }) => total + containers, 0);

/** What the driver takes of one container: machine code before PTX, the newest that fits, the most special of these. */
function bestFor(
  targets: readonly CudaTarget[],
  table: ReadonlyMap<CudaTarget, "native" | "ptx" | null>,
): CudaTarget | null {
  let best: CudaTarget | null = null;
  for (const target of targets) {
    if ((table.get(target) ?? null) === null) continue;
    if (best === null || rank(target) > rank(best)) best = target;
  }
  return best;
}

const SUFFIX_RANK: Readonly<Record<CudaTarget["suffix"], number>> = { "": 0, f: 1, a: 2 };

const rank = ({ kind, arch, suffix }: CudaTarget): number =>
  (kind === "sass" ? 1e9 : 0) + Math.min(arch, 1e6) * 10 + SUFFIX_RANK[suffix];

/** One row for a wheel: containers of all libraries together. So a library without code for a GPU leaves it at “partly”. */
export function addCoverage(
  devices: readonly Device[],
  rows: readonly (readonly DeviceCoverage[])[],
): DeviceCoverage[] {
  return devices.map(({ sm }, index) => {
    const cells = rows.flatMap((row) => row[index] ?? []);
    const tally = { native: 0, ptx: 0, missing: 0 };
    for (const cell of cells) {
      tally.native += cell.native;
      tally.ptx += cell.ptx;
      tally.missing += cell.missing;
    }
    const by = [...new Set(cells.flatMap((cell) => cell.by))];
    return { sm, coverage: coverageOf(tally), ...tally, by };
  });
}
