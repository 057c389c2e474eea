/** Sentences about the libraries of GPU toolkits. */
import type { Accelerators, AcceleratorLibrary } from "../readings.ts";
import { type Sentence, count, joinAnd, library, list, say, version } from "../../sentence.ts";

/** “CUDA 13: 12 libraries come from other packages, all of them asked for; driver 580.65.06 or newer.” */
export function acceleratorSentence(
  libraries: readonly AcceleratorLibrary[],
  majors: readonly number[],
  driver: Accelerators["driver"],
): Sentence {
  const clauses: Sentence[] = [];
  const needed = libraries.filter(({ how }) => how === "needed");
  const outside = needed.filter(({ declared }) => declared !== null);
  if (outside.length > 0) clauses.push(outsideClause(outside));
  const unknown = needed.filter(
    ({ source, declared }) => declared === null && source !== "driver" && source !== "wheel",
  );
  if (unknown.length > 0) clauses.push(say`needs ${names(unknown)}`);
  const fromDriver = needed.filter(({ source }) => source === "driver");
  if (fromDriver.length > 0) clauses.push(say`needs ${names(fromDriver)} from the driver`);
  const bundled = libraries.filter(({ how }) => how === "bundled");
  if (bundled.length > 0) clauses.push(say`holds ${names(bundled)}`);
  if (libraries.some(({ how }) => how === "static")) clauses.push(say`the CUDA runtime is likely linked in`);
  const mentioned = libraries.filter(({ how }) => how === "mentioned");
  if (clauses.length === 0 && mentioned.length > 0) {
    clauses.push(say`no GPU library is needed; ${mentions(mentioned)}`);
  } else if (mentioned.length > 0) clauses.push(mentions(mentioned));
  if (driver !== null) clauses.push(say`driver ${version(driver.atLeast)} or newer`);
  const title = toolkit(libraries, majors);
  const body = clauses.flatMap((clause, index) => (index === 0 ? [...clause] : ["; ", ...clause]));
  if (title === "") return capital(say`${body}.`);
  return body.length === 0 ? say`${title}.` : say`${title}: ${body}.`;
}

/** `CUDA 12`, `CUDA 12 and 13`; the one way to name several. */
export const cudaName = (majors: readonly number[]): string => `CUDA ${joinAnd(majors.map(String))}`;

function toolkit(libraries: readonly AcceleratorLibrary[], majors: readonly number[]): string {
  const used = libraries.filter(({ how }) => how !== "mentioned");
  const parts: string[] = [];
  if (majors.length > 0) parts.push(cudaName(majors));
  else if (used.some(({ vendor, source }) => vendor === "nvidia" && source !== "driver")) parts.push("CUDA");
  if (used.some(({ vendor }) => vendor === "amd")) parts.push("ROCm");
  if (used.some(({ vendor }) => vendor === "intel")) parts.push("oneAPI");
  return joinAnd(parts);
}

function outsideClause(outside: readonly AcceleratorLibrary[]): Sentence {
  const undeclared = outside.filter(({ declared }) => declared !== true);
  const come = outside.length === 1 ? "comes from another package" : "come from other packages";
  if (undeclared.length === 0) {
    const asked = outside.length === 1 ? "which is asked for" : "all of them asked for";
    return say`${count(outside.length, "library", "libraries")} ${come}, ${asked}`;
  }
  const is = undeclared.length === 1 ? "is" : "are";
  if (undeclared.length === outside.length)
    return say`${names(undeclared)} ${is} needed and in no package that is asked for`;
  return say`${count(outside.length, "library", "libraries")} ${come}; none that is asked for brings ${names(undeclared)}`;
}

const mentions = (mentioned: readonly AcceleratorLibrary[]): Sentence =>
  say`${names(mentioned)} ${mentioned.length === 1 ? "stands" : "stand"} in it as text, as for opening on demand`;

const names = (libraries: readonly AcceleratorLibrary[]): Sentence =>
  list([...new Set(libraries.map(({ name }) => name))].map(library), 3);

function capital(sentence: Sentence): Sentence {
  const [first, ...rest] = sentence;
  return typeof first === "string" ? [first.slice(0, 1).toUpperCase() + first.slice(1), ...rest] : sentence;
}

/** Why that driver: the toolkit's major, and what PTX wants beyond it. */
export function driverSentence(
  major: number,
  atLeast: string,
  ptx: { readonly isa: string; readonly cuda: string | null } | null,
  ptxDriver: string | null,
): Sentence {
  const base = say`Any release of CUDA ${major} runs on driver ${version(atLeast)} or newer`;
  if (ptx === null) return say`${base}.`;
  if (ptx.cuda === null) return say`${base}; the PTX in it (ISA ${ptx.isa}) may need a newer one.`;
  if (ptx.cuda === `${String(major)}.0` || Number.parseInt(ptx.cuda, 10) < major)
    return say`${base}, which compiles its PTX (ISA ${ptx.isa}) too.`;
  const known = ptxDriver === null ? "" : `, ${ptxDriver} or newer`;
  return say`${base}; where a GPU depends on the PTX in it (ISA ${ptx.isa}), the driver of CUDA ${ptx.cuda} is needed${known}.`;
}

/** The same for a wheel with parts for several majors. */
export function driversSentence(oldest: number, atLeast: string, newest: number, newer: string): Sentence {
  return say`What is for CUDA ${oldest} runs on driver ${version(atLeast)} or newer, what is for CUDA ${newest} on ${version(newer)} or newer.`;
}
