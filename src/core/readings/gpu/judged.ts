/** The libraries whose GPU code is the wheel's own concern, with their coverage, for the checks. */
import type { CheckContext } from "../../check-context.ts";
import type { CudaCode } from "../../../facts/code-facts.ts";
import type { DeviceCoverage } from "../readings.ts";
import { countCoverage } from "./coverage.ts";
import { deviceOf, type Device } from "./devices.ts";
import { isLinkerStub } from "./linker-stub.ts";
import { isVendors, toolkitCopies } from "./read-gpu.ts";

export interface JudgedLibrary {
  readonly path: string;
  readonly cuda: CudaCode;
  /** For each of `devices`. */
  readonly coverage: readonly DeviceCoverage[];
  /** Containers with code, those for one architecture or family only left out; and those of them without PTX for later GPUs. */
  readonly containers: number;
  readonly withoutPtx: number;
  /** All of its code is for one architecture or family only: the program picks the library for that GPU. */
  readonly onlySpecial: boolean;
}

export interface JudgedGpu {
  readonly devices: readonly Device[];
  readonly libraries: readonly JudgedLibrary[];
  /** Of the wheel. */
  readonly coverage: readonly DeviceCoverage[];
}

/** Null if the only CUDA code is that of copies from NVIDIA's toolkit, about which a packager decides nothing, or if there is none. */
export function judgedGpu({ facts, knowledge, readings }: CheckContext): JudgedGpu | null {
  const { wheel, libraries: byPath } = readings.gpu;
  if (wheel === null) return null;
  const copies = toolkitCopies(facts, knowledge.gpu);
  const all = facts.libraries.flatMap(({ path, elf }): JudgedLibrary[] => {
    const cuda = elf?.gpu?.cuda ?? null;
    if (cuda === null || isLinkerStub(cuda)) return [];
    const { containers, special, withoutPtx } = countCoverage(cuda, [], knowledge.gpu);
    if (containers === 0) return [];
    const coverage = byPath.get(path)?.coverage ?? [];
    const code = cuda.targets.filter(({ kind }) => kind === "sass" || kind === "ptx");
    const onlySpecial = code.every(({ suffix }) => suffix !== "");
    return [{ path, cuda, coverage, containers: containers - special, withoutPtx, onlySpecial }];
  });
  const own = all.filter(({ path }) => !copies.has(path));
  const libraries = own.length === 0 && isVendors(facts) ? all : own;
  if (libraries.length === 0) return null;
  const devices = wheel.devices.map(({ sm }) => deviceOf(sm, knowledge.gpu));
  return { devices, libraries, coverage: wheel.coverage };
}
