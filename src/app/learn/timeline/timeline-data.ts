/** What the timeline shows, computed from knowledge: no React, no DOM, no clock. */
import { systemsHaving } from "../../../core/diagnose/systems-having.ts";
import type { SystemsHaving } from "../../../core/diagnose/diagnosis.ts";
import type { Knowledge, Policy } from "../../../core/knowledge/knowledge.ts";
import { compareNumbers } from "../../../facts/names/version-name.ts";
import { knowledge, systemsReleased, tagProposals } from "../knowledge.ts";

/** Something that came out on a day. */
export interface Release {
  /** `2.34`, `12`. */
  readonly version: string;
  /** ISO date. */
  readonly date: string;
}

export interface DrawnSystem {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly glibc: string;
  /** Its own compiler, e.g. `8.5.0`; null if that is not known. */
  readonly gcc: string | null;
  readonly released: string;
  /** ISO dates; null: not known. */
  readonly ends: string | null;
  readonly extended: string | null;
}

/** What is shown about one version of glibc. */
export interface AboutGlibc {
  readonly version: string;
  readonly date: string;
  /** The newest series of GCC when it came out. */
  readonly gcc: Release | null;
  /** The policy of that number, and the older name it goes by. */
  readonly policy: string | null;
  readonly alias: string | null;
  /** Without a policy of that number: the next one, whose tag auditwheel gives. */
  readonly next: string | null;
  /** PyPA's build images with this glibc, e.g. `manylinux2014 (RHEL 7)`. */
  readonly images: readonly string[];
  /** Drawn systems that have exactly this one. */
  readonly systems: readonly DrawnSystem[];
  readonly having: SystemsHaving | null;
}

const numbersOf = (version: string): number[] => version.split(".").map(Number);

/** Releases of glibc, oldest first. */
export const glibcReleases: readonly Release[] = Object.entries(knowledge.toolchain.glibcReleased)
  .map(([version, date]) => ({ version, date }))
  .sort((a, b) => compareNumbers(numbersOf(a.version), numbersOf(b.version)));

/** The first release of each series of GCC: `4.8`, from 5 on only the major number. */
export const gccReleases: readonly Release[] = Object.entries(knowledge.toolchain.gccReleased)
  .flatMap(([version, date]) => {
    const series = /^(?:(4\.\d)|([5-9]|\d\d)\.1)$/.exec(version);
    return series === null ? [] : [{ version: series[1] ?? series[2] ?? version, date }];
  })
  .sort((a, b) => (a.date < b.date ? -1 : 1));

export const proposals = tagProposals;

/** The day of the tables: what is past it is a plan. */
export const today = knowledge.systems.date;

export const drawnSystems: readonly DrawnSystem[] = systemsReleased.flatMap(([id, released]) => {
  const system = knowledge.systems.systems.find((one) => one.id === id);
  if (system === undefined) return [];
  return [
    {
      id,
      name: system.name,
      family: system.family,
      glibc: system.release.join("."),
      gcc: compilerOf(system.name, knowledge),
      released,
      ends: system.endOfLife,
      extended: system.extendedEndOfLife,
    },
  ];
});

/** Newest first where a system had several (RHEL 8). */
function compilerOf(name: string, { toolchain }: Knowledge): string | null {
  const [, family, release] = /^(Debian|Ubuntu|RHEL)(?: \/ CentOS)? ([\d.]+)/.exec(name) ?? [];
  if (family === "RHEL") {
    return (
      toolchain.redhatGcc.findLast((row) => row.base && row.systems.includes(Number(release)))?.gcc ?? null
    );
  }
  return (
    toolchain.distributionGcc.find((row) => row.family === family && row.release === release)?.gcc ?? null
  );
}

const glibcPolicies: readonly Policy[] = knowledge.policies
  .filter(({ libc }) => libc === "glibc")
  .sort((a, b) => b.priority - a.priority);

/** Number of a policy: `manylinux_2_17` is for `2.17`. */
const promised = ({ name }: Policy): string => name.replace("manylinux_", "").replace("_", ".");

/** Versions of glibc that have a policy. */
export const versionsWithPolicy: ReadonlySet<string> = new Set(glibcPolicies.map(promised));

/** Null for a version that is not in the tables. */
export function aboutGlibc(version: string): AboutGlibc | null {
  const release = glibcReleases.find((one) => one.version === version);
  if (release === undefined) return null;
  const policy = glibcPolicies.find((one) => promised(one) === version);
  const next = glibcPolicies.find((one) => compareNumbers(numbersOf(promised(one)), numbersOf(version)) > 0);
  return {
    ...release,
    gcc: gccReleases.findLast(({ date }) => date <= release.date) ?? null,
    policy: policy?.name ?? null,
    alias: policy?.aliases[0] ?? null,
    next: policy === undefined ? (next?.name ?? null) : null,
    images: knowledge.toolchain.images.flatMap(({ name, system, glibc }) =>
      glibc === version ? [`${name} (${system})`] : [],
    ),
    systems: drawnSystems.filter(({ glibc }) => glibc === version),
    having: systemsHaving(`GLIBC_${version}`, knowledge),
  };
}

/** Whether a system with `glibc` has what `wanted` brought. */
export function hasGlibc(glibc: string, wanted: string): boolean {
  return compareNumbers(numbersOf(glibc), numbersOf(wanted)) >= 0;
}

/** `2018-08-01` as a point on the axis: 2018.58. */
export function yearOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return year + (month - 1) / 12 + (day - 1) / 365;
}

const months = "January February March April May June July August September October November December".split(
  " ",
);

/** `2018-08-01` is `1 August 2018`. */
export function dateText(date: string): string {
  const [year = "", month = "1", day = "1"] = date.split("-");
  return `${String(Number(day))} ${months[Number(month) - 1] ?? ""} ${year}`;
}
