/**
 * How a wheel loads: what fails on every system, what a given system refuses, and what depends on something outside of the wheel.
 * Everything green is asked of this.
 */
import { judgedOf } from "../read-libraries.ts";
import type { Architecture, WheelFacts } from "../../facts/model.ts";
import { finds, type LaterName } from "../knowledge/later-names.ts";
import type { Linkage } from "../linkage/kinds.ts";
import { indexWheel } from "../linkage/resolve.ts";
import type { LinkageMap } from "../verdict/own-blockers.ts";
import { compareNumbers } from "../../facts/names/version-name.ts";
import { refusalOf, type Host, type Refusal } from "./host.ts";
import { failsWithoutOther } from "./alternatives.ts";
import { bind, type NamesKnown, type Unbound } from "./names.ts";
import { isTestData, startsOf, type Start } from "./starts.ts";
import { loadTree, type LoadTree, type Unfound } from "./tree.ts";

/** A start that loads nowhere, and why. */
export type Failing =
  /** The wheel holds a library that it needs, at `path`, and nothing leads there. */
  | { readonly kind: "library"; readonly start: Start; readonly unfound: Unfound; readonly path: string }
  /** Nobody has a name that it asks for; `count`: how many such names there are. */
  | { readonly kind: "name"; readonly start: Start; readonly unbound: Unbound; readonly count: number };

/** A name that some releases of the C library have, and the start that asks for it. */
export interface Newer {
  readonly start: Start;
  readonly unbound: Unbound;
  readonly later: LaterName;
}

/** A file that a system refuses, with the start that would load it. */
export interface Refused {
  readonly start: string;
  readonly path: string;
  readonly refusal: Refusal;
}

/** Something outside of the wheel that a start needs, and that may or may not be there. */
export interface Outside {
  readonly needed: string;
  /** The first file that needs it. */
  readonly askedBy: string;
  /** `missing`: nobody known brings it. `preload`: the wheel holds it, but something has to load it first. */
  readonly kind: "missing" | "preload" | "libpython";
}

export interface Loading {
  readonly failing: readonly Failing[];
  /** Of each start that else loads the names that not every release of its C library has. */
  readonly newer: readonly Newer[];
  readonly outside: readonly Outside[];
  /** What a system refuses of what modules and programs load; empty: nothing. */
  refusedBy(host: Host): readonly Refused[];
}

/** Look-ups for all trees of a wheel: far more than any real one takes. */
const BUDGET = 2_000_000;

export function loadWheel(
  facts: WheelFacts,
  linkage: LinkageMap,
  architecture: Architecture | null,
  known: NamesKnown,
): Loading {
  const libraries = judgedOf(facts, architecture);
  const files = { byName: indexWheel(facts).byName, rooted: false, system: new Map() };
  const budget = { left: BUDGET };
  const trees = startsOf(libraries).map((start) => ({
    start,
    tree: loadTree(start.library, files, budget),
  }));
  const loadedSomewhere = new Set(
    trees.flatMap(({ tree }) => tree.loaded.slice(1).map(({ library }) => library.path)),
  );
  const failing: Failing[] = [];
  const newer: Newer[] = [];
  const outside = new Map<string, Outside>();
  for (const { start, tree } of trees) {
    if (isTestData(start.library.path)) continue;
    for (const unfound of tree.unfound) {
      const link = linkOf(unfound, linkage);
      if (link === undefined) continue;
      const path = inWheel(link);
      const kind = path === null ? outsideKind(link) : "preload";
      if (kind === null) continue;
      if (path !== null && isLost(start, path, loadedSomewhere, facts))
        failing.push({ kind: "library", start, unfound, path });
      else if (!outside.has(unfound.needed))
        outside.set(unfound.needed, { needed: unfound.needed, askedBy: unfound.chain.at(-1) ?? "", kind });
    }
    if (!bindsAtOnce(start) || mayBePreloaded(facts)) continue;
    const { unbound, count } = bind(tree, facts.libraries, known);
    const nowhere = unbound.find(({ later }) => later === null);
    if (nowhere !== undefined) failing.push({ kind: "name", start, unbound: nowhere, count });
    else newer.push(...laterOf(start, unbound));
  }
  const failed = new Set(failing.map(({ start }) => start));
  const fails = failsWithoutOther(
    trees.map(({ start }) => start),
    ({ library }) => library,
    (start) => failed.has(start),
  );
  return {
    failing: failing.filter(({ start }) => fails(start)),
    newer,
    outside: [...outside.values()],
    refusedBy: (host) => [...refused(trees, host), ...tooNew(newer, host).map(refusedName)],
  };
}

