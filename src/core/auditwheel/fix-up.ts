/**
 * auditwheel's second chance for plain libraries (`_fixup_elf_trees`, 6.7.0): where a file by itself does not find a library, but some
 * file that loads it finds everything, that file's search paths count. A file counts as finding everything only
 * when nothing at all is left open, the C library included.
 */
import type { LibraryFacts } from "../../facts/model.ts";
import { fileNameOf } from "../../facts/path.ts";
import { resolveTree, type Resolution, type Tree, type WheelIndex } from "../linkage/resolve.ts";
import type { Accepted } from "./accept.ts";

/** Gives what completes, in place, the tree of a file that is not an extension module. */
export function fixer(accepted: readonly Accepted[], index: WheelIndex): (tree: Tree) => void {
  // Most wheels have no tree to complete.
  let references: Map<LibraryFacts, LibraryFacts> | null = null;
  return (tree) => {
    if (isComplete(tree)) return;
    references ??= referenceTrees(accepted, index);
    const reference = references.get(tree.root);
    if (reference !== undefined) adopt(tree, resolveTree(reference, index));
  };
}

const isResolved = ({ outcome }: Resolution): boolean => outcome === "found" || outcome === "interpreter";

function isComplete(tree: Tree): boolean {
  return [...tree.resolutions.values()].every(isResolved);
}

/** For each library, the first file (extensions first, then in `RECORD` order) whose tree is complete and holds it. */
function referenceTrees(accepted: readonly Accepted[], index: WheelIndex): Map<LibraryFacts, LibraryFacts> {
  const references = new Map<LibraryFacts, LibraryFacts>();
  const inOrder = [
    ...accepted.filter(({ extension }) => extension !== null),
    ...accepted.filter(({ extension }) => extension === null),
  ];
  for (const { library, elf } of inOrder) {
    // Nearly every file needs the C library, which is not in the wheel; then its tree need not be built.
    const interpreter = elf.interpreter === null ? null : fileNameOf(elf.interpreter);
    const mayBeComplete = elf.needed.every(
      (name) => name === interpreter || index.byName.has(fileNameOf(name)),
    );
    if (!mayBeComplete) continue;
    const tree = resolveTree(library, index);
    if (!isComplete(tree)) continue;
    for (const { library: member } of tree.resolutions.values()) {
      if (member !== null && !references.has(member)) references.set(member, library);
    }
  }
  return references;
}

/** Takes over what `reference` found for the names open in `tree`, with all that those need. */
function adopt(tree: Tree, reference: Tree): void {
  const names = [...tree.resolutions.values()].filter((each) => !isResolved(each)).map((each) => each.needed);
  const known = new Set(tree.resolutions.keys());
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    const found = reference.resolutions.get(name);
    if (found === undefined) continue;
    tree.resolutions.set(name, found);
    for (const needed of found.library?.elf?.needed ?? []) {
      if (known.has(needed)) continue;
      known.add(needed);
      names.push(needed);
    }
  }
}
