/**
 * Version needs that auditwheel does not see. It finds the table by its section name; the loader finds it through the
 * dynamic segment. And it looks only at files that `RECORD` lists; installers unpack the others too. Such libraries still need
 * what they need, so a claim is judged with them.
 */
import type { Policy } from "./knowledge.ts";
import type { LibraryFacts, WheelFacts } from "./model.ts";
import type { Blocker } from "./report.ts";

/** True where the loader finds version needs that a look-up by section name misses. */
export function hidesVersionNeeds(library: LibraryFacts): boolean {
  return library.elf !== null && !library.elf.sections.versionNeeds && library.elf.versionNeeds.length > 0;
}

/** What the policy's version lists say against the hidden needs; set membership per prefix, as auditwheel does. */
export function hiddenVersionBlockers(facts: WheelFacts, policy: Policy | null): Blocker[] {
  if (policy === null) return [];
  const unseen = facts.libraries.filter(
    (library) => hidesVersionNeeds(library) || (facts.kind === "wheel" && !library.inRecord),
  );
  return unseen.flatMap(({ path, elf }) => {
    const lists = elf === null ? undefined : policy.symbolVersions[elf.architecture];
    if (elf === null || lists === undefined) return [];
    return elf.versionNeeds
      .filter(({ version }) => {
        const cut = version.indexOf("_");
        const prefix = version.slice(0, Math.max(cut, 0));
        return Object.hasOwn(lists, prefix) && lists[prefix]?.includes(version.slice(cut + 1)) === false;
      })
      .map((need): Blocker => ({
        kind: "symbol-version",
        version: need.version,
        from: need.library,
        in: path,
        symbols: need.symbols,
        symbolCount: need.symbolCount,
      }));
  });
}
