/**
 * How each needed library of each file is satisfied: inside the wheel, by the system, by another wheel, by the driver, or not
 * at all. Own search path first, as the loader does; then what the files that load this one contribute by their RPATH.
 */
import type { Judgement } from "../auditwheel/judge.ts";
import { knownProvider } from "./known-providers.ts";
import type { Knowledge, Policy } from "../knowledge/knowledge.ts";
import type { ElfFacts, LibraryFacts, WheelFacts } from "../../facts/model.ts";
import { directoryOfOtherWheel } from "./other-wheel.ts";
import { policiesFor } from "../knowledge/policy.ts";
import type { Linkage } from "./kinds.ts";
import { fileNameOf } from "../../facts/path.ts";
import {
  indexWheel,
  isLoaderName,
  LIBPYTHON,
  searchElements,
  type SearchElement,
  type WheelIndex,
} from "./resolve.ts";

/** The linkage of every library that could be read, by path, in the order of the facts. */
export function linkLibraries(
  facts: WheelFacts,
  knowledge: Knowledge,
  judgement: Judgement,
): Map<string, readonly Linkage[]> {
  const index = indexWheel(facts);
  const files = new Map<LibraryFacts, LinkedFile>();
  for (const library of facts.libraries) {
    const { elf } = library;
    if (elf === null) continue;
    const elements = searchElements(elf.runpath ?? elf.rpath, library.path, index.directories);
    files.set(library, { library, elf, elements, found: new Map(), loadedBy: [] });
  }
  for (const file of files.values()) {
    follow(file, files, index, (needed) => findIn(needed, file, file, index));
  }
  // What is found through a loader may load more: once round for each further level, until nothing new is found.
  const budget = { left: SEARCH_LIMIT };
  for (let found = -1; found !== 0;) {
    found = 0;
    for (const file of files.values()) {
      found += follow(file, files, index, (needed) => inherited(needed, file, index, budget));
    }
  }
  const context: Context = { facts, knowledge, judgement, index, allowed: new Map() };
  return new Map(
    [...files.values()].map((file) => [
      file.library.path,
      [...new Set(file.elf.needed)].map((needed) => link(needed, file, context)),
    ]),
  );
}

/** A readable file while its needs are followed. */
interface LinkedFile {
  readonly library: LibraryFacts;
  readonly elf: ElfFacts;
  /** RUNPATH, or RPATH if there is none (gABI: `DT_RUNPATH` supersedes `DT_RPATH`). */
  readonly elements: readonly SearchElement[];
  /** What its own search path finds in the wheel. */
  readonly found: Map<string, Found>;
  /** Files that find this one by their own search path. */
  readonly loadedBy: LinkedFile[];
}

interface Found {
  readonly library: LibraryFacts;
  /** The search path element, and the file whose it is. */
  readonly via: string;
  readonly owner: LibraryFacts;
}

interface Context {
  readonly facts: WheelFacts;
  readonly knowledge: Knowledge;
  readonly judgement: Judgement;
  readonly index: WheelIndex;
  /** Names that a policy promises, by C library and architecture. */
  readonly allowed: Map<string, ReadonlySet<string>>;
}

/**
 * Steps through the chains of loaders in all: far more than any real wheel takes. Where a hostile one runs out of them, the rest
 * counts as not found.
 */
const SEARCH_LIMIT = 1_000_000;

/** Searches for the names not found yet that the wheel holds, and says how many were found. */
function follow(
  file: LinkedFile,
  files: ReadonlyMap<LibraryFacts, LinkedFile>,
  index: WheelIndex,
  search: (needed: string) => Found | null,
): number {
  let amount = 0;
  for (const needed of file.elf.needed) {
    const found = file.found.has(needed) || !index.byName.has(needed) ? null : search(needed);
    if (found === null) continue;
    file.found.set(needed, found);
    files.get(found.library)?.loadedBy.push(file);
    amount += 1;
  }
  return amount;
}

