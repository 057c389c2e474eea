/**
 * Everything that stands between a wheel and a policy, each piece with the file it lies in and the set of policies that
 * refuse it. auditwheel's tests (wheel_abi.py) and the ladder are both read off this list.
 */
import type { Blocker } from "../verdict/blocker.ts";
import type { PolicyMask, PolicyTable } from "../knowledge/policy.ts";
import { fileNameOf } from "../../facts/path.ts";
import { isLoaderName, LIBPYTHON, resolveTree, type Tree } from "../linkage/resolve.ts";
import type { Accepted, Selection } from "./accept.ts";
import {
  countedVersionNeeds,
  isaLevelOf,
  pyfpeSymbols,
  requiredWatched,
  ucs2Symbols,
} from "./elf-as-seen.ts";
import { fixer } from "./fix-up.ts";

export interface Block {
  readonly blocker: Blocker;
  /** The policies that refuse it. */
  mask: PolicyMask;
}

/** Symbol versions, of every accepted file. */
export function versionBlocks(accepted: readonly Accepted[], table: PolicyTable): Block[] {
  return accepted.flatMap(({ library, elf }) =>
    countedVersionNeeds(elf).flatMap((need): Block[] => {
      const mask = table.refusingVersion(need.version);
      if (mask === 0) return [];
      const { version, symbols, symbolCount } = need;
      return [
        {
          mask,
          blocker: {
            kind: "symbol-version",
            version,
            from: need.library,
            in: library.path,
            symbols,
            symbolCount,
          },
        },
      ];
    }),
  );
}

/**
 * The files that answer for themselves: extensions, and what no other file of the wheel needs by name. The others are covered
 * through the trees of the files that need them.
 */
export function topLevel(accepted: readonly Accepted[]): Accepted[] {
  const needed = new Set(accepted.flatMap(({ elf }) => elf.needed));
  return accepted.filter(
    ({ library, extension }) => extension !== null || !needed.has(fileNameOf(library.path)),
  );
}

/** Libraries a policy does not list and the wheel does not bring (`lddtree_external_references`). */
export function libraryBlocks(selection: Selection, top: readonly Accepted[], table: PolicyTable): Block[] {
  const { accepted, index, libc } = selection;
  // The trees of hundreds of files ask for the same few names.
  const masks = new Map<string, PolicyMask>();
  const refusing = (name: string): PolicyMask => {
    let mask = masks.get(name);
    if (mask === undefined) {
      const aside = isLoaderName(name) || (libc === "android" && LIBPYTHON.test(name));
      masks.set(name, (mask = aside ? 0 : table.refusingLibrary(name)));
    }
    return mask;
  };
  // By file, then by needed name: many trees end in the same need of the same file.
  const blocks = new Map<string, Map<string, Block>>();
  const complete = fixer(accepted, index);
  for (const { library, extension } of top) {
    // One tree at a time: together they may be large.
    const tree = resolveTree(library, index);
    if (extension === null) complete(tree);
    forEachExternal(tree, refusing, table.all, (needed, path, mask) => {
      const ofFile = blocks.get(path) ?? new Map<string, Block>();
      if (ofFile.size === 0) blocks.set(path, ofFile);
      const block = ofFile.get(needed);
      if (block === undefined) ofFile.set(needed, { mask, blocker: { kind: "library", needed, in: path } });
      else block.mask |= mask;
    });
  }
  return [...blocks.values()].flatMap((ofFile) => [...ofFile.values()]);
}

/**
 * Walks the tree once for all policies: a library is reached under the policies that do not list it, and so are its needs. `tell` is
 * called for every need that ends outside the wheel, with the file whose need it is.
 */
function forEachExternal(
  { root, resolutions }: Tree,
  refusing: (name: string) => PolicyMask,
  all: PolicyMask,
  tell: (needed: string, path: string, mask: PolicyMask) => void,
): void {
  if (root.elf === null) return;
  const reached = new Map<string, PolicyMask>();
  const waiting: { needed: readonly string[]; path: string; mask: PolicyMask }[] = [
    { needed: root.elf.needed, path: root.path, mask: all },
  ];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const name of node.needed) {
      const mask = node.mask & refusing(name);
      if (mask === 0) continue;
      const library = resolutions.get(name)?.library ?? null;
      if (library === null) {
        tell(name, node.path, mask);
        continue;
      }
      const before = reached.get(name) ?? 0;
      if ((before | mask) === before || library.elf === null) continue;
      reached.set(name, before | mask);
      waiting.push({ needed: library.elf.needed, path: library.path, mask: before | mask });
    }
  }
}

/** Symbols that old systems lack, taken from a library that a policy allows; only a file's own needs count. */
export function symbolBlocks(top: readonly Accepted[], table: PolicyTable): Block[] {
  return top.flatMap(({ library, elf }) => {
    const required = requiredWatched(elf);
    if (required.length === 0) return [];
    return [...new Set(elf.needed)].flatMap((from) =>
      required.flatMap(({ name }): Block[] => {
        const mask = table.forbidding(from, name);
        const blocker = { kind: "forbidden-symbol", symbol: name, from, in: library.path } as const;
        return mask === 0 ? [] : [{ mask, blocker }];
      }),
    );
  });
}

export function isaBlocks(top: readonly Accepted[], table: PolicyTable): Block[] {
  return top.flatMap(({ library, elf }): Block[] => {
    const level = isaLevelOf(elf);
    return level === "baseline"
      ? []
      : [{ mask: table.all, blocker: { kind: "isa", level, in: library.path } }];
  });
}

/** Symbols of Python builds that no policy admits, in extension modules (PEP 513). */
export function pythonBlocks(accepted: readonly Accepted[], table: PolicyTable): Block[] {
  return accepted.flatMap(({ library, elf, extension }): Block[] => {
    if (extension === null) return [];
    const block = (kind: "pyfpe" | "ucs2", symbol: string): Block => ({
      mask: table.all,
      blocker: { kind, symbol, in: library.path },
    });
    const narrow = extension === 2 ? ucs2Symbols(elf) : [];
    return [
      ...pyfpeSymbols(elf).map(({ name }) => block("pyfpe", name)),
      ...narrow.map(({ name }) => block("ucs2", name)),
    ];
  });
}
