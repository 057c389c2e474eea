/**
 * Who has what who asks for: the link tables of all libraries of a wheel, joined by the hashes of names. Time and memory grow with the
 * names; where many files have one name, only so many are followed.
 */
import { MOST_NAMES, MOST_OWNERS } from "../../facts/links.ts";
import type { LinkFacts } from "../../facts/model.ts";
import type { CommonNames, NameAge } from "../../facts/names/common-names.ts";
import { fileNameOf } from "../../facts/path.ts";
import { Pace } from "../pace.ts";
import type { ReadLibrary } from "../workers/read-library.ts";
import { HIDDEN, linkTable, OLD, type LinkTable } from "./link-table.ts";

/** A library with its table. */
interface Member {
  readonly library: ReadLibrary;
  readonly table: LinkTable;
  readonly texts: readonly string[];
}

/** One file that has a name: its place, and the version it has it with. */
interface Owner {
  readonly place: number;
  readonly version: number;
  readonly flags: number;
}

/** What is known beside the tables. */
interface Around {
  /** Names of the files of the set. */
  readonly providers: ReadonlySet<string>;
  /** Loaded late on the page; null: it is not there, and then nobody looked. */
  readonly common: CommonNames | null;
  readonly mostOwners: number;
}

type Known = Around & { readonly common: CommonNames };

/** Sets of files that are told apart for one library; more are not followed. */
const MOST_SETS = 64;

/**
 * The facts of each library, in the order given; null where there is no table. `mostOwners`: a name that more files have counts as found
 * wherever one looks.
 */
export async function joinLinks(
  libraries: readonly ReadLibrary[],
  commonNames: () => Promise<CommonNames>,
  mostOwners = MOST_OWNERS,
): Promise<(LinkFacts | null)[]> {
  const pace = new Pace();
  const members = libraries.map((library): Member | null => {
    const table = library.links === null ? null : linkTable(library.links);
    return table === null ? null : { library, table, texts: table.texts() };
  });
  const providers = new Set(libraries.flatMap(namesOf));
  const owners = new Map<number, Owner[]>();
  for (const member of members) {
    if (member !== null) noteAsked(member, providers, owners);
    await pace.rest();
  }
  for (const [place, member] of members.entries()) {
    if (member !== null) findOwners(member.table, place, owners, mostOwners);
    await pace.rest();
  }
  const around: Around = { providers, common: await commonNames().catch(() => null), mostOwners };
  const joined: (LinkFacts | null)[] = [];
  for (const member of members) {
    joined.push(
      member === null || around.common === null
        ? null
        : linksOf(member, owners, { ...around, common: around.common }),
    );
    await pace.rest();
  }
  return joined;
}

function linksOf(member: Member, owners: ReadonlyMap<number, readonly Owner[]>, around: Known): LinkFacts {
  const { sets, unknown, later } = ownersOf(member, owners, around);
  // What no C library has tells most, and only so many are listed.
  const unowned = [...unknown, ...later];
  return {
    owners: smallest(sets),
    unowned: { count: unowned.length, names: unowned.slice(0, MOST_NAMES) },
  };
}

function namesOf({ path, elf }: ReadLibrary): string[] {
  return elf === null || elf.soname === null ? [fileNameOf(path)] : [fileNameOf(path), elf.soname];
}

/** Whether a file outside of the wheel has a version is decided by the version need: such names are not looked for. */
function isBound({ table, texts }: Member, at: number, providers: ReadonlySet<string>): boolean {
  const need = table.importNeeds[at] ?? 0;
  return need !== 0 && !providers.has(texts[table.imports.length + 2 * need - 1] ?? "");
}

function noteAsked(member: Member, providers: ReadonlySet<string>, owners: Map<number, Owner[]>): void {
  const { imports } = member.table;
  for (let at = 0; at < imports.length; at++) {
    const hash = imports[at] ?? 0;
    if (!isBound(member, at, providers) && !owners.has(hash)) owners.set(hash, []);
  }
}

function findOwners(
  { exports, exportVersions, exportFlags }: LinkTable,
  place: number,
  owners: ReadonlyMap<number, Owner[]>,
  most: number,
): void {
  for (let at = 0; at < exports.length; at++) {
    const found = owners.get(exports[at] ?? 0);
    // One more than is listed, to know that there are more.
    if (found === undefined || found.length > most) continue;
    found.push({ place, version: exportVersions[at] ?? 0, flags: exportFlags[at] ?? 0 });
  }
}

interface Asked {
  /** By the places of the owners, joined: those places, and the first name. */
  readonly sets: Map<string, { readonly in: number[]; readonly name: string }>;
  /** Names that nobody has. */
  readonly unknown: string[];
  /** Names that no file has, and the C library of some systems. */
  readonly later: string[];
}

/** Python's names are known by version, and judged apart. */
const OF_PYTHON = /^_?_?Py/;

function ownersOf(
  member: Member,
  owners: ReadonlyMap<number, readonly Owner[]>,
  { providers, common, mostOwners }: Known,
): Asked {
  const { table, library, texts } = member;
  const { imports, importNeeds, needVersions } = table;
  const ageOf = ageFor(library, common);
  const asked: Asked = { sets: new Map(), unknown: [], later: [] };
  for (let at = 0; at < imports.length; at++) {
    const need = importNeeds[at] ?? 0;
    const version = need === 0 ? 0 : (needVersions[need - 1] ?? 0);
    const text = imports.length + 2 * (need - 1);
    if (isBound(member, at, providers)) continue;
    const name = texts[at] ?? "";
    const having = owners.get(imports[at] ?? 0) ?? [];
    if (having.length > mostOwners || OF_PYTHON.test(name)) continue;
    const age = need === 0 ? ageOf(name) : "never";
    if (age === "always") continue;
    const places = having.filter((owner) => satisfies(owner, version)).map(({ place }) => place);
    if (places.length > 0) {
      const found = [...new Set(places)];
      const key = found.join();
      if (!asked.sets.has(key)) asked.sets.set(key, { in: found, name });
    } else if (age === "later") {
      asked.later.push(name);
    } else {
      asked.unknown.push(need === 0 ? name : `${name}@${texts[text] ?? ""}`);
    }
  }
  return asked;
}

/** Of Android's C library no names are known; a file that names no C library may be meant for either. */
function ageFor({ elf }: ReadLibrary, common: CommonNames): (name: string) => NameAge {
  if (elf === null || elf.libc === "bionic") return () => "always";
  const { libc, architecture } = elf;
  if (libc !== "none") return (name) => common.ageOf(name, libc, architecture);
  return (name) => {
    const isKnown = (["glibc", "musl"] as const).some(
      (each) => common.ageOf(name, each, architecture) !== "never",
    );
    return isKnown ? "always" : "never";
  };
}

/** glibc, `elf/dl-lookup.c`, `check_match`: who asks for no version gets the first or the default one. */
function satisfies({ version, flags }: Owner, asked: number): boolean {
  if (asked === 0) return (flags & OLD) !== 0 || (flags & HIDDEN) === 0;
  return version === asked || (version === 0 && (flags & HIDDEN) === 0);
}

/** Where a smaller set is loaded, so is a part of a larger one that holds it. */
function smallest(sets: Asked["sets"]): LinkFacts["owners"] {
  const kept: { in: number[]; name: string }[] = [];
  const bySize = [...sets.values()].sort((a, b) => a.in.length - b.in.length).slice(0, MOST_SETS);
  for (const set of bySize) {
    if (!kept.some((other) => other.in.every((place) => set.in.includes(place)))) kept.push(set);
  }
  return kept;
}
