/** C++ and toolchain of one library in the published JSON document. Names are counted by class, and the first of each are told. */
import type { CxxFacts, CxxNames, SymbolGroup } from "../../facts/code-facts.ts";
import type { CxxReading, Tool, ToolchainReading } from "../../core/readings/readings.ts";
import type { Evidence } from "../../core/evidence.ts";
import { plainText } from "../../core/sentence.ts";

/** Symbols told of a group; the text report and the page have more. */
const firstSymbols = 5;

export interface GroupJson {
  readonly count: number;
  readonly symbols: readonly string[];
}

/** Names of one side by class; classes without names are absent. */
export interface CxxNamesJson {
  readonly new?: GroupJson;
  readonly old?: GroupJson;
  readonly both?: GroupJson;
  readonly libcxx?: GroupJson;
  readonly stray?: GroupJson;
  readonly neutral: number;
}

export interface CxxJson {
  readonly flavour: CxxReading["flavour"];
  readonly basis: CxxReading["basis"];
  readonly imports: CxxReading["flavour"];
  readonly own: CxxReading["flavour"];
  readonly runtime: {
    readonly kind: CxxReading["runtime"]["kind"];
    readonly path: string | null;
    readonly evidence: readonly Evidence[];
    /** How many names of the C++ runtime the library defines. */
    readonly defined: number;
  };
  readonly sentence: string;
  readonly evidence: readonly Evidence[];
  readonly names: {
    readonly from_runtime: CxxNamesJson;
    readonly from_others: CxxNamesJson;
    readonly own: CxxNamesJson;
  };
}

export interface ToolchainJson {
  readonly tools: readonly Tool[];
  readonly image: { readonly name: string; readonly evidence: readonly string[] } | null;
  readonly sentence: string;
}

export function groupJson({ count, symbols }: SymbolGroup, limit = firstSymbols): GroupJson {
  return { count, symbols: symbols.slice(0, limit) };
}

export function cxxJson(reading: CxxReading | null, facts: CxxFacts | null): CxxJson | null {
  if (reading === null || facts === null) return null;
  const { flavour, basis, imports, own, runtime, sentence, evidence } = reading;
  return {
    flavour,
    basis,
    imports,
    own,
    runtime: {
      kind: runtime.kind,
      path: runtime.path,
      evidence: runtime.evidence.slice(0, firstSymbols),
      defined: facts.runtime.count,
    },
    sentence: plainText(sentence),
    evidence: evidence.slice(0, firstSymbols),
    names: {
      from_runtime: namesJson(facts.fromRuntime),
      from_others: namesJson(facts.fromOthers),
      own: namesJson(facts.own),
    },
  };
}

function namesJson({ new: newer, old, both, libcxx, stray, neutral }: CxxNames): CxxNamesJson {
  return {
    ...(newer.count > 0 && { new: groupJson(newer) }),
    ...(old.count > 0 && { old: groupJson(old) }),
    ...(both.count > 0 && { both: groupJson(both) }),
    ...(libcxx.count > 0 && { libcxx: groupJson(libcxx) }),
    ...(stray.count > 0 && { stray: groupJson(stray) }),
    neutral,
  };
}

export function toolchainJson(reading: ToolchainReading | null): ToolchainJson | null {
  if (reading === null) return null;
  return { tools: reading.tools, image: reading.image, sentence: plainText(reading.sentence) };
}
