/** Which systems have a version of glibc, libstdc++ or libgcc. */
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { KnownSystem } from "../knowledge/systems.ts";
import {
  compareNumbers,
  glibcRelease,
  isMainFamily,
  parseVersionName,
} from "../../facts/names/version-name.ts";
import type { SystemsHaving } from "./diagnosis.ts";

const LIMIT = 12;

/** Null for families that no system is known by, and for `GLIBC_PRIVATE`. */
export function systemsHaving(version: string, { systems }: Knowledge): SystemsHaving | null {
  const release = glibcRelease(version);
  const parsed = parseVersionName(version);
  const family = release === null ? parsed.family : "GLIBC";
  const wanted = release ?? parsed.numbers;
  if (wanted === null || !isMainFamily(family)) return null;
  const judged = systems.systems.flatMap((system) => {
    const limit = system.libc === "glibc" && system.open === null ? system.limits.get(family) : undefined;
    return limit === undefined ? [] : [{ system, has: compareNumbers(limit, wanted) >= 0, limit }];
  });
  if (judged.length === 0) return null;
  // The table goes from new to old within a family; the oldest that has it is what people want to know. RHEL stands for what is
  // built from its sources.
  const oldest = new Map<string, { name: string; limit: readonly number[] }>();
  for (const { system, has, limit } of judged) {
    if (!has || system.kind === "image" || system.family === "other") continue;
    const before = oldest.get(system.family);
    if (before === undefined || compareNumbers(limit, before.limit) < 0) {
      oldest.set(system.family, { name: system.name, limit });
    }
  }
  const without = new Map<string, string>();
  for (const { system, has, limit } of judged) {
    const key = system.family === "other" ? system.name : `${system.family} ${limit.join(".")}`;
    if (!has && isSupported(system, systems.date) && !without.has(key)) without.set(key, system.name);
  }
  return {
    version,
    since: [...oldest.values()].map(({ name }) => name).slice(0, LIMIT),
    without: [...without.values()].slice(0, LIMIT),
  };
}

const isSupported = ({ endOfLife }: KnownSystem, date: string): boolean =>
  endOfLife === null || endOfLife >= date;
