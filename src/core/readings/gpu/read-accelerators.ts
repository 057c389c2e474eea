/** Libraries of CUDA, ROCm and oneAPI: which a wheel needs, contains or mentions, where each comes from, and which toolkit release they imply. */
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { ElfFacts, WheelFacts } from "../../../facts/model.ts";
import type { LinkageMap } from "../../verdict/own-blockers.ts";
import type { Accelerators, AcceleratorLibrary } from "../readings.ts";
import type { Linkage } from "../../linkage/kinds.ts";
import type { Requirement } from "../../../facts/names/requirement.ts";
import { indexWheel, searchElements } from "../../linkage/resolve.ts";
import { acceleratorSentence, driverSentence, driversSentence } from "./accelerator-words.ts";
import { collectRows, type Row } from "./collect.ts";
import { directoriesOf, packageOf, packagesOf } from "./components.ts";
import { bringer } from "./declared.ts";
import { requirementsOf } from "../../requirements/requirements.ts";
import { compareReleases, type GpuKnowledge } from "../../knowledge/gpu.ts";
import { highestPtx } from "./read-gpu.ts";
import { wheelMajors } from "./wheel-majors.ts";

export function readAccelerators(
  facts: WheelFacts,
  { gpu: knowledge }: Knowledge,
  linkage: LinkageMap,
): Accelerators | null {
  const rows = collectRows(facts, knowledge, linkage);
  const hasCode = facts.libraries.some(({ elf }) => (elf?.gpu ?? null) !== null);
  if (rows.length === 0 && !hasCode) return null;
  const cudaMajors = wheelMajors(facts, rows, knowledge);
  const context: Context = {
    facts,
    knowledge,
    requirements: requirementsOf(facts).asked,
    majors: cudaMajors.map(({ major }) => major),
    elfs: new Map(facts.libraries.map(({ path, elf }) => [path, elf])),
    searched: new Map(),
  };
  const libraries = rows.map((row) => describe(row, context));
  const driver = driverOf(facts, context);
  return { libraries, cudaMajors, driver, sentence: acceleratorSentence(libraries, context.majors, driver) };
}

interface Context {
  readonly facts: WheelFacts;
  readonly knowledge: GpuKnowledge;
  readonly requirements: readonly Requirement[];
  readonly majors: readonly number[];
  readonly elfs: ReadonlyMap<string, ElfFacts | null>;
  /** Directories of site-packages that a file's search path names. */
  readonly searched: Map<string, ReadonlySet<string>>;
}

function describe(row: Row, context: Context): AcceleratorLibrary {
  const { known, how, paths, links } = row;
  const { component } = known;
  const { facts, requirements, knowledge, majors } = context;
  const source = sourceOf(row, facts);
  const fitting = narrow(known.majors, majors);
  const fromOutside =
    how === "needed" && facts.kind === "wheel" && (source === "other-wheel" || source === "missing");
  const brought = fromOutside ? bringer(component, known.majors, requirements, knowledge) : null;
  const own = packagesOf(component, known.majors);
  const [only, another] = fitting;
  const packaged =
    brought !== null && own.includes(brought.name)
      ? brought.name
      : packageOf(component, another === undefined ? (only ?? null) : null);
  const concerned = fromOutside && component.from === "package";
  return {
    name: known.name,
    component: component.name,
    vendor: component.vendor,
    how,
    libraries: paths,
    majors: known.majors,
    source,
    package: packaged,
    declared: concerned ? brought !== null || links.every(isPromised) : null,
    reached: concerned ? paths.every((path, index) => isReached(path, links[index], row, context)) : null,
    redistribution: component.terms?.text ?? null,
  };
}

/** A requirement is known to bring it, whatever the release. */
const isPromised = (link: Linkage): boolean => link.kind === "other-wheel" && link.package !== undefined;

/** The majors a name fits that the wheel is for; all it fits, where these have nothing in common. */
function narrow(majors: readonly number[], wheel: readonly number[]): readonly number[] {
  if (majors.length === 0) return wheel;
  const common = majors.filter((major) => wheel.includes(major));
  return common.length > 0 ? common : majors;
}

function sourceOf({ known, how, links }: Row, facts: WheelFacts): AcceleratorLibrary["source"] {
  if (how === "bundled" || how === "static") return "wheel";
  const isDriver = known.component.from === "driver";
  if (how === "mentioned") return isDriver ? "driver" : "unknown";
  const sources = links.map((link) => sourceOfLink(link, isDriver, facts));
  return SOURCES.find((source) => sources.includes(source)) ?? "unknown";
}

/** Worst first. */
const SOURCES = ["missing", "other-wheel", "driver", "wheel", "system", "unknown"] as const;

function sourceOfLink(link: Linkage, isDriver: boolean, facts: WheelFacts): AcceleratorLibrary["source"] {
  switch (link.kind) {
    case "in-wheel":
    case "in-wheel-unreachable":
      return "wheel";
    case "allowed":
    case "loader":
    case "libpython":
      return "system";
    case "other-wheel":
      return "other-wheel";
    case "driver":
      return "driver";
    case "missing":
      if (isDriver) return "driver";
      return facts.kind === "library" ? "unknown" : "missing";
  }
}

/** Whether the file's own search path names a directory where the library's package puts it. */
function isReached(path: string, link: Linkage | undefined, { known }: Row, context: Context): boolean {
  const directories = directoriesOf(known.component, known.majors);
  if (directories.length === 0) return link?.kind === "other-wheel" && link.package === undefined;
  let searched = context.searched.get(path);
  if (searched === undefined) {
    const elf = context.elfs.get(path);
    const elements = searchElements(
      elf?.runpath ?? elf?.rpath ?? null,
      path,
      indexWheel(context.facts).directories,
    );
    searched = new Set(elements.map(({ directory }) => directory));
    context.searched.set(path, searched);
  }
  return directories.some((directory) => searched.has(directory));
}

/** The lowest driver for the major that the wheel is for; its PTX may want a newer one. Of several majors the oldest counts. */
function driverOf(facts: WheelFacts, { majors, knowledge }: Context): Accelerators["driver"] {
  const [major] = majors;
  const atLeast = major === undefined ? undefined : knowledge.majorDrivers.get(major);
  if (major === undefined || atLeast === undefined) return null;
  const newest = majors.at(-1) ?? major;
  const newer = newest === major ? undefined : knowledge.majorDrivers.get(newest);
  if (newer !== undefined) return { atLeast, why: driversSentence(major, atLeast, newest, newer) };
  const ptx = newestPtx(facts, knowledge);
  const ptxDriver = knowledge.drivers.get(ptx?.cuda ?? "") ?? null;
  return { atLeast, why: driverSentence(major, atLeast, ptx, ptxDriver) };
}

function newestPtx(
  facts: WheelFacts,
  knowledge: GpuKnowledge,
): { readonly isa: string; readonly cuda: string | null } | null {
  const all = facts.libraries.flatMap(({ elf }) => {
    const cuda = elf?.gpu?.cuda ?? null;
    return cuda === null ? [] : (highestPtx(cuda, knowledge) ?? []);
  });
  return all.sort((a, b) => compareReleases(b.isa, a.isa))[0] ?? null;
}
