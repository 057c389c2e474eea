/** Systems by family, grouped by whether they are still maintained. No React, no DOM, no clock. */
import type { SystemOutcome, SystemRow } from "../core/readings/readings.ts";
import { joinAnd } from "../core/sentence.ts";
import type { State } from "./states.ts";
import { plural } from "./units.ts";
import { groupBy } from "./group-by.ts";

/** `extended`: only paid or community support goes on. `open`: rolling, or no date is known. */
export type Support = "full" | "extended" | "ended" | "open";

/** `today` as an ISO date: the dates of the rows compare as text. */
export function supportOf(row: SystemRow, today: string): Support {
  if (row.endOfLife === null) return "open";
  if (row.endOfLife >= today) return "full";
  return row.extendedEndOfLife !== null && row.extendedEndOfLife >= today ? "extended" : "ended";
}

/**
 * Still maintained by its makers at a date (ISO), paid extensions not counted: what the summary counts and what is shown at first.
 */
export function isCurrent({ endOfLife }: Pick<SystemRow, "endOfLife">, date: string): boolean {
  return endOfLife === null || endOfLife >= date;
}

export interface SystemGroup {
  /** Heading, e.g. `Ubuntu`. */
  readonly name: string;
  readonly rows: readonly SystemRow[];
}

/** Order and headings. Families that have no line of their own share the one before the last. */
const families: ReadonlyMap<string, string> = new Map([
  ["rhel", "Red Hat family"],
  ["ubuntu", "Ubuntu"],
  ["debian", "Debian"],
  ["fedora", "Fedora"],
  ["amazon", "Amazon Linux"],
  ["suse", "SUSE"],
  ["alpine", "Alpine"],
]);
const others = "Others";
const images = "Images and services";

/** Families that few people ask for. */
export function isUncommon(row: SystemRow): boolean {
  return groupName(row) === others;
}

function groupName(row: SystemRow): string {
  if (row.kind === "image") return images;
  const family = row.id.startsWith("ubuntu") ? "ubuntu" : row.family.toLowerCase();
  return families.get(family) ?? others;
}

/** In the order of the headings; rows keep the order of the report. */
export function groupSystems(rows: readonly SystemRow[]): readonly SystemGroup[] {
  const groups = groupBy(rows, groupName);
  return [...families.values(), others, images].flatMap((name) => {
    const members = groups.get(name);
    return members === undefined ? [] : [{ name, rows: members }];
  });
}

/** `Ubuntu 22.04 LTS` under the heading Ubuntu is `22.04 LTS`. */
export function shortSystemName(row: SystemRow, group: string): string {
  const first = group.split(" ")[0] ?? "";
  if (!row.name.startsWith(`${first} `)) return row.name;
  const rest = row.name.slice(group.length).startsWith(" ") ? group : first;
  const short = row.name.slice(rest.length).trim();
  return /^[\d(a-z]/.test(short) ? short : row.name;
}

/** What is compared, short enough for a cell, seen from the system. */
export const systemStates: Readonly<Record<SystemOutcome, Omit<State, "character">>> = {
  runs: { word: "runs", tone: "good", icon: "check" },
  "installs-but": { word: "needs more", tone: "warning", icon: "warning" },
  "pip-refuses": { word: "pip refuses it", tone: "bad", icon: "cross" },
  "does-not-load": { word: "does not load", tone: "bad", icon: "cross" },
  "needs-newer-glibc": { word: "needs newer glibc", tone: "bad", icon: "cross" },
  "needs-newer-libstdcxx": { word: "needs newer libstdc++", tone: "bad", icon: "cross" },
  "needs-newer-runtime": { word: "needs newer runtime", tone: "bad", icon: "cross" },
  "other-libc": { word: "other C library", tone: "warning", icon: "dash" },
  "other-architecture": { word: "other processor", tone: "warning", icon: "dash" },
  unknown: { word: "not known", tone: "warning", icon: "question" },
};

/** `runs on 21 of 27 systems in support`; those with another C library or processor were never meant, and are not counted. */
export function systemsSummary(rows: readonly SystemRow[], today: string): string {
  const supported = rows.filter((row) => isCurrent(row, today));
  const meant = supported.filter(
    ({ outcome }) => outcome !== "other-libc" && outcome !== "other-architecture",
  );
  const runs = meant.filter((row) => row.outcome === "runs").length;
  const systems = `${plural(meant.length, "system")} in support${meant.length < supported.length ? " that share its C library and processor" : ""}`;
  if (meant.length === 0) return "runs on no system known here";
  if (runs === meant.length) return `runs on all ${systems}`;
  return `runs on ${runs === 0 ? "none of the" : `${runs} of`} ${systems}`;
}

/** What to look at first: the pinned one, else the first in support that does not run it, else the first that does. */
export function tellingSystem(
  rows: readonly SystemRow[],
  floor: string | null,
  today: string,
): SystemRow | null {
  const pinned = rows.find((row) => row.id === floor);
  if (pinned !== undefined) return pinned;
  const current = rows.filter((row) => isCurrent(row, today));
  const first = (test: (outcome: SystemOutcome) => boolean): SystemRow | undefined =>
    current.find(({ outcome }) => test(outcome));
  return (
    first((outcome) => outcome === "does-not-load" || outcome === "installs-but") ??
    first((outcome) => outcome.startsWith("needs-") || outcome === "pip-refuses") ??
    first((outcome) => outcome === "runs") ??
    null
  );
}

/** `In support until May 2029.` */
export function supportText(row: SystemRow, today: string): string {
  switch (supportOf(row, today)) {
    case "open":
      return "no end of support known";
    case "full":
      return `in support until ${month(row.endOfLife)}`;
    case "extended":
      return `regular support ended ${month(row.endOfLife)}, extended until ${month(row.extendedEndOfLife)}`;
    case "ended":
      return `out of support since ${month(row.extendedEndOfLife ?? row.endOfLife)}`;
  }
}

/** Said wherever something is said to load: nobody can tell this from the files. */
export const NOT_LOOKED_AT =
  "Not looked at: libraries and names opened at run time, the processor level of code without a note, and what Python code does while it is imported.";

/**
 * What of the systems that the report relies on is known from more than a year ago; null: nothing. Systems out of support do not change
 * any more, and those with another C library or processor decide nothing.
 */
export function ageNote(rows: readonly SystemRow[], today: string): string | null {
  const old = rows
    .filter((row) => isCurrent(row, today) && !row.outcome.startsWith("other-"))
    .filter(({ asOf }) => aYearAfter(asOf) < today)
    .sort((a, b) => Number(a.asOf > b.asOf) - Number(a.asOf < b.asOf));
  const [oldest] = old;
  if (oldest === undefined) return null;
  const names =
    old.length > 3
      ? plural(old.length, "of these systems", "of these systems")
      : joinAnd(old.map(({ name }) => name));
  return `What is known of ${names} is more than a year old (${old.length > 1 ? "the oldest of " : ""}${month(oldest.asOf)}): there may be changes and newer releases that are not taken into account.`;
}

const aYearAfter = (date: string): string => `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;

const months = "January February March April May June July August September October November December".split(
  " ",
);

function month(date: string | null): string {
  const match = /^(\d{4})-(\d\d)/.exec(date ?? "");
  return match === null ? (date ?? "") : `${months[Number(match[2]) - 1] ?? ""} ${match[1] ?? ""}`;
}
