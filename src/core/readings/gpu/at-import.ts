/** Which files of a wheel are loaded when one of its modules is imported. */
import type { WheelFacts } from "../../../facts/model.ts";
import type { LinkageMap } from "../../verdict/own-blockers.ts";

/**
 * Extension modules, and what they load in turn. A file that none of them needs is opened on demand, as plug-ins are. Where a
 * wheel has no extension module, nobody can tell from its files, and the set is empty.
 */
export function loadedAtImport(facts: WheelFacts, linkage: LinkageMap): ReadonlySet<string> {
  const loaded = new Set(
    facts.libraries.filter(({ elf }) => elf?.role === "extension-module").map(({ path }) => path),
  );
  for (const path of loaded) {
    for (const link of linkage.get(path) ?? []) {
      if (link.kind === "in-wheel" || link.kind === "in-wheel-unreachable") loaded.add(link.path);
    }
  }
  return loaded;
}
