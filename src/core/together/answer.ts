/**
 * The loader's answer for one file. What ends the loading first is named, in the loader's order: files that are not found or are refused,
 * breadth first (glibc, `elf/dl-deps.c`); then versions (`elf/dl-version.c`); then names, the last file loaded first (`elf/dl-open.c`).
 */
import { isRuntimeLibrary } from "../../facts/names/runtime-library.ts";
import { finds, type LaterName } from "../knowledge/later-names.ts";
import { refusalOf, type Refusal } from "../loading/host.ts";
import { bind, type NamesKnown, type Unbound } from "../loading/names.ts";
import type { Start } from "../loading/starts.ts";
import { parseLibraryName } from "../readings/gpu/components.ts";
import { placesSearched, type Files } from "../loading/search.ts";
import { chainOf, loadTree, namesOf, type Before, type LoadTree, type Unfound } from "../loading/tree.ts";
import type { Member, TogetherHost } from "./setting.ts";

/** What ends it. */
export type Cause =
  /**
   * Not found anywhere; `owner`: a file of the set with that name, to which no search path leads; `sibling`: another release of it
   * (`libcudart.so.13` for `libcudart.so.12`).
   */
  | {
      readonly kind: "library";
      readonly unfound: Unfound;
      readonly owner: Member | null;
      readonly sibling: Member | null;
      readonly searched: readonly string[];
    }
  | { readonly kind: "refused"; readonly path: string; readonly refusal: Refusal }
  | {
      readonly kind: "version";
      readonly askedBy: string;
      readonly library: string;
      readonly version: string;
      /** The file that was found for the library; null: the system's, which was not read. */
      readonly provider: string | null;
    }
  | { readonly kind: "name"; readonly unbound: Unbound; readonly count: number };

export interface Answer {
  readonly outcome: "loads" | "fails" | "needs";
  /** Null: nothing ends it. With `needs`: it ends so unless a script of the package loads something first, as one of them may. */
  readonly cause: Cause | null;
  /** Paths from the start to the file that is at fault. */
  readonly chain: readonly string[];
  /** Libraries that nobody in the set has and the system may have or not. */
  readonly wants: readonly string[];
  readonly tree: LoadTree;
}

/** What became of one file. */
export interface FileAnswer {
  readonly member: Member;
  /** `part`: others of the set load it, and its answer is the best of theirs. */
  readonly kind: Start["kind"] | "part";
  readonly answer: Answer;
  /** How it fares when it is opened first and alone; null: that is the answer. */
  readonly alone: Answer | null;
  /** Whether the set fails with it. Files for the tests of a package and libraries opened by name may never be loaded. */
  readonly counts: boolean;
}

/** What all answers of a set share. */
export interface World {
  readonly members: readonly Member[];
  readonly files: Files;
  readonly host: TogetherHost;
  readonly known: NamesKnown;
  readonly budget: { left: number };
  /** Member by file name or SONAME, for those that nothing leads to. */
  readonly owners: ReadonlyMap<string, Member>;
  /** Member by the name of the library without its version. */
  readonly byStem: ReadonlyMap<string, Member>;
}

/** Libraries that come with a driver or with the interpreter: whether they are there is not for the set to say. */
const FROM_ELSEWHERE =
  /^(?:lib(?:cuda|nvidia-ml|nvcuvid|nvidia-encode|python[\d.]+[a-z]*)\.so|ld-(?:linux|musl))/;

export interface Opening {
  readonly before: Before;
  /** Names have to be there at once, as for all that Python opens; programs bind functions when they are called. */
  readonly bindsAtOnce: boolean;
  /** A script of the package mentions a way to load libraries first. */
  readonly mayPreload: boolean;
}