/** What else is known of a library that is not found. */
function linkOf({ needed, chain }: Unfound, linkage: LinkageMap): Linkage | undefined {
  return linkage.get(chain.at(-1) ?? "")?.find((each) => each.needed === needed);
}

/** A library of the wheel; null: it is not in it. */
const inWheel = (linkage: Linkage): string | null => ("path" in linkage ? linkage.path : null);

function outsideKind({ kind }: Linkage): Outside["kind"] | null {
  return kind === "missing" || kind === "libpython" ? kind : null;
}

/**
 * Nothing will have loaded it before: no script of the wheel mentions a way to, and no other module finds it. `preloadHints` null in
 * an old report: nobody looked.
 */
function isLost(
  { kind, library }: Start,
  path: string,
  loadedSomewhere: ReadonlySet<string>,
  facts: WheelFacts,
): boolean {
  const isMoved = movedElsewhere(path) || movedElsewhere(library.path);
  return kind !== "library" && !mayBePreloaded(facts) && !loadedSomewhere.has(path) && !isMoved;
}

/** A script of the wheel mentions a way to load something first, or nobody looked. */
const mayBePreloaded = ({ preloadHints }: WheelFacts): boolean => preloadHints?.length !== 0;

/**
 * Python opens modules with RTLD_NOW. Programs bind functions when they are called, and what is opened by name may be a plug-in, whose
 * names the program has that opens it; so may a file with a module's name and without its function.
 */
const bindsAtOnce = ({ kind, library }: Start): boolean =>
  kind === "module" && library.elf.initSymbols.length > 0 && !movedElsewhere(library.path);

const laterOf = (start: Start, unbound: readonly Unbound[]): Newer[] =>
  unbound.flatMap((each) => (each.later === null ? [] : [{ start, unbound: each, later: each.later }]));

/** Of each start the newest name that the release does not find. */
export function tooNew(newer: readonly Newer[], { libc, release }: Pick<Host, "libc" | "release">): Newer[] {
  const lacking = newer.filter(({ start, later }) => {
    const { elf } = start.library;
    return (elf.libc === "musl") === (libc === "musl") && !finds(later, release, elf.architecture);
  });
  const newest = new Map<Start, Newer>();
  for (const each of lacking) {
    const known = newest.get(each.start)?.later.since ?? [];
    if (!newest.has(each.start) || compareNumbers(each.later.since ?? [], known) > 0)
      newest.set(each.start, each);
  }
  return [...newest.values()];
}

const refusedName = ({ start, unbound, later }: Newer): Refused => ({
  start: start.library.path,
  path: unbound.askedBy,
  refusal: { kind: "name-too-new", name: unbound.name, later },
});

/** Files below `NAME.data` are installed in other places than they have here (PEP 427), and are not followed there. */
const movedElsewhere = (path: string): boolean => /^[^/]+\.data\//.test(path);

function refused(
  trees: readonly { readonly start: Start; readonly tree: LoadTree }[],
  host: Host,
): Refused[] {
  const answers = new Map<string, Refusal | null>();
  const found: Refused[] = [];
  for (const { start, tree } of trees) {
    // What is opened by name may be an alternative that is never chosen.
    if (start.kind === "library" || isTestData(start.library.path)) continue;
    for (const { library } of tree.loaded) {
      const { path, elf } = library;
      if (elf === null) continue;
      let refusal = answers.get(path);
      if (refusal === undefined) answers.set(path, (refusal = refusalOf(elf, host)));
      // A program and what it is started with get the stack they ask for from the kernel and the loader.
      if (refusal === null || (start.kind === "program" && refusal.kind !== "page-alignment")) continue;
      found.push({ start: start.library.path, path, refusal });
      break;
    }
  }
  return found;
}
