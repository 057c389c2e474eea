/**
 * What is known today about platforms: the policies of manylinux, musllinux and Android, and a few names. It is plain data,
 * handed to `assess` by the page and the command line (src/data holds it), so that facts can be judged again with newer
 * knowledge.
 */

import type { GpuKnowledge } from "./gpu.ts";
import type { LaterNames } from "./later-names.ts";
import type { StableAbi } from "./python.ts";
import type { SystemsKnowledge } from "./systems.ts";
import type { ToolchainKnowledge } from "./toolchain.ts";

/** One platform policy: what a wheel that carries its tag may need from the system. */
export interface Policy {
  readonly libc: "glibc" | "musl" | "android";
  /** Without architecture, e.g. `manylinux_2_28`. */
  readonly name: string;
  /** Older names, e.g. `manylinux2014`. */
  readonly aliases: readonly string[];
  /** Larger means older, hence more portable. Unique within a libc. */
  readonly priority: number;
  readonly architectures: readonly string[];
  /**
   * Architecture → prefix → versions, e.g. `x86_64` → `GLIBC` → `2.17`. A needed version must be a *member* of its prefix's list;
   * an empty list allows none; prefixes that are not listed are not judged.
   */
  readonly symbolVersions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Libraries that every system of this policy has, by the name in `DT_NEEDED`. */
  readonly libraries: readonly string[];
  /** Library → symbols that must not be taken from it, because old systems of this policy lack them. */
  readonly forbiddenSymbols: Readonly<Record<string, readonly string[]>>;
}

export interface Knowledge {
  /** ISO date of the policies. */
  readonly policyDate: string;
  /** Where they come from, e.g. `pypa/auditwheel 6.8.2`. */
  readonly policySource: string;
  readonly policies: readonly Policy[];
  /** Architecture → the name musl's C library has there, e.g. `i686` → `libc.musl-x86.so.1`. */
  readonly muslSonames: Readonly<Record<string, string>>;
  /** Names that not all releases of a C library in use have. */
  readonly laterNames: LaterNames;
  /** Family of distributions (`ubuntu`, `rhel` …) → library → the package that brings it there. */
  readonly systemPackages: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Libraries that come with a GPU driver and never in a wheel. */
  readonly driverLibraries: readonly string[];
  readonly toolchain: ToolchainKnowledge;
  readonly gpu: GpuKnowledge;
  readonly stableAbi: StableAbi;
  readonly systems: SystemsKnowledge;
}

/** Taken from a Python built with `fpectl`, removed in Python 3.7 (PEP 513, "fpectl builds vs. no fpectl builds"). */
export const PYFPE_SYMBOLS: readonly string[] = ["PyFPE_jbuf", "PyFPE_dummy", "PyFPE_counter"];

/** Part of every symbol that a Python 2 with narrow Unicode exports (PEP 513, "UCS-2 vs UCS-4 builds"). */
export const UCS2_MARK = "PyUnicodeUCS2_";

/** The symbols the reader must pass on for `judge` to do its work; see `WatchList` in the engine's protocol. */
export function watchListOf(knowledge: Knowledge): { names: string[]; contains: string[] } {
  const names = new Set(PYFPE_SYMBOLS);
  for (const policy of knowledge.policies) {
    for (const symbols of Object.values(policy.forbiddenSymbols)) {
      for (const symbol of symbols) names.add(symbol);
    }
  }
  return { names: [...names].sort(), contains: [UCS2_MARK] };
}
