/**
 * Version needs that auditwheel does not see but the loader does: those of a file without section headers (auditwheel finds the
 * table by its section name, the loader through the dynamic segment), those of a file that RECORD does not list (installers
 * unpack it all the same), and what is needed from the loader itself, such as `_dl_find_object`.
 */
import { runsOn } from "../../facts/names/claim-tag.ts";
import type { Policy } from "../knowledge/knowledge.ts";
import type { Architecture, LibraryFacts, WheelFacts } from "../../facts/model.ts";
import type { Blocker } from "../verdict/blocker.ts";
import { isLoaderName } from "./resolve.ts";

/** True if the loader finds version needs that a look-up by section name misses. */
export function hidesVersionNeeds(library: LibraryFacts): boolean {
  return library.elf !== null && !library.elf.sections.versionNeeds && library.elf.versionNeeds.length > 0;
}

/** The hidden needs of all files of the architecture, as blockers; whether a policy has the version is asked below. */
export function hiddenVersionNeeds(facts: WheelFacts, architecture: Architecture | null): VersionBlocker[] {
  if (architecture === null) return [];
  return facts.libraries.flatMap((library) => {
    const { path, elf } = library;
    if (elf === null || !runsOn(elf.architecture, architecture)) return [];
    const unseen = hidesVersionNeeds(library) || (facts.kind === "wheel" && !library.inRecord);
    return elf.versionNeeds
      .filter((need) => unseen || isLoaderName(need.library))
      .map((need): VersionBlocker => ({
        kind: "symbol-version",
        version: need.version,
        from: need.library,
        in: path,
        symbols: need.symbols,
        symbolCount: need.symbolCount,
      }));
  });
}

type VersionBlocker = Extract<Blocker, { kind: "symbol-version" }>;

/** Those that the policy's version lists do not have; set membership per prefix, as auditwheel does. */
export function hiddenVersionBlockers(
  hidden: readonly VersionBlocker[],
  policy: Policy | null,
  architecture: Architecture | null,
): VersionBlocker[] {
  const lists = architecture === null ? undefined : policy?.symbolVersions[architecture];
  return lists === undefined ? [] : hidden.filter(({ version }) => !allows(lists, version));
}

/** Prefixes without a list are not judged. */
function allows(lists: Readonly<Record<string, readonly string[]>>, version: string): boolean {
  const cut = version.indexOf("_");
  const prefix = version.slice(0, Math.max(cut, 0));
  return !Object.hasOwn(lists, prefix) || lists[prefix]?.includes(version.slice(cut + 1)) !== false;
}
