/**
 * Which CUDA major a library, and what it loads, is built for. Few names tell: libcudart, libcublas and some others carry the
 * major in their soname, libcusparse.so.12 fits CUDA 12 and 13, libcurand.so.10 every release since 10. So the names of one file
 * are intersected. The symbol versions of CUDA's libraries repeat the soname and survive a renaming by auditwheel.
 */
import type { ElfFacts, WheelFacts } from "../../../facts/model.ts";
import type { LinkageMap } from "../../verdict/own-blockers.ts";
import type { Evidence } from "../../evidence.ts";
import { recognise, type Recognised } from "./components.ts";
import type { GpuKnowledge } from "../../knowledge/gpu.ts";

export interface MajorEvidence {
  readonly major: number;
  readonly evidence: readonly Evidence[];
}

/** What one file says of its CUDA major. */
export interface FileMajors {
  readonly path: string;
  /** Majors that it is surely for, with the names that say so, in the order of the file. More than one: they contradict. */
  readonly decided: readonly MajorEvidence[];
  /** Where nothing decides: the majors that all its names fit; empty if no name says anything. */
  readonly possible: readonly number[];
}

interface Claim {
  readonly majors: readonly number[];
  readonly evidence: Evidence;
}

/** One file's names: what it needs, the symbol versions it asks for, and its own name where it is a part of CUDA. */
export function fileMajors(path: string, elf: ElfFacts, knowledge: GpuKnowledge): FileMajors {
  const claims: Claim[] = [];
  const claim = (name: string, evidence: Evidence): void => {
    const known = recognise(name, knowledge);
    if (known?.component.vendor === "nvidia" && known.majors.length > 0)
      claims.push({ majors: known.majors, evidence });
  };
  if (elf.role !== "extension-module") {
    claim(elf.soname ?? path, { in: path, note: "its own name" });
    for (const version of elf.versionDefinitions.filter((each) => each !== elf.soname))
      claim(version, { in: path, version, note: "defined here" });
  }
  for (const needed of new Set(elf.needed)) claim(needed, { in: path, from: needed });
  for (const { library, version } of elf.versionNeeds) {
    if (version !== library) claim(version, { in: path, from: library, version });
  }
  return { path, ...decide(claims) };
}

function decide(claims: readonly Claim[]): Pick<FileMajors, "decided" | "possible"> {
  const decided = new Map<number, Evidence[]>();
  const add = (major: number, evidence: Evidence): void => {
    const list = decided.get(major);
    if (list === undefined) decided.set(major, [evidence]);
    else list.push(evidence);
  };
  const open = claims.filter(({ majors }) => majors.length > 1);
  for (const { majors, evidence } of claims) {
    const [only, another] = majors;
    if (only !== undefined && another === undefined) add(only, evidence);
  }
  if (decided.size > 0) {
    // A name that fits none of them is of another release; the newest it fits is the likeliest.
    for (const { majors, evidence } of open) {
      const newest = majors.at(-1);
      if (newest !== undefined && !majors.some((major) => decided.has(major))) add(newest, evidence);
    }
    return { decided: sorted(decided), possible: [] };
  }
  const [first] = open;
  const common = (first?.majors ?? []).filter((major) => open.every(({ majors }) => majors.includes(major)));
  const [only, another] = common;
  if (only === undefined || another !== undefined) return { decided: [], possible: common };
  for (const { evidence } of open) add(only, evidence);
  return { decided: sorted(decided), possible: [] };
}

const sorted = (majors: ReadonlyMap<number, readonly Evidence[]>): MajorEvidence[] =>
  [...majors].sort((a, b) => a[0] - b[0]).map(([major, evidence]) => ({ major, evidence }));

/** Every file that says something. */
export function majorsOfFiles(facts: WheelFacts, knowledge: GpuKnowledge): FileMajors[] {
  return facts.libraries.flatMap(({ path, elf }) => {
    const file = elf === null ? null : fileMajors(path, elf, knowledge);
    return file === null || (file.decided.length === 0 && file.possible.length === 0) ? [] : [file];
  });
}

