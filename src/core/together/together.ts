/** All files of a set, in the order of the imports: what each makes of what was loaded before it. */
import { isFoundBy } from "../readings/python/claim.ts";
import { moduleFile } from "../readings/python/module-file.ts";
import { indexWheel } from "../linkage/resolve.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { failsWithoutOther } from "../loading/alternatives.ts";
import { providerOf } from "../linkage/known-providers.ts";
import type { NamesKnown } from "../loading/names.ts";
import { isTestData, startsOf, type Start } from "../loading/starts.ts";
import { namesOf } from "../loading/tree.ts";
import { parseLibraryName } from "../readings/gpu/components.ts";
import { fileNameOf } from "../../facts/path.ts";
import type { ReadLibrary } from "../read-libraries.ts";
import { answerFor, type Answer, type FileAnswer, type World } from "./answer.ts";
import { duplicatesIn, type Duplicate } from "./duplicates.ts";
import { importOrder } from "./import-order.ts";
import { plainSet } from "./plain-set.ts";
import type { Member, Setting } from "./setting.ts";

export interface Together {
  /** In the order of the imports. */
  readonly files: readonly FileAnswer[];
  /** Modules for another Python, which are not looked at. */
  readonly otherPython: readonly Member[];
  readonly unread: readonly Member[];
  readonly duplicates: readonly Duplicate[];
}

const NOTHING = new Map<string, Member>();

/** Look-ups for all trees of a set; an environment of 300 files takes some 50,000. */
const BUDGET = 3_000_000;

export function loadTogether(setting: Setting, knowledge: Knowledge): Together {
  const { members, packages, python } = setting;
  const own = members.filter(({ of }) => of !== null);
  const read = own.filter((member): member is Member & ReadLibrary => member.elf !== null);
  const isForPython = ({ path }: Member): boolean => {
    const module = moduleFile(path);
    return python === null || module === null || isFoundBy(module, python);
  };
  const isOther = (member: Member & ReadLibrary): boolean =>
    member.elf.role === "extension-module" && !isForPython(member);
  const looked = read.filter((member) => !isOther(member));
  const starts = new Map<number | null, Start<Member & ReadLibrary>[]>();
  for (const start of startsOf(looked)) {
    const { of } = start.library;
    const group = starts.get(of);
    if (group === undefined) starts.set(of, [start]);
    else group.push(start);
  }
  const world = worldOf(setting, knowledge);
  const loadedBy = new Map<number, Map<string, Member>>();
  const answers = new Map<Member, FileAnswer>();
  const parts = new Map<string, Answer>();
  for (const { place, before: earlier } of importOrder(packages, setting.first)) {
    const before = new Map(earlier.flatMap((each) => [...(loadedBy.get(each) ?? [])]));
    const mayPreload = (packages[place]?.preloadHints ?? []).length > 0;
    const names = new Map<string, Member>();
    for (const { kind, library } of starts.get(place) ?? []) {
      const bindsAtOnce = kind !== "program" || library.elf.bindNow;
      const opening = { before, bindsAtOnce, mayPreload };
      const answer = answerFor(library, world, opening);
      const alone = before.size === 0 ? null : answerFor(library, world, { ...opening, before: NOTHING });
      answers.set(library, { member: library, kind, answer, alone, counts: true });
      for (const each of answer.tree.loaded.slice(1)) {
        const { path } = each.library;
        const best = parts.get(path);
        if (best === undefined || rank(answer) < rank(best)) parts.set(path, answer);
        if (kind === "module" && answer.outcome !== "fails")
          for (const name of namesOf(each.library)) names.set(name, each.library as Member);
      }
    }
    loadedBy.set(place, names);
  }
  for (const member of looked) {
    if (answers.has(member) || member.elf.role === "relocatable-object") continue;
    const alone = answerFor(member, world, { before: NOTHING, bindsAtOnce: true, mayPreload: false });
    const within = parts.get(member.path);
    const answer = within ?? alone;
    answers.set(member, {
      member,
      kind: within === undefined ? "library" : "part",
      answer,
      alone,
      counts: false,
    });
  }
  const all = [...answers.values()];
  const counts = countedBy(all, packages, knowledge);
  const files = all.map((file) => ({ ...file, counts: counts(file) }));
  return {
    files,
    otherPython: read.filter(isOther),
    unread: own.filter(({ elf }) => elf === null),
    duplicates: duplicatesIn(files),
  };
}

/**
 * What the set fails with. Not with files for the tests of a package, nor with one of several alternatives of which another loads. A library
 * that is opened by name may be a plug-in for something that is not there; it counts if it was built for other releases of what is there, or
 * for a framework (torch, tensorflow, pyarrow) that is.
 */
function countedBy(
  files: readonly FileAnswer[],
  packages: Setting["packages"],
  { gpu }: Knowledge,
): (file: FileAnswer) => boolean {
  const fails = ({ answer }: FileAnswer): boolean => answer.outcome === "fails";
  const failsAlone = failsWithoutOther(files, ({ member }) => member, fails);
  const isOfFramework = ({ member, answer }: FileAnswer): boolean => {
    const missing = new Set(answer.tree.unfound.map(({ needed }) => needed));
    return member.elf?.needed.some((name) => !missing.has(name) && providerOf(name, gpu) !== null) === true;
  };
  return (file) => {
    const { member, kind, answer } = file;
    if (packages[member.of ?? -1]?.single === true) return true;
    if (kind === "part" || isTestData(member.path)) return false;
    if (fails(file) && !failsAlone(file)) return false;
    if (kind !== "library") return true;
    return fails(file) && (answer.cause?.kind !== "library" || isOfFramework(file));
  };
}

/** Loads before needs before fails. */
const rank = ({ outcome }: Answer): number => ["loads", "needs", "fails"].indexOf(outcome);

/** What all answers of a setting share. */
export function worldOf({ members, host }: Setting, known: NamesKnown): World {
  const files = {
    byName: indexWheel(plainSet(members)).byName,
    rooted: true,
    system: host.system ?? new Map(),
  };
  const owners = new Map<string, Member>();
  const byStem = new Map<string, Member>();
  for (const member of members) {
    // A copy that repair took into a wheel, with a name of its own, is nobody else's library.
    const name = fileNameOf(member.path);
    const parsed = parseLibraryName(name);
    if (member.of === null || parsed?.hashed === true) continue;
    if (!owners.has(name)) owners.set(name, member);
    if (parsed !== null && !byStem.has(parsed.stem)) byStem.set(parsed.stem, member);
  }
  return { members, files, host, known, budget: { left: BUDGET }, owners, byStem };
}
