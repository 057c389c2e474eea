/**
 * Version needs that auditwheel does not see but the loader does: those of a file without section headers (auditwheel finds the
 * table by its section name, the loader through the dynamic segment), those of a file that RECORD does not list (installers
 * unpack it all the same), and what is asked of the loader itself, such as `_dl_find_object`.
 */
import { runsOn } from "./claim-tag.ts";
import type { Policy } from "./knowledge.ts";
import type { Architecture, LibraryFacts, WheelFacts } from "./model.ts";
import type { Blocker } from "./report.ts";
import { isLoaderName } from "./resolve.ts";

/** True where the loader finds version needs that a look-up by section name misses. */
export function hidesVersionNeeds(library: LibraryFacts): boolean {
  return library.elf !== null && !library.elf.sections.versionNeeds && library.elf.versionNeeds.length > 0;
}

/** What the policy's version lists say against the hidden needs; set membership per prefix, as auditwheel does. */
export function hiddenVersionBlockers(
  facts: WheelFacts,
  policy: Policy | null,
  architecture: Architecture | null,
): Blocker[] {
  const lists = architecture === null ? undefined : policy?.symbolVersions[architecture];
  if (architecture === null || lists === undefined) return [];
  return facts.libraries.flatMap((library) => {
    const { path, elf } = library;
    if (elf === null || !runsOn(elf.architecture, architecture)) return [];
    const unseen = hidesVersionNeeds(library) || (facts.kind === "wheel" && !library.inRecord);
    return elf.versionNeeds
      .filter((need) => unseen || isLoaderName(need.library))
      .filter(({ version }) => !allows(lists, version))
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

/** Prefixes without a list are not judged. */
function allows(lists: Readonly<Record<string, readonly string[]>>, version: string): boolean {
  const cut = version.indexOf("_");
  const prefix = version.slice(0, Math.max(cut, 0));
  return !Object.hasOwn(lists, prefix) || lists[prefix]?.includes(version.slice(cut + 1)) !== false;
}