/** A file through which libraries of several CUDA majors come into one process. */
export interface Mixture {
  readonly path: string;
  readonly majors: readonly number[];
  /** Files among what it loads, itself included, that say so; one for each major. */
  readonly because: readonly MajorEvidence[];
}

/**
 * The files that load libraries of more than one major, themselves or through others; not those which merely load such a file.
 * Builds for several majors that lie side by side, each for itself, are no mixture.
 */
export function mixturesOf(files: readonly FileMajors[], facts: WheelFacts, linkage: LinkageMap): Mixture[] {
  const all = [...new Set(files.flatMap(({ decided }) => decided.map(({ major }) => major)))].slice(0, 30);
  if (all.length < 2) return [];
  const masks = new Map<string, number>();
  for (const { path, decided } of files) {
    masks.set(
      path,
      decided.reduce((mask, { major }) => mask | bit(all.indexOf(major)), 0),
    );
  }
  const closed = reachable(masks, facts, linkage);
  const isMixed = (path: string): boolean => {
    const mask = closed.get(path) ?? 0;
    return (mask & (mask - 1)) !== 0;
  };
  const mixed = facts.libraries.filter(({ path }) => isMixed(path)).map(({ path }) => path);
  const own = mixed.filter((path) => !loads(path, linkage).some((each) => isMixed(each) && each !== path));
  // Where files load each other in a ring, all of them load a mixed one.
  const named = own.length > 0 ? own : mixed.slice(0, 1);
  return named.slice(0, MIXTURE_LIMIT).map((path) => {
    const majors = all
      .filter((_, index) => ((closed.get(path) ?? 0) & bit(index)) !== 0)
      .sort((a, b) => a - b);
    return {
      path,
      majors,
      because: majors.map((major) => ({ major, evidence: witness(path, major, files, linkage) })),
    };
  });
}

/** Each is searched for its witnesses; no real wheel has more than a few. */
const MIXTURE_LIMIT = 20;

const bit = (index: number): number => (index < 0 ? 0 : 1 << index);

const loads = (path: string, linkage: LinkageMap): string[] =>
  (linkage.get(path) ?? []).flatMap((link) =>
    link.kind === "in-wheel" || link.kind === "in-wheel-unreachable" ? [link.path] : [],
  );

/** Bits of each file together with those of all it loads. A file's bits change at most 30 times, so this ends. */
export function reachable(
  bits: ReadonlyMap<string, number>,
  facts: WheelFacts,
  linkage: LinkageMap,
): ReadonlyMap<string, number> {
  const closed = new Map(bits);
  const loadedBy = new Map<string, string[]>();
  for (const { path } of facts.libraries) {
    for (const each of loads(path, linkage)) {
      const list = loadedBy.get(each);
      if (list === undefined) loadedBy.set(each, [path]);
      else list.push(path);
    }
  }
  const waiting = [...bits.keys()];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const own = closed.get(path) ?? 0;
    for (const loader of loadedBy.get(path) ?? []) {
      const before = closed.get(loader) ?? 0;
      if ((before | own) === before) continue;
      closed.set(loader, before | own);
      waiting.push(loader);
    }
  }
  return closed;
}

/** The nearest file that is for the major, breadth first. */
function witness(
  path: string,
  major: number,
  files: readonly FileMajors[],
  linkage: LinkageMap,
): readonly Evidence[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const seen = new Set([path]);
  for (const each of seen) {
    const found = byPath.get(each)?.decided.find((decided) => decided.major === major);
    if (found !== undefined) return found.evidence;
    for (const next of loads(each, linkage)) seen.add(next);
  }
  return [];
}

/** The name a needed or bundled library has without grafting: the symbol version that repeats it, if there is one. */
export function originalName(
  known: Recognised,
  versions: readonly string[],
  knowledge: GpuKnowledge,
): Recognised {
  for (const version of versions) {
    const other = recognise(version, knowledge);
    if (other !== null && other.component === known.component && other.stem === known.stem)
      return { ...other, hashed: known.hashed };
  }
  return known;
}