export function answerFor(start: Member, world: World, { before, bindsAtOnce, mayPreload }: Opening): Answer {
  const tree = loadTree(start, world.files, world.budget, before);
  const { host } = world;
  const wants: string[] = [];
  let lost: Unfound | null = null;
  for (const unfound of tree.unfound) {
    const { needed } = unfound;
    if (host.has(needed)) continue;
    const isLost = world.owners.has(needed) || (host.system !== null && !FROM_ELSEWHERE.test(needed));
    if (!isLost) wants.push(needed);
    else lost ??= unfound;
  }
  const answer = (cause: Cause | null, chain: readonly string[]): Answer => ({
    outcome: outcomeOf(cause),
    cause,
    chain,
    wants,
    tree,
  });
  const outcomeOf = (cause: Cause | null): Answer["outcome"] => {
    if (cause === null) return wants.length > 0 || tree.cutOff ? "needs" : "loads";
    // Where the whole environment is known, only what is in it can be loaded first.
    const canBePreloaded =
      (cause.kind === "name" && (cause.unbound.ownedBy !== null || host.system === null)) ||
      (cause.kind === "library" && cause.owner !== null);
    return mayPreload && canBePreloaded ? "needs" : "fails";
  };
  const refused = refusedIn(tree, host);
  if (refused !== null) return answer(refused.cause, refused.chain);
  if (lost !== null) {
    const owner = world.owners.get(lost.needed) ?? null;
    const searched = placesSearched(lost.asker, world.files).map((folder) => `/${folder}`);
    const stem = parseLibraryName(lost.needed)?.stem ?? "";
    const sibling = owner === null ? (world.byStem.get(stem) ?? null) : null;
    return answer({ kind: "library", unfound: lost, owner, sibling, searched }, lost.chain);
  }
  const version = missingVersion(tree, host);
  if (version !== null) return answer(version.cause, version.chain);
  if (!bindsAtOnce) return answer(null, [start.path]);
  const { unbound, count } = bind(tree, world.members, world.known);
  const left = unbound.filter(({ later }) => later === null || isTooNew(later, start, host));
  // The last file loaded is bound first; of its names the first.
  const missing = left.find(({ askedBy }) => askedBy === left.at(-1)?.askedBy);
  if (missing === undefined) return answer(null, [start.path]);
  const asker = tree.loaded.find(({ library }) => library.path === missing.askedBy);
  return answer({ kind: "name", unbound: missing, count }, asker === undefined ? [] : chainOf(asker));
}

/** A system that is not named may be of any age. */
const isTooNew = (later: LaterName, { elf }: Member, { name, release }: TogetherHost): boolean =>
  name !== null && elf !== null && !finds(later, release, elf.architecture);

interface Found {
  readonly cause: Cause;
  readonly chain: readonly string[];
}

function refusedIn({ loaded }: LoadTree, host: TogetherHost): Found | null {
  for (const file of loaded) {
    const { elf, path } = file.library;
    const refusal = elf === null ? null : refusalOf(elf, host);
    // A program gets the stack that it asks for, and what it is started with the storage.
    if (
      refusal === null ||
      (refusal.kind !== "page-alignment" && loaded[0]?.library.elf?.role === "executable")
    )
      continue;
    return { cause: { kind: "refused", path, refusal }, chain: chainOf(file) };
  }
  return null;
}

/** musl looks at no versions. */
function missingVersion({ loaded }: LoadTree, host: TogetherHost): Found | null {
  if (host.libc === "musl") return null;
  const byName = new Map(
    loaded.flatMap(({ library }) => [...namesOf(library).map((name) => [name, library] as const)]),
  );
  for (const file of loaded) {
    for (const { library, version, weak } of file.library.elf?.versionNeeds ?? []) {
      if (weak) continue;
      const provider = byName.get(library);
      const definitions = provider?.elf?.versionDefinitions;
      // A library without definitions satisfies, with a warning.
      const isThere =
        definitions === undefined
          ? host.hasVersion(library, version) !== false || !isRuntimeLibrary(library)
          : definitions.length === 0 || definitions.includes(version);
      if (isThere) continue;
      const { path } = file.library;
      return {
        cause: { kind: "version", askedBy: path, library, version, provider: provider?.path ?? null },
        chain: chainOf(file),
      };
    }
  }
  return null;
}
