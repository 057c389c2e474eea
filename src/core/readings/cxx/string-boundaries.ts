/**
 * Where two libraries of a wheel that were built for different `std::string` ABIs meet: one asks for C++ names of a scope that the
 * other offers.
 */
import type { CxxFacts } from "../../../facts/code-facts.ts";
import type { ElfFacts, WheelFacts } from "../../../facts/model.ts";
import type { LinkageMap } from "../../verdict/own-blockers.ts";
import type { CxxReading } from "../readings.ts";
import { outermostScope } from "./mangled-scope.ts";

export type StringAbi = "new" | "old";

export interface StringBoundary {
  /** Path of the library that asks. */
  readonly from: string;
  readonly fromAbi: StringAbi;
  /** Path of the library that offers. */
  readonly to: string;
  readonly toAbi: StringAbi;
  /** Scopes that both name, e.g. `arrow`. */
  readonly scopes: readonly string[];
  /** Names asked for that carry the ABI of the asking side; the other side has them under another name, if at all. */
  readonly mismatched: readonly string[];
  /** Whether the one is linked to the other. */
  readonly linked: boolean;
}

/** Boundaries reported at most; the rest of an odd wheel adds nothing. */
const LIMIT = 200;
/** Pairs of libraries looked at. */
const PAIR_LIMIT = 100_000;

interface Library {
  readonly path: string;
  readonly elf: ElfFacts;
  readonly cxx: CxxFacts;
  readonly uses: StringAbi | null;
  readonly offers: StringAbi | null;
  readonly ownScopes: ReadonlySet<string>;
}

export function stringBoundaries(
  facts: WheelFacts,
  linkage: LinkageMap,
  readings: ReadonlyMap<string, CxxReading>,
): StringBoundary[] {
  const libraries = new Map<string, Library>();
  for (const { path, elf } of facts.libraries) {
    const reading = readings.get(path);
    if (elf === null || elf.cxx === null || reading === undefined) continue;
    const { cxx } = elf;
    const ownScopes = new Set(cxx.own.scopes);
    libraries.set(path, { path, elf, cxx, uses: usedAbi(reading), offers: offeredAbi(reading), ownScopes });
  }
  const all = [...libraries.values()];
  const abis = new Set(all.flatMap(({ uses, offers }) => [uses, offers]));
  if (!abis.has("new") || !abis.has("old")) return [];
  const owners = scopeOwners(all);
  const found: StringBoundary[] = [];
  let pairs = 0;
  for (const library of all) {
    const { uses } = library;
    const asked = library.cxx.fromOthers.scopes;
    if (uses === null || asked.length === 0) continue;
    const linked = linkedTo(library, libraries, linkage);
    pairs += linked.length;
    if (pairs > PAIR_LIMIT || found.length >= LIMIT) break;
    // A scope that some library of the same ABI offers is served.
    const served = (scope: string): boolean =>
      linked.some(({ ownScopes, offers }) => ownScopes.has(scope) && offers !== opposite(uses));
    const open = asked.filter((scope) => !served(scope));
    for (const other of linked) {
      const scopes = open.filter((scope) => other.ownScopes.has(scope));
      if (other.offers !== opposite(uses) || scopes.length === 0) continue;
      const meeting = boundary(library, uses, other, other.offers, scopes, true);
      // Functions outside of every scope are in many libraries; without a name that cannot fit they prove nothing.
      if (meeting.mismatched.length > 0 || scopes.some((scope) => scope !== "::")) found.push(meeting);
    }
    // Not linked, but nobody else in the wheel has the scope; only names that cannot fit count then.
    for (const scope of open.filter((each) => !linked.some(({ ownScopes }) => ownScopes.has(each)))) {
      const [other, ...more] = owners.get(scope) ?? [];
      if (other === undefined || other === library || more.length > 0 || scope === "::") continue;
      if (other.offers !== opposite(uses) || other.elf.architecture !== library.elf.architecture) continue;
      const unlinked = boundary(library, uses, other, other.offers, [scope], false);
      if (unlinked.mismatched.length > 0) found.push(unlinked);
    }
  }
  return found;
}

/** What the code was compiled against; null: not known, or both. */
function usedAbi({ flavour, imports }: CxxReading): StringAbi | null {
  const decisive = imports === "none" ? flavour : imports;
  return decisive === "new" || decisive === "old" ? decisive : null;
}

/** What its own names are; an interface without telling names is that of the code behind it. */
function offeredAbi(reading: CxxReading): StringAbi | null {
  const { own } = reading;
  if (own === "none") return usedAbi(reading);
  return own === "new" || own === "old" ? own : null;
}

const opposite = (abi: StringAbi): StringAbi => (abi === "new" ? "old" : "new");

function linkedTo(
  { path }: Library,
  libraries: ReadonlyMap<string, Library>,
  linkage: LinkageMap,
): Library[] {
  const paths = (linkage.get(path) ?? []).flatMap((link) =>
    link.kind === "in-wheel" || link.kind === "in-wheel-unreachable" ? [link.path] : [],
  );
  return [...new Set(paths)].flatMap((each) => libraries.get(each) ?? []);
}

/** By scope, the first two libraries that offer it: one alone, or not. */
function scopeOwners(libraries: readonly Library[]): Map<string, Library[]> {
  const owners = new Map<string, Library[]>();
  for (const library of libraries) {
    for (const scope of library.ownScopes) {
      const known = owners.get(scope) ?? [];
      if (known.length < 2) known.push(library);
      owners.set(scope, known);
    }
  }
  return owners;
}

function boundary(
  library: Library,
  fromAbi: StringAbi,
  other: Library,
  toAbi: StringAbi,
  scopes: readonly string[],
  linked: boolean,
): StringBoundary {
  const names = library.cxx.fromOthers[fromAbi].symbols;
  const mismatched = names.filter((name) => scopes.includes(outermostScope(name) ?? ""));
  return { from: library.path, fromAbi, to: other.path, toAbi, scopes, mismatched, linked };
}
