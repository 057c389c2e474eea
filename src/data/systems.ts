/** Distributions and images from systems.json, in the form that core reads. */
import type { KnownSystem, SystemsKnowledge } from "../core/knowledge/systems.ts";
import file from "./systems.json";

/** A row of systems.json. Lists are separated by blanks. */
interface StoredSystem {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  /** Left out: a distribution. */
  readonly kind?: "image";
  /** e.g. `glibc 2.35`. */
  readonly libc: string;
  /** Highest versions of libstdc++ and libgcc, e.g. `GLIBCXX_3.4.30 CXXABI_1.3.13 GCC_12.0.0`. */
  readonly cxx?: string;
  /** Architectures. */
  readonly on: string;
  /** Architecture → versions that differ there. */
  readonly except?: Readonly<Record<string, string>>;
  /** Markers provided before their glibc release. */
  readonly also?: string;
  /** See `KnownSystem.takenFrom`. */
  readonly as?: string;
  /** See `KnownSystem.open`. */
  readonly open?: string;
  readonly lacks?: string;
  /** Architecture → see `KnownSystem.pages`. */
  readonly pages?: Readonly<Record<string, number>>;
  /** ISO date; left out: that of the file. */
  readonly asOf?: string;
  readonly ends?: string;
  readonly extended?: string;
}

// JSON imports have no literal types; test/data checks what this states.
const stored = file.systems as unknown as readonly StoredSystem[];

export const systems: SystemsKnowledge = { date: file.date, systems: stored.map(readSystem) };

function readSystem(row: StoredSystem): KnownSystem {
  const [libc = "", version = ""] = row.libc.split(" ");
  const isMusl = libc === "musl";
  // Alpine 3.19 calls its snapshot 1.2.4_git20230717.
  const release = numbersOf(version.replace(/[^\d.].*$/, ""));
  return {
    id: row.id,
    name: row.name,
    family: row.family,
    kind: row.kind ?? "distribution",
    libc: isMusl ? "musl" : "glibc",
    release,
    libcText: row.open === undefined ? row.libc : `${row.libc} or newer`,
    limits: new Map([...(isMusl ? [] : [["GLIBC", release] as const]), ...versionsOf(row.cxx)]),
    exceptions: new Map(
      Object.entries(row.except ?? {}).map(([architecture, list]) => [
        architecture,
        new Map(versionsOf(list)),
      ]),
    ),
    markers: words(row.also),
    architectures: words(row.on),
    takenFrom: row.as ?? null,
    open: row.open ?? null,
    lacks: words(row.lacks),
    pages: new Map(Object.entries(row.pages ?? {})),
    asOf: row.asOf ?? file.date,
    endOfLife: row.ends ?? null,
    extendedEndOfLife: row.extended ?? null,
  };
}

function words(list: string | undefined): string[] {
  return list?.split(" ") ?? [];
}

/** `GLIBCXX_3.4.30` → `["GLIBCXX", [3, 4, 30]]`. */
function versionsOf(list: string | undefined): (readonly [family: string, numbers: readonly number[]])[] {
  return words(list).map((version) => {
    const [family = "", number = ""] = version.split("_");
    return [family, numbersOf(number)];
  });
}

function numbersOf(version: string): number[] {
  return version.split(".").map(Number);
}
