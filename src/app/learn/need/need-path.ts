/** A need for a version of glibc on its way from a symbol to a tag: the open report's own highest, or an example. */
import { systemsHaving } from "../../../core/diagnose/systems-having.ts";
import type { SystemsHaving } from "../../../core/diagnose/diagnosis.ts";
import type { Report } from "../../../core/report.ts";
import { compareNumbers, glibcRelease } from "../../../facts/names/version-name.ts";
import { fileNameOf } from "../../../facts/path.ts";
import { knowledge } from "../knowledge.ts";
import { drawnSystems, hasGlibc, today, type DrawnSystem } from "../timeline/timeline-data.ts";

export interface TravellingNeed {
  /** As the file has it; mangled where it is a C++ name. */
  readonly symbol: string;
  /** `GLIBC_2.34`. */
  readonly version: string;
  /** The library asked, by the name in the file: `libc.so.6`. */
  readonly provider: string;
  /** File name of the library that asks. */
  readonly by: string;
  /** Where it was linked, and the glibc there; null if that is not known. */
  readonly linkedOn: string | null;
  readonly architecture: string;
}

/** The same call, linked on two systems: `pthread_create` moved to libc.so.6 with glibc 2.34 and got a new version there. */
export const exampleNeeds = {
  old: {
    symbol: "pthread_create",
    version: "GLIBC_2.2.5",
    provider: "libpthread.so.0",
    by: "_pool.so",
    linkedOn: "Debian 11, glibc 2.31",
    architecture: "x86_64",
  },
  new: {
    symbol: "pthread_create",
    version: "GLIBC_2.34",
    provider: "libc.so.6",
    by: "_pool.so",
    linkedOn: "Ubuntu 22.04, glibc 2.35",
    architecture: "x86_64",
  },
} as const satisfies Record<string, TravellingNeed>;

/** The newest glibc that a library of the report asks for by a symbol; null if none does. */
export function highestNeed(report: Report): TravellingNeed | null {
  let highest: TravellingNeed | null = null;
  let least: readonly number[] = [];
  for (const { facts, maxima } of report.libraries) {
    for (const { version, from, symbols } of maxima) {
      const release = glibcRelease(version);
      const [symbol] = symbols;
      if (release === null || symbol === undefined || compareNumbers(release, least) <= 0) continue;
      least = release;
      highest = {
        symbol,
        version,
        provider: from,
        by: fileNameOf(facts.path),
        linkedOn: null,
        architecture: report.architecture ?? "x86_64",
      };
    }
  }
  return highest;
}

export interface Arrival {
  readonly having: SystemsHaving | null;
  /** Drawn systems in regular support, and whether they have the version. */
  readonly systems: readonly { readonly system: DrawnSystem; readonly has: boolean }[];
  /** The newest drawn system without the version, whether still in support or not; null: all have it. */
  readonly refuses: DrawnSystem | null;
  readonly accepts: DrawnSystem | null;
  /** The oldest policy that allows the version on that architecture; null: none does. */
  readonly tag: string | null;
  /** Its older name. */
  readonly alias: string | null;
}

/** What becomes of a need. */
export function arrivalOf({ version, architecture }: TravellingNeed): Arrival {
  const wanted = (glibcRelease(version) ?? []).join(".");
  const judged = drawnSystems.map((system) => ({ system, has: hasGlibc(system.glibc, wanted) }));
  const number = version.replace(/^GLIBC_/, "");
  const policy = knowledge.policies
    .filter(({ libc, symbolVersions }) => {
      const allowed = Object.hasOwn(symbolVersions, architecture) ? symbolVersions[architecture] : undefined;
      return libc === "glibc" && allowed?.["GLIBC"]?.includes(number) === true;
    })
    .sort((a, b) => b.priority - a.priority)[0];
  const byAge = [...judged].sort((a, b) => (a.system.released < b.system.released ? -1 : 1));
  return {
    having: systemsHaving(version, knowledge),
    systems: judged.filter(({ system }) => (system.ends ?? "9") >= today),
    refuses: byAge.findLast(({ has }) => !has)?.system ?? null,
    accepts: byAge.find(({ has }) => has)?.system ?? null,
    tag: policy === undefined ? null : `${policy.name}_${architecture}`,
    alias: policy?.aliases[0] ?? null,
  };
}
