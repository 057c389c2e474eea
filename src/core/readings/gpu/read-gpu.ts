/** GPU code of each library and of the wheel: which GPUs run it, what each target costs. */
import type { CudaCode, HipCode } from "../../../facts/code-facts.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { LibraryFacts, WheelFacts } from "../../../facts/model.ts";
import type { GpuReading, TargetSize, WheelGpu } from "../readings.ts";
import { directoryOf } from "../../../facts/path.ts";
import { recognise, recogniseBeside } from "./components.ts";
import { addCoverage, countCoverage, type CoverageCount } from "./coverage.ts";
import { devicesFor, targetName, type Device } from "./devices.ts";
import { isLinkerStub } from "./linker-stub.ts";
import { librarySentence, wheelSentence } from "./gpu-words.ts";
import { compareReleases, type GpuKnowledge } from "../../knowledge/gpu.ts";

export function readGpu(
  facts: WheelFacts,
  { gpu: knowledge }: Knowledge,
): { readonly libraries: ReadonlyMap<string, GpuReading>; readonly wheel: WheelGpu | null } {
  const readings = new Map<string, GpuReading>();
  const withCode = facts.libraries.filter(({ elf }) => (elf?.gpu ?? null) !== null);
  if (withCode.length === 0) return { libraries: readings, wheel: null };
  const aside = toolkitCopies(facts, knowledge);
  const devices = devicesFor(facts, aside, knowledge);
  const counts = new Map<string, CoverageCount>();
  for (const { path, elf } of withCode) {
    const { cuda = null, hip = null } = elf?.gpu ?? {};
    const counted = cuda === null ? null : countCoverage(cuda, devices, knowledge);
    if (counted !== null) counts.set(path, counted);
    readings.set(path, {
      coverage: counted?.coverage ?? [],
      sizes: sizesOf(cuda, hip),
      ptx: cuda === null ? null : highestPtx(cuda, knowledge),
      gfx: gfxOf(hip),
      sentence: librarySentence(devices, counted, cuda, hip),
    });
  }
  return { libraries: readings, wheel: readWheel(withCode, devices, counts, aside, facts) };
}

function readWheel(
  withCode: readonly LibraryFacts[],
  devices: readonly Device[],
  counts: ReadonlyMap<string, CoverageCount>,
  aside: ReadonlySet<string>,
  facts: WheelFacts,
): WheelGpu {
  const stubs = new Set(withCode.filter(({ elf }) => isStub(elf?.gpu?.cuda)).map(({ path }) => path));
  const judged = [...counts].filter(([path]) => !aside.has(path)).map(([path, count]) => ({ path, count }));
  // Copies are left out, unless there is nothing else, as in a wheel of NVIDIA's; what holds no kernel likewise.
  const all = judged.length > 0 ? judged : [...counts].map(([path, count]) => ({ path, count }));
  const withKernels = all.filter(({ path }) => !stubs.has(path));
  const used = withKernels.length > 0 ? withKernels : all;
  const coverage = addCoverage(
    devices,
    used.map(({ count }) => count.coverage),
  );
  const gfx = [...new Set(withCode.flatMap(({ elf }) => gfxOf(elf?.gpu?.hip ?? null)))].sort();
  const left = judged.length > 0 ? [...counts.keys()].filter((path) => aside.has(path)) : [];
  return {
    devices: devices.map(({ sm, generation, examples }) => ({ sm, generation, examples })),
    coverage,
    libraries: [...withCode].sort((a, b) => bytesOf(b) - bytesOf(a)).map(({ path }) => path),
    gfx,
    bytes: withCode.reduce((sum, each) => sum + bytesOf(each), 0),
    sentence: wheelSentence(devices, coverage, used, left, gfx, judged.length === 0 && !isVendors(facts)),
  };
}

const isStub = (cuda: CudaCode | null | undefined): boolean =>
  cuda !== null && cuda !== undefined && isLinkerStub(cuda);

/** A wheel by NVIDIA, of which its libraries are the contents and no copies. */
export function isVendors({ name }: WheelFacts): boolean {
  return /^(?:nvidia|cuda|cu[a-z]+_cu\d|tensorrt)/i.test(name?.project ?? "");
}

/**
 * Files of the wheel that are copies from NVIDIA's toolkit, by their names. Their GPU code says nothing of where the wheel's own
 * code runs: CUPTI has a few kernels for every GPU since Maxwell.
 */
export function toolkitCopies(facts: WheelFacts, knowledge: GpuKnowledge): ReadonlySet<string> {
  const paths = new Set<string>();
  const byDirectory = new Map<string, Set<string>>();
  for (const { path, elf } of facts.libraries) {
    if (elf?.role === "extension-module") continue;
    const component = recognise(path, knowledge)?.component;
    if (component?.vendor !== "nvidia") continue;
    paths.add(path);
    const ids = byDirectory.get(directoryOf(path)) ?? new Set();
    byDirectory.set(directoryOf(path), ids.add(component.id));
  }
  for (const { path } of facts.libraries) {
    const ids = byDirectory.get(directoryOf(path));
    if (ids !== undefined && !paths.has(path) && recogniseBeside(path, ids, knowledge)) paths.add(path);
  }
  return paths;
}

const bytesOf = ({ elf }: LibraryFacts): number => (elf?.gpu?.cuda?.bytes ?? 0) + (elf?.gpu?.hip?.bytes ?? 0);

const gfxOf = (hip: HipCode | null): string[] => (hip?.targets ?? []).map(({ target }) => target);

/** Most bytes first. Of CUDA the stored payloads, so the shares leave out what the headers take. */
function sizesOf(cuda: CudaCode | null, hip: HipCode | null): TargetSize[] {
  const containers = new Map<number, number>();
  for (const group of cuda?.groups ?? []) {
    for (const index of group.targets) containers.set(index, (containers.get(index) ?? 0) + group.containers);
  }
  const rows = [
    ...(cuda?.targets ?? []).map((target, index) => ({
      target: targetName(target),
      entries: target.entries,
      containers: containers.get(index) ?? 0,
      bytes: target.bytes,
    })),
    ...(hip?.targets ?? []).map(({ target, entries, bytes }) => ({
      target,
      entries,
      containers: entries,
      bytes,
    })),
  ];
  const total = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  return rows
    .map((row) => ({ ...row, share: total === 0 ? 0 : row.bytes / total }))
    .sort((a, b) => b.bytes - a.bytes);
}

/** The newest PTX ISA and the CUDA release that brought it. */
export function highestPtx(
  { targets }: CudaCode,
  knowledge: GpuKnowledge,
): { readonly isa: string; readonly cuda: string | null } | null {
  let isa: string | null = null;
  for (const { kind, ptxIsa } of targets) {
    if (kind !== "ptx" || ptxIsa === null) continue;
    if (isa === null || compareReleases(ptxIsa, isa) > 0) isa = ptxIsa;
  }
  return isa === null ? null : { isa, cuda: knowledge.ptx.get(isa) ?? null };
}
