/** A system of the table as a host, or none in particular. */
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { KnownSystem } from "../knowledge/systems.ts";
import { hostOf } from "../loading/host.ts";
import type { TogetherHost } from "./setting.ts";
import type { Architecture, ElfFacts } from "../../facts/model.ts";
import { isRuntimeLibrary } from "../../facts/names/runtime-library.ts";
import { compareNumbers, parseVersionName } from "../../facts/names/version-name.ts";

function hostOfSystem(system: KnownSystem, architecture: Architecture, knowledge: Knowledge): TogetherHost {
  const promised = promisedBy(knowledge, system.libc);
  return {
    ...hostOf(system, architecture),
    name: system.name,
    system: null,
    has: (needed) => !system.lacks.includes(needed) && (promised.has(needed) || isRuntimeLibrary(needed)),
    packageFor: (needed) => knowledge.systemPackages.get(system.family)?.get(needed) ?? null,
    hasVersion(_, version) {
      const { family, numbers } = parseVersionName(version);
      const limit = system.exceptions.get(architecture)?.get(family) ?? system.limits.get(family);
      if (limit === undefined || numbers === null) return null;
      return compareNumbers(numbers, limit) <= 0 || system.markers.includes(version);
    },
  };
}

/** Libraries that some policy promises. */
const promisedBy = ({ policies }: Knowledge, wanted: TogetherHost["libc"]): ReadonlySet<string> =>
  new Set(policies.flatMap(({ libc, libraries }) => (libc === wanted ? libraries : [])));

/** Nothing is known but that it has what compilers need and policies promise. */
const anyHost = (libc: "glibc" | "musl", knowledge: Knowledge): TogetherHost => ({
  name: null,
  libc,
  // Neither so new that it refuses something, nor so old.
  release: libc === "musl" ? [1, 2, 5] : [2, 35],
  pageSize: 4_096,
  system: null,
  has: (needed) => isRuntimeLibrary(needed) || promisedBy(knowledge, libc).has(needed),
  packageFor: () => null,
  hasVersion: () => null,
});

/** `id`: of a system of the table; null: none in particular. What architecture and C library, the first file says. */
export function tableHost(
  id: string | null,
  members: readonly { readonly elf: ElfFacts | null }[],
  knowledge: Knowledge,
): TogetherHost {
  const [first] = members.flatMap(({ elf }) => elf ?? []);
  const system = knowledge.systems.systems.find((each) => each.id === id);
  return system === undefined
    ? anyHost(first?.libc === "musl" ? "musl" : "glibc", knowledge)
    : hostOfSystem(system, first?.architecture ?? "x86_64", knowledge);
}
