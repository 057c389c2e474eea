/** What is known of GPUs and of the libraries of GPU toolkits; filled by src/data/gpu.ts. */
import type { GpuDevice } from "../readings/readings.ts";
import { compareNumbers } from "../../facts/names/version-name.ts";

export interface GpuKnowledge {
  /** ISO date of the tables. */
  readonly date: string;
  /** Oldest first. */
  readonly devices: readonly KnownDevice[];
  /** PTX ISA → the first CUDA release with it, e.g. `9.0` → `13.0`. */
  readonly ptx: ReadonlyMap<string, string>;
  /** CUDA release → the driver that came with it, the lowest that knows its PTX. */
  readonly drivers: ReadonlyMap<string, string>;
  /** CUDA major → the lowest driver for all its releases (NVIDIA, "CUDA Minor Version Compatibility"). */
  readonly majorDrivers: ReadonlyMap<number, string>;
  readonly components: readonly Component[];
  /** Packages that require parts of CUDA in turn. */
  readonly carriers: readonly Carrier[];
  /** Packages known to bring libraries of other kinds. */
  readonly providers: readonly Provider[];
}

export interface KnownDevice extends GpuDevice {
  /** First and last CUDA release whose compiler has it as a target; null: still has. */
  readonly cuda: string;
  readonly until: string | null;
  /** First PTX ISA that has it as a target; null: unknown. */
  readonly ptx: string | null;
  /**
   * `jetson`: a Tegra part, between which and other GPUs there is no binary compatibility (CUDA C++ Programming Guide, "Binary
   * Compatibility"). `unknown`: named by compilers only, or announced. Both are shown only where a wheel has reason to.
   */
  readonly board: "desktop" | "jetson" | "unknown";
  /** Oldest member of its family: code for `sm_100f` runs on 10.0 and 10.3. */
  readonly family: number;
}

/** One part of a toolkit, with the libraries that make it up. */
export interface Component {
  /** Also the name of its extra in `cuda-toolkit[…]`. */
  readonly id: string;
  /** As people call it: `cuBLAS`. */
  readonly name: string;
  readonly vendor: "nvidia" | "amd" | "intel" | "any";
  /** Names between `lib` and `.so`; a final `*` stands for anything. */
  readonly libraries: readonly string[];
  /** The names count only in a directory that holds a library of this component; null: everywhere. */
  readonly beside: string | null;
  /** Toolkit major → beginnings of the version in the soname. Empty: names do not tell the major. */
  readonly versions: ReadonlyMap<number, readonly string[]>;
  /** `driver`: in no package; `package`: see the next two; `system`: no package known. */
  readonly from: "package" | "driver" | "system";
  /** Toolkit major → package of the index; 0: whatever the major. */
  readonly packages: ReadonlyMap<number, string>;
  /** Other packages that bring the same, with a final `*` for anything. */
  readonly also: readonly string[];
  /** Directories below site-packages where the packages put it: for majors before 13, and since. */
  readonly directories: { readonly before13: string; readonly since13: string } | null;
  /** Ids of components whose packages its own packages require. */
  readonly brings: readonly string[];
  readonly terms: Terms | null;
  /** False: for the processor; no finding of GPU libraries is about it. */
  readonly gpu: boolean;
}

/** What the licence says of passing a library on. */
export interface Terms {
  readonly text: string;
  /** The licence wants the file unmodified, or is silent on modified ones. */
  readonly unmodified: boolean;
}

export interface Carrier {
  /** With a final `*` for anything. */
  readonly package: string;
  /** It brings only the parts named by extras, as in `cuda-toolkit[cublas,cudart]`. */
  readonly extras: boolean;
  /** Ids of components. */
  readonly brings: readonly string[];
}

export interface Provider {
  /** As in `Component`. */
  readonly libraries: readonly string[];
  /** Package names, normalised. The first is the one that brings the file; the others depend on it. */
  readonly packages: readonly string[];
  /** Where the first package puts it, relative to site-packages. */
  readonly directory: string;
}

/** Whether a name fits a pattern: equal, or beginning with what stands before a final `*`. */
export function fits(pattern: string, name: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** Compares releases such as `12.8` and `9.0`, or `580.65.06`, part by part. */
export function compareReleases(a: string, b: string): number {
  return compareNumbers(a.split(".").map(Number), b.split(".").map(Number));
}