function link(needed: string, file: LinkedFile, context: Context): Linkage {
  const { elf, elements } = file;
  if (isLoader(needed, elf, context.judgement)) return { needed, kind: "loader" };
  if (LIBPYTHON.test(needed)) return { needed, kind: "libpython" };
  const found = file.found.get(needed);
  if (found) {
    const via = found.owner === file.library ? found.via : `${found.via} of ${found.owner.path}`;
    return { needed, kind: "in-wheel", path: found.library.path, via };
  }
  if (allowedNames(elf, context).has(needed)) return { needed, kind: "allowed" };
  const elsewhereInWheel = sameArchitecture(
    context.index.byName.get(fileNameOf(needed))?.values() ?? [],
    elf,
  );
  if (elsewhereInWheel) return { needed, kind: "in-wheel-unreachable", path: elsewhereInWheel.path };
  if (context.knowledge.driverLibraries.includes(needed)) return { needed, kind: "driver" };
  const via = directoryOfOtherWheel(needed, elements, context.facts, context.knowledge.gpu);
  if (via !== null) return { needed, kind: "other-wheel", via };
  const provider = knownProvider(needed, context.facts, context.knowledge.gpu);
  if (provider !== null) {
    return { needed, kind: "other-wheel", via: provider.directory, package: provider.package };
  }
  return { needed, kind: "missing" };
}

/**
 * glibc's loader by its name, any loader where the file names it as its interpreter, and the names under which musl's loader
 * recognises itself (musl, `ldso/dynlink.c`, `load_library`): all of musl is one file.
 */
function isLoader(needed: string, elf: ElfFacts, { libc }: Judgement): boolean {
  if (isLoaderName(needed) || (elf.interpreter !== null && fileNameOf(elf.interpreter) === needed))
    return true;
  const musl = elf.libc === "musl" || (elf.libc === "none" && libc === "musl");
  return musl && /^lib(?:c|pthread|rt|m|dl|util|xnet)\.so$/.test(needed);
}

/** Searches the path of `owner` for what `file` needs. */
function findIn(needed: string, file: LinkedFile, owner: LinkedFile, index: WheelIndex): Found | null {
  const places = index.byName.get(needed);
  if (places === undefined) return null;
  for (const { element, place, directory } of owner.elements) {
    const library = place === "in-wheel" ? places.get(directory) : undefined;
    if (library && isSameArchitecture(library, file.elf))
      return { library, via: element, owner: owner.library };
  }
  return null;
}

/**
 * What the files that load this one contribute (ld.so(8), "DT_RPATH"): the RPATH of every file up the chain is searched too,
 * and a library that one of them needs and finds is loaded before this one asks for it. A RUNPATH serves its own file only.
 */
function inherited(
  needed: string,
  file: LinkedFile,
  index: WheelIndex,
  budget: { left: number },
): Found | null {
  const seen = new Set([file]);
  for (const each of seen) {
    for (const loader of each.loadedBy) {
      if (budget.left <= 0) return null;
      budget.left -= 1;
      if (seen.has(loader)) continue;
      seen.add(loader);
      const found = loader.found.get(needed);
      if (found) return found;
      const searched = loader.elf.runpath === null ? findIn(needed, file, loader, index) : null;
      if (searched) return searched;
    }
  }
  return null;
}

const isSameArchitecture = (library: LibraryFacts, elf: ElfFacts): boolean =>
  library.elf === null || library.elf.architecture === elf.architecture;

function sameArchitecture(libraries: Iterable<LibraryFacts>, elf: ElfFacts): LibraryFacts | null {
  for (const library of libraries) if (isSameArchitecture(library, elf)) return library;
  return null;
}

/** What any policy of the file's own C library promises; a file that names none is taken for the wheel's. */
function allowedNames(elf: ElfFacts, { knowledge, judgement, allowed }: Context): ReadonlySet<string> {
  const libc = elf.libc === "none" ? (judgement.libc ?? "none") : elf.libc;
  const key = `${libc} ${elf.architecture}`;
  let names = allowed.get(key);
  if (names === undefined) {
    const policies = POLICY_LIBC[libc].flatMap((each) => policiesFor(knowledge, each, elf.architecture));
    // An architecture without policies still has the libraries that all others have.
    const lists = policies.length > 0 ? policies.map(({ policy }) => policy) : knowledge.policies;
    names = new Set(
      lists.filter((policy) => POLICY_LIBC[libc].includes(policy.libc)).flatMap((policy) => policy.libraries),
    );
    allowed.set(key, names);
  }
  return names;
}

const POLICY_LIBC: Readonly<Record<ElfFacts["libc"], readonly Policy["libc"][]>> = {
  glibc: ["glibc"],
  musl: ["musl"],
  bionic: ["android"],
  none: ["glibc", "musl"],
};
