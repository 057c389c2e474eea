/**
 * Which GCC release first shipped a version of libstdc++ or libgcc, so that a finding can say "came with GCC 11" instead of
 * a version name nobody remembers.
 */
import type { ToolchainKnowledge } from "./toolchain.ts";

/** e.g. "11.1" for `GLIBCXX_3.4.29`; `GCC_*` names carry their release themselves; null for anything else. */
export function firstGcc(version: string, { glibcxxSince, cxxabiSince }: ToolchainKnowledge): string | null {
  const libgcc = /^GCC_(\d+\.\d+)(?:\.\d+)?$/.exec(version);
  if (libgcc?.[1] !== undefined) return libgcc[1];
  const table = [glibcxxSince, cxxabiSince].find((each) => Object.hasOwn(each, version));
  return table?.[version] ?? null;
}
