/** Names that a C library got after the oldest release in use, or that some of its releases do not find, from later.json. */
import type { LaterName, LaterNames } from "../../core/knowledge/later-names.ts";
import file from "./later.json";

const words = (text: string): string[] => text.split(" ");
const numbers = (release: string): readonly number[] => release.split(".").map(Number);

function later(libc: LaterName["libc"], lists: Readonly<Record<string, string>>): Map<string, LaterName> {
  return new Map(
    Object.entries(lists).flatMap(([release, names]) => {
      const shared: LaterName = { libc, since: numbers(release), gap: null };
      return words(names).map((name) => [name, shared] as const);
    }),
  );
}

const gaps = (file.gaps as readonly { names: string; releases: string; on?: string }[]).flatMap((each) => {
  const on = each.on === undefined ? null : new Set(words(each.on));
  const gap = { releases: words(each.releases).map(numbers), on };
  return words(each.names).map((name): [string, LaterName] => [name, { libc: "musl", since: null, gap }]);
});

export const laterNames: LaterNames = {
  glibc: later("glibc", file.glibc),
  // Only musl has gaps, in names that it always had.
  musl: new Map([...later("musl", file.musl), ...gaps]),
};
