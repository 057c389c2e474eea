/** Where the needed libraries come from. */
import type { Linkage } from "../../core/linkage/kinds.ts";
import type { Report } from "../../core/report.ts";
import { type Sentence, code, count, library, list, say } from "../../core/sentence.ts";
import { paths } from "./phrases.ts";

/** What all files together need, by where it comes from. */
export function loading(report: Report): readonly Sentence[] {
  const kinds: readonly (readonly [readonly Linkage["kind"][], string])[] = [
    [["missing"], "Neither in the wheel nor promised:"],
    [["in-wheel-unreachable"], "In the wheel, but no path leads to"],
    [["driver"], "From the driver:"],
    [["allowed", "loader"], "From the system:"],
    [["in-wheel"], "From the wheel itself:"],
    [["other-wheel"], "From other wheels:"],
  ];
  return kinds.flatMap(([of, words]) => {
    const names = needed(report, of);
    return names.length === 0 ? [] : [say`${words} ${list(names.map(library), 4)}.`];
  });
}

function needed({ libraries }: Report, kinds: readonly Linkage["kind"][]): readonly string[] {
  const links = libraries.flatMap(({ linkage }) => linkage.filter(({ kind }) => kinds.includes(kind)));
  return [...new Set(links.map((link) => link.needed))];
}

/** Libraries of the wheel that others of it need, and the paths by which they are found. */
export function bundled({ libraries }: Report): readonly Sentence[] {
  const users = new Map<string, { readonly via: Set<string>; readonly by: Set<string> }>();
  for (const { facts, linkage } of libraries) {
    for (const link of linkage) {
      if (link.kind !== "in-wheel") continue;
      const known = users.get(link.path) ?? { via: new Set<string>(), by: new Set<string>() };
      known.via.add(link.via);
      known.by.add(facts.path);
      users.set(link.path, known);
    }
  }
  const found = [...users].sort(([, a], [, b]) => b.by.size - a.by.size);
  const shown = found.slice(0, 3).map(([path, { via, by }]) => {
    const [way] = via;
    const along = way === undefined || way === "" ? "" : say` along ${code(way)}`;
    return say`${library(path)} serves ${paths([...by])}, found${along}.`;
  });
  const more = found.length - shown.length;
  return more === 0
    ? shown
    : [
        ...shown,
        say`${count(more, "more library", "more libraries")} of the wheel ${more === 1 ? "serves" : "serve"} others in it.`,
      ];
}
