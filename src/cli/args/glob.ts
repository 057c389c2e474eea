import { fileNameOf } from "../../facts/path.ts";

/**
 * Globs over paths inside a wheel: `*` and `?` stay within one folder, `**` crosses folders, and a pattern without `/`
 * is about the file's own name (`libfoo*` fits `pkg.libs/libfoo-1234.so.1`).
 */
export function matchesGlob(path: string, glob: string): boolean {
  const subject = glob.includes("/") ? path : fileNameOf(path);
  const tokens = glob.match(/\*+|[^]/gu) ?? [];
  const isStar = (at: number) => tokens[at]?.startsWith("*") ?? false;

  // All positions in the pattern that the letters so far can have led to: linear in the path, whatever the pattern.
  const reach = (positions: Iterable<number>): Set<number> => {
    const reached = new Set(positions);
    // A set gives what is added while it is walked, too: a star may stand for nothing.
    for (const at of reached) if (isStar(at)) reached.add(at + 1);
    return reached;
  };
  let positions = reach([0]);
  for (const letter of subject) {
    const next: number[] = [];
    for (const at of positions) {
      const token = tokens[at];
      if (token === "?" || token === "*" ? letter !== "/" : token === letter || isStar(at))
        next.push(isStar(at) ? at : at + 1);
    }
    positions = reach(next);
  }
  return positions.has(tokens.length);
}
