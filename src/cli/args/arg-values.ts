/** Single words and flags of the command line, read or refused. */
import type { Interpreter } from "../../core/readings/python/claim.ts";
import { findingIds, isFindingId } from "../../core/findings/index.ts";
import { closest } from "./closest.ts";
import type { IgnoreRule } from "./ignore.ts";
import { options } from "./options.ts";

/** What is wrong with the command line; exit code 2. */
export class UsageError extends Error {}

export function formatOf(values: { format?: string | undefined; json?: boolean | undefined }): string {
  if (values.json && values.format !== undefined && values.format !== "json")
    throw new UsageError(`--json and --format ${values.format} contradict each other.`);
  return values.json ? "json" : (values.format ?? options.format.usual);
}

export function evidence(text: string): number {
  if (text === "all") return Infinity;
  if (!/^\d{1,6}$/.test(text)) throw new UsageError(`--evidence takes a number or “all”, not “${text}”.`);
  return Number(text);
}

/** `ID` or `ID:glob`. */
export function ignoreRule(text: string): IgnoreRule {
  const [id = "", ...glob] = text.split(":");
  if (!isFindingId(id)) {
    const meant = closest(id, findingIds);
    const hint = meant === null ? "wheelscope explain lists them all" : `did you mean ${meant}?`;
    throw new UsageError(`--ignore: there is no finding “${id}”; ${hint}`);
  }
  return { id, glob: glob.length === 0 ? null : glob.join(":") };
}

/** `3.12`, `3.13t`. */
export function pythonVersion(text: string): Interpreter {
  const [, major, minor, free] = /^(\d)\.(\d{1,2})(t?)$/.exec(text) ?? [];
  if (major === undefined || minor === undefined)
    throw new UsageError(`--python takes a version such as 3.12 or 3.13t, not “${text}”.`);
  return {
    implementation: "cpython",
    version: [Number(major), Number(minor)],
    freeThreaded: free === "t",
    debug: false,
  };
}

export function oneOf<T extends string>(flag: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new UsageError(`${flag} takes ${choices.join(", ")}, not “${value}”.`);
  return found;
}

/** The word given for an option that takes one of a few, or the usual one. */
export const choiceOf = <T extends string>(
  flag: string,
  { choices, usual }: { readonly choices: readonly T[]; readonly usual: NoInfer<T> },
  value: string | undefined,
): T => oneOf(flag, value ?? usual, choices);
