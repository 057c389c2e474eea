/**
 * Where a wheel runs: its needs against what each known distribution and image brings. The needs are those of the files, not the
 * claim of the file name; where pip goes by the claim and refuses all the same, the row says so.
 */
import type { Judgement } from "../../auditwheel/judge.ts";
import { runsOn } from "../../../facts/names/claim-tag.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Architecture, LibcKind, WheelFacts } from "../../../facts/model.ts";
import type { Loading } from "../../loading/loading.ts";
import type { LinkageMap } from "../../verdict/own-blockers.ts";
import type { SystemRow } from "../readings.ts";
import { admission } from "./admission.ts";
import { judgeSystem, type Question } from "./judge-system.ts";
import type { KnownSystem } from "../../knowledge/systems.ts";
import { systemNeeds } from "./needs.ts";
import { systemReasons, systemSentence } from "./words.ts";

/** A row for each known system, those with the wheel's C library first; none without native code for Linux. */
export function readSystems(
  facts: WheelFacts,
  knowledge: Knowledge,
  judgement: Judgement,
  { linkage, loading }: { readonly linkage: LinkageMap; readonly loading: Loading },
): SystemRow[] {
  const platform = platformOf(facts, judgement);
  if (platform === null) return [];
  const { architecture, libc } = platform;
  const question: Question = {
    needs: systemNeeds(facts, linkage, architecture),
    architecture,
    libc,
    unread: facts.libraries.filter(({ elf }) => elf === null).map(({ path }) => path),
    admission: admission(facts.name, architecture),
    toolchain: knowledge.toolchain,
    loading,
    systemPackages: knowledge.systemPackages,
  };
  const own = (system: KnownSystem): boolean => libc === "none" || system.libc === libc;
  const { systems } = knowledge.systems;
  return [...systems.filter(own), ...systems.filter((system) => !own(system))].map((system) =>
    rowOf(system, question),
  );
}

function rowOf(system: KnownSystem, question: Question): SystemRow {
  const judgement = judgeSystem(system, question);
  return {
    id: system.id,
    name: system.name,
    family: system.family,
    kind: system.kind,
    libc: system.libcText,
    glibcxx: system.limits.get("GLIBCXX")?.join(".") ?? null,
    asOf: system.asOf,
    endOfLife: system.endOfLife,
    extendedEndOfLife: system.extendedEndOfLife,
    outcome: judgement.outcome,
    reasons: systemReasons(system, judgement, question),
    sentence: systemSentence(system, judgement, question),
  };
}

/**
 * The architecture and C library judged. Where auditwheel's rules give none, those that all readable files agree on; null if
 * they do not, or where the files are for Android.
 */
function platformOf(
  facts: WheelFacts,
  judgement: Judgement,
): { architecture: Architecture; libc: Exclude<LibcKind, "bionic"> } | null {
  const files = facts.libraries.flatMap(({ elf }) => (elf === null ? [] : [elf]));
  const architecture = judgement.architecture ?? agreed(files.map((elf) => elf.architecture));
  if (architecture === null) return null;
  const fitting = files.filter((elf) => runsOn(elf.architecture, architecture));
  if (fitting.length === 0) return null;
  const linked = fitting.map((elf) => elf.libc).filter((libc) => libc !== "none");
  // The tag may claim a C library that no file is linked to.
  const libc = linked.length === 0 ? "none" : (judgement.libc ?? agreed(linked));
  return libc === null || libc === "bionic" ? null : { architecture, libc };
}

function agreed<T>(values: readonly T[]): T | null {
  const [first, ...others] = new Set(values);
  return first === undefined || others.length > 0 ? null : first;
}
