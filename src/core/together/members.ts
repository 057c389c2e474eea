/** From the facts of files to a set: each wheel laid out as installed, each library with the place of its package. */
import type { LibraryFacts, LinkFacts, WheelFacts } from "../../facts/model.ts";
import { normalizeName } from "../../facts/names/project-name.ts";
import { parseRequirement } from "../../facts/names/requirement.ts";
import { installedPath, layoutFor } from "./layout.ts";
import type { Member, Package } from "./setting.ts";

/** A member before it is known which names the others have. */
export type Unjoined = Omit<Member, "links">;

export function packageOf({ kind, fileName, name, distInfo, preloadHints }: WheelFacts): Package {
  return {
    title: name === null ? fileName : `${name.project} ${name.version}`,
    project: kind === "library" || name === null ? null : normalizeName(name.project),
    requires: projectsOf(distInfo?.requiresDist ?? []),
    preloadHints,
    single: kind === "library",
  };
}

/** `python`: the version in the path of site-packages, e.g. `3.12`. `of`: the place of the package in the list. */
export const memberOf = (library: LibraryFacts, of: number, python: string): Unjoined => ({
  ...library,
  path: installedPath(library.path, layoutFor(python)),
  of,
  shown: library.path,
});

export const joined = (member: Unjoined, links: LinkFacts | null): Member => ({ ...member, links });

/** Normalised names of what is asked for without an extra. */
export function projectsOf(requirements: readonly string[]): string[] {
  return requirements.flatMap((line) => {
    const name = /\bextra\s*==/.test(line) ? undefined : parseRequirement(line)?.name;
    return name === undefined ? [] : [normalizeName(name)];
  });
}
