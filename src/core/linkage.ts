/**
 * How each needed library of each file is satisfied: inside the wheel, by the system, by another wheel, by the driver, or not
 * at all. Own search path first, as the loader does; then what the files that load this one contribute by their RPATH.
 */
import type { Judgement } from "./auditwheel/judge.ts";
import { knownProvider, packageName } from "./known-providers.ts";
import type { Knowledge, Policy } from "./knowledge.ts";
import type { ElfFacts, LibraryFacts, WheelFacts } from "./model.ts";
import { policiesFor } from "./policy.ts";
import type { Linkage } from "./report.ts";
import {
  fileNameOf,
  indexWheel,
  isLoaderName,
  LIBPYTHON,
  resolveTree,
  searchElements,
  type SearchElement,
  type Tree,
  type WheelIndex,
} from "./resolve.ts";

/** The linkage of every library that could be read, by path, in the order of the facts. */
export function linkLibraries(
  facts: WheelFacts,
  knowledge: Knowledge,
  judgement: Judgement,
): Map<string, readonly Linkage[]> {
  const index = indexWheel(facts);
  const trees = new Lazy(() => facts.libraries.map((library) => resolveTree(library, index)));
  const context: Context = { facts, knowledge, judgement, index, trees, allowed: new Map() };
  const linked = new Map<string, readonly Linkage[]>();
  for (const library of facts.libraries) {
    const { elf } = library;
    if (elf === null) continue;
    linked.set(
      library.path,
      [...new Set(elf.needed)].map((needed) => link(needed, library, elf, context)),
    );
  }
  return linked;
}

interface Context {
  readonly facts: WheelFacts;
  readonly knowledge: Knowledge;
  readonly judgement: Judgement;
  readonly index: WheelIndex;
  /** One tree for each library; made only when a name is not found by the file's own paths. */
  readonly trees: Lazy<Tree[]>;
  /** Names that a policy promises, by C library and architecture. */
  readonly allowed: Map<string, ReadonlySet<string>>;
}

function link(needed: string, library: LibraryFacts, elf: ElfFacts, context: Context): Linkage {
  if (isLoader(needed, elf, context.judgement)) return { needed, kind: "loader" };
  if (LIBPYTHON.test(needed)) return { needed, kind: "libpython" };
  const elements = searchElements(elf.runpath ?? elf.rpath, library.path, context.index.directories);
  const own = findIn(needed, elf, elements, context.index);
  if (own) return own;
  const inherited = inheritedFrom(needed, library, context);
  if (inherited) return inherited;
  if (allowedNames(elf, context).has(needed)) return { needed, kind: "allowed" };
  const elsewhereInWheel = sameArchitecture(
    context.index.byName.get(fileNameOf(needed))?.values() ?? [],
    elf,
  );
  if (elsewhereInWheel) return { needed, kind: "in-wheel-unreachable", path: elsewhereInWheel.path };
  if (context.knowledge.driverLibraries.includes(needed)) return { needed, kind: "driver" };
  const provider = knownProvider(needed, context.facts.distInfo?.requiresDist ?? []);
  const via = directoryOfOtherWheel(needed, elements, context.facts);
  if (via !== null) return { needed, kind: "other-wheel", via };
  if (provider !== null)
    return { needed, kind: "other-wheel", via: provider.directory, package: provider.package };
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

function findIn(
  needed: string,
  elf: ElfFacts,
  elements: readonly SearchElement[],
  index: WheelIndex,
): Linkage | null {
  const places = index.byName.get(needed);
  if (places === undefined) return null;
  for (const { element, place, directory } of elements) {
    const found = place === "in-wheel" ? places.get(directory) : undefined;
    if (found && isSameArchitecture(found, elf))
      return { needed, kind: "in-wheel", path: found.path, via: element };
  }
  return null;
}

/** Another file loads this one and finds the needed library with its own search path: then it is loaded already. */
function inheritedFrom(needed: string, library: LibraryFacts, { index, trees }: Context): Linkage | null {
  if (!index.byName.has(fileNameOf(needed))) return null;
  for (const { root, resolutions } of trees.value) {
    const found = resolutions.get(needed);
    if (!found?.library || !found.via) continue;
    const loads = root === library || [...resolutions.values()].some((each) => each.library === library);
    if (loads)
      return {
        needed,
        kind: "in-wheel",
        path: found.library.path,
        via: `${found.via.element} of ${root.path}`,
      };
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

/**
 * The directory of another wheel that the search path names. Several are possible (torch looks into one for each part of CUDA);
 * the one whose name is in the library's name fits best, then one for a whole CUDA release.
 */
function directoryOfOtherWheel(
  needed: string,
  elements: readonly SearchElement[],
  facts: WheelFacts,
): string | null {
  if (facts.kind === "library") return null;
  const candidates = elements
    .filter((element) => element.directory !== "" && isSharedWithOthers(element, facts))
    .map(({ directory }) => directory);
  const stem = needed
    .replace(/^lib/, "")
    .replace(/\.so.*$/, "")
    .toLowerCase();
  const named = candidates.find((directory) =>
    directory.split("/").some((part) => nameFits(part.toLowerCase(), stem)),
  );
  return (
    named ?? candidates.find((directory) => /(?:^|\/)cu\d+\//.test(`${directory}/`)) ?? candidates[0] ?? null
  );
}

/** Directories of names such as `lib` say nothing; `cudnn` fits `cudnn_ops`. */
function nameFits(part: string, stem: string): boolean {
  return (
    part.length > 2 && part !== "lib" && part !== "lib64" && (stem.startsWith(part) || part.startsWith(stem))
  );
}

/** Directories into which many wheels put their parts. */
const NAMESPACES = new Set(["nvidia", "cmeel.prefix"]);

/**
 * A directory outside this wheel's packages is another's. One inside is so too in a shared namespace, or where the wheel asks for
 * a companion that bears its name: PyQt5 looks into `PyQt5/Qt5/lib`, which the wheel PyQt5-Qt5 fills.
 */
function isSharedWithOthers({ place, directory }: SearchElement, facts: WheelFacts): boolean {
  if (place !== "elsewhere" && place !== "in-wheel") return false;
  const [top = ""] = directory.split("/");
  const requires = facts.distInfo?.requiresDist ?? [];
  if (NAMESPACES.has(top)) return place === "elsewhere" || requires.length > 0;
  if (place === "in-wheel") return false;
  const own = facts.directories.some((each) => each.split("/")[0] === top);
  return !own || requires.some((line) => packageName(line).startsWith(`${packageName(top)}-`));
}

class Lazy<T> {
  #made: { readonly value: T } | null = null;
  constructor(readonly make: () => T) {}
  get value(): T {
    this.#made ??= { value: this.make() };
    return this.#made.value;
  }
}
