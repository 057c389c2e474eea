/** Which libraries of the open wheel a message is about. */
import type { Evidence } from "../evidence.ts";
import type { LibraryReport, Report } from "../report.ts";
import { library, say, symbol, version } from "../sentence.ts";
import type { ConcernedLibrary } from "./diagnosis.ts";
import { fileNameOf } from "../../facts/path.ts";

const LIMIT = 20;

/** Libraries whose file name is the one in the text; wheels put them into site-packages under the same name. */
export function namedFiles(report: Report | null, ...files: readonly (string | null)[]): ConcernedLibrary[] {
  const names = new Set(files.filter((file) => file !== null).map(fileNameOf));
  return pick(report, ({ facts: { path } }) =>
    names.has(fileNameOf(path))
      ? { path, sentence: say`${library(path)} is the file in the message.`, evidence: [] }
      : null,
  );
}

/** Libraries that ask for a version, with the symbols that do. */
export function askingFor(report: Report | null, wanted: string): ConcernedLibrary[] {
  return pick(report, ({ facts: { path, elf } }) => {
    const needs = elf?.versionNeeds.filter((need) => need.version === wanted) ?? [];
    const [first] = needs;
    if (first === undefined) return null;
    const evidence = needs.flatMap((need): Evidence[] => {
      const about = { in: path, version: wanted, from: need.library };
      return need.symbols.length === 0 ? [about] : need.symbols.map((name) => ({ ...about, symbol: name }));
    });
    return {
      path,
      sentence: say`${library(path)} asks ${library(first.library)} for ${version(wanted)}.`,
      evidence: evidence.slice(0, LIMIT),
    };
  });
}

/** Libraries that list a library as needed, and what becomes of the need. */
export function needing(report: Report | null, needed: string): ConcernedLibrary[] {
  return pick(report, ({ facts: { path }, linkage }) => {
    const link = linkage.find((each) => each.needed === needed);
    if (link === undefined) return null;
    const end = {
      "in-wheel": "which is in the wheel, and its search path leads there",
      "in-wheel-unreachable": "which is in the wheel, but no search path of the file leads there",
      allowed: "which the system has to have",
      loader: "which is the loader itself",
      libpython: "which not every Python has",
      "other-wheel": "which has to come from another wheel",
      driver: "which comes with the GPU driver",
      missing: "which is neither in the wheel nor promised by any policy",
    }[link.kind];
    return {
      path,
      sentence: say`${library(path)} needs ${library(needed)}, ${end}.`,
      evidence: [{ in: path, from: needed }],
    };
  });
}

/** Libraries known from the report to use a symbol; the report does not list all symbols. */
export function usingSymbol(report: Report | null, name: string): ConcernedLibrary[] {
  return pick(report, ({ facts: { path, elf }, cxx }) => {
    const need = elf?.versionNeeds.find(({ symbols }) => symbols.includes(name));
    if (need !== undefined) {
      const evidence = [{ in: path, symbol: name, version: need.version, from: need.library }];
      return {
        path,
        sentence: say`${library(path)} takes ${symbol(name)} from ${library(need.library)}.`,
        evidence,
      };
    }
    const wants =
      elf?.python?.imports.includes(name) === true ||
      elf?.watchedSymbols.some((each) => each.name === name && !each.defined) === true ||
      cxx?.evidence.some((piece) => piece.symbol === name) === true;
    return wants
      ? {
          path,
          sentence: say`${library(path)} has ${symbol(name)} in its evidence.`,
          evidence: [{ in: path, symbol: name }],
        }
      : null;
  });
}

function pick(
  report: Report | null,
  ask: (library: LibraryReport) => ConcernedLibrary | null,
): ConcernedLibrary[] {
  const found: ConcernedLibrary[] = [];
  for (const each of report?.libraries ?? []) {
    const concerned = ask(each);
    if (concerned !== null) found.push(concerned);
    if (found.length >= LIMIT) break;
  }
  return found;
}

/** Joins lists; the first sentence on a library stays. */
export function together(...lists: readonly (readonly ConcernedLibrary[])[]): ConcernedLibrary[] {
  const byPath = new Map<string, ConcernedLibrary>();
  for (const each of lists.flat()) {
    const before = byPath.get(each.path);
    if (before === undefined) byPath.set(each.path, each);
    else
      byPath.set(each.path, { ...before, evidence: [...before.evidence, ...each.evidence].slice(0, LIMIT) });
  }
  return [...byPath.values()].slice(0, LIMIT);
}
