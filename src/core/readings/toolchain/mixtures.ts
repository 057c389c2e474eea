/** Libraries that hold code of several releases of one compiler, and what of it is unsupported. */
import type { CxxNames } from "../../../facts/code-facts.ts";
import type { ElfFacts } from "../../../facts/model.ts";
import type { ReadLibrary } from "../../read-libraries.ts";
import type { CompilerMark } from "./compiler-marks.ts";
import type { ToolchainKnowledge } from "../../knowledge/toolchain.ts";
import { compilerMarks, isFromSystem } from "./read-toolchain.ts";

/**
 * The marks of a library whose code comes from several major releases of one compiler, oldest first; empty: no mixture. Marks that
 * come with the system (start-up files, static parts of libc) are no mixture, nor is GCC's beside another compiler; but two toolsets
 * are, since start-up files come from one.
 */
export function mixedCompilers(elf: ElfFacts, knowledge: ToolchainKnowledge): CompilerMark[] {
  const marks = compilerMarks(elf, knowledge);
  // Releases of rustc follow each other every six weeks, and its ABI never crosses them.
  const own = marks.filter(
    (mark) =>
      mark.kind === "compiler" &&
      mark.name !== "rustc" &&
      (mark.redhat?.base === false || !isFromSystem(mark, marks)),
  );
  const mixed = own.filter((mark) =>
    own.some(({ name, version }) => name === mark.name && major(version) !== major(mark.version)),
  );
  return mixed.sort(
    (a, b) => Number(a.name > b.name) - Number(a.name < b.name) || compareReleases(a.version, b.version),
  );
}

export interface OldCxx11 {
  /** Marks of GCC before 5, then of later ones. */
  readonly old: readonly CompilerMark[];
  readonly later: readonly CompilerMark[];
  /** Names of C++11 types, at most ten. */
  readonly symbols: readonly string[];
}

/**
 * Code of GCC before 5 together with later code and with types of C++11, whose layout GCC 4 did not keep stable; null: no. Marks
 * that start-up files bring stand for no code. `inPlainC`: those that libraries without C++ have beside a later one.
 */
export function oldCxx11(
  elf: ElfFacts,
  knowledge: ToolchainKnowledge,
  inPlainC: ReadonlySet<string>,
): OldCxx11 | null {
  const gcc = compilerMarks(elf, knowledge).filter(({ name }) => name === "GCC");
  const later = gcc.filter(({ version }) => major(version) >= 5);
  const old = gcc.filter(
    (mark) => major(mark.version) < 5 && !isFromSystem(mark, gcc) && !inPlainC.has(mark.text),
  );
  if (old.length === 0 || later.length === 0 || elf.cxx === null) return null;
  const symbols = listedNames(elf).filter((name) => CXX11_TYPE.test(name));
  return symbols.length === 0 ? null : { old, later, symbols: [...new Set(symbols)].slice(0, 10) };
}

/**
 * Marks of GCC that libraries without any C++ have beside a later one: what brings them there, start-up files or code in C, brings them
 * to their neighbours too.
 */
export function marksInPlainC(libraries: readonly ReadLibrary[], knowledge: ToolchainKnowledge): Set<string> {
  return new Set(
    libraries.flatMap(({ elf }) => {
      const gcc = elf.cxx === null ? compilerMarks(elf, knowledge).filter(({ name }) => name === "GCC") : [];
      return gcc
        .filter((mark) => gcc.some(({ version }) => major(version) > major(mark.version)))
        .map(({ text }) => text);
    }),
  );
}

/** Class templates and classes that came with C++11, as they stand in a mangled name. */
const CXX11_TYPE =
  /St(?:10shared_ptr|12__shared_ptr|8weak_ptr|10unique_ptr|14default_delete|8function|5tuple|13unordered_map|13unordered_set|6thread|6future|7promise|5mutex|18condition_variable|16initializer_list|8__detail|25__throw_bad_function_call|6chrono)/;

/** The names that the facts list; neutral ones are counted only, so versions and unique objects help. */
function listedNames({ cxx, versionNeeds, uniqueExports }: ElfFacts): string[] {
  const sides: readonly CxxNames[] = cxx === null ? [] : [cxx.own, cxx.fromOthers, cxx.fromRuntime];
  return [
    ...sides.flatMap((side) => [side.old, side.new, side.both].flatMap(({ symbols }) => symbols)),
    ...versionNeeds.flatMap(({ symbols }) => symbols),
    ...uniqueExports.symbols,
  ];
}

/** 0 if there is none. */
const major = (version: string | null): number => Number.parseInt(version ?? "0", 10);

function compareReleases(a: string | null, b: string | null): number {
  const [one, other] = [a, b].map((each) => (each ?? "").split(".").map((part) => Number.parseInt(part, 10)));
  for (let index = 0; index < 3; index += 1) {
    const difference = (one?.[index] ?? 0) - (other?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
