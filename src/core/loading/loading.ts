/**
 * How a wheel loads: what fails on every system, what a given system refuses, and what depends on something outside of the wheel.
 * Everything green is asked of this.
 */
import { judgedOf, type ReadLibrary } from "../read-libraries.ts";
import type { Architecture, WheelFacts } from "../../facts/model.ts";
import type { Linkage } from "../linkage/kinds.ts";
import { indexWheel } from "../linkage/resolve.ts";
import type { LinkageMap } from "../verdict/own-blockers.ts";
import { refusalOf, type Host, type Refusal } from "./host.ts";
import { isTestData, startsOf, type Start } from "./starts.ts";
import { loadTree, type LoadTree, type Unfound } from "./tree.ts";

/** A start that loads nowhere: the wheel holds a library that it needs, and nothing leads there. */
export interface Failing {
  readonly start: Start;
  readonly unfound: Unfound;
  /** Where the library lies. */
  readonly path: string;
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
): Loading {
  const libraries = judgedOf(facts, architecture);
  const index = indexWheel(facts);
  const budget = { left: BUDGET };
  const trees = startsOf(libraries).map((start) => ({
    start,
    tree: loadTree(start.library, index, linkage, budget),
  }));
  const byPath = new Map(libraries.map((library) => [library.path, library]));
  const loadedSomewhere = new Set(
    trees.flatMap(({ start, tree }) => tree.loaded.filter((path) => path !== start.library.path)),
  );
  const failing: Failing[] = [];
  const outside = new Map<string, Outside>();
  for (const { start, tree } of trees) {
    if (isTestData(start.library.path)) continue;
    for (const unfound of tree.unfound) {
      const path = inWheel(unfound.linkage);
      const kind = path === null ? outsideKind(unfound.linkage) : "preload";
      if (kind === null) continue;
      if (path !== null && isLost(start, path, loadedSomewhere, facts))
        failing.push({ start, unfound, path });
      else if (!outside.has(unfound.needed))
        outside.set(unfound.needed, { needed: unfound.needed, askedBy: unfound.chain.at(-1) ?? "", kind });
    }
  }
  return {
    failing,
    outside: [...outside.values()],
    refusedBy: (host) => refused(trees, byPath, host),
  };
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
  { preloadHints }: WheelFacts,
): boolean {
  const isMoved = movedElsewhere(path) || movedElsewhere(library.path);
  return kind !== "library" && preloadHints?.length === 0 && !loadedSomewhere.has(path) && !isMoved;
}

/** Files below `NAME.data` are installed in other places than they have here (PEP 427), and are not followed there. */
const movedElsewhere = (path: string): boolean => /^[^/]+\.data\//.test(path);

function refused(
  trees: readonly { readonly start: Start; readonly tree: LoadTree }[],
  byPath: ReadonlyMap<string, ReadLibrary>,
  host: Host,
): Refused[] {
  const answers = new Map<string, Refusal | null>();
  const found: Refused[] = [];
  for (const { start, tree } of trees) {
    // What is opened by name may be an alternative that is never chosen.
    if (start.kind === "library" || isTestData(start.library.path)) continue;
    for (const path of tree.loaded) {
      const library = byPath.get(path);
      if (library === undefined) continue;
      let refusal = answers.get(path);
      if (refusal === undefined) answers.set(path, (refusal = refusalOf(library.elf, host)));
      // A program and what it is started with get the stack they ask for from the kernel and the loader.
      if (refusal === null || (start.kind === "program" && refusal.kind === "executable-stack")) continue;
      found.push({ start: start.library.path, path, refusal });
      break;
    }
  }
  return found;
}
