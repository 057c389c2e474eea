/** Every accelerator library that a wheel needs, contains or mentions, one row for each name and way. */
import type { ElfFacts, WheelFacts } from "../../../facts/model.ts";
import type { LinkageMap } from "../../verdict/own-blockers.ts";
import type { AcceleratorLibrary } from "../readings.ts";
import type { Linkage } from "../../linkage/kinds.ts";
import { recognise, type Recognised } from "./components.ts";
import { originalName, reachable } from "./cuda-majors.ts";
import type { GpuKnowledge } from "../../knowledge/gpu.ts";
import { toolkitCopies } from "./read-gpu.ts";

export interface Row {
  readonly known: Recognised;
  readonly how: AcceleratorLibrary["how"];
  /** Files that need or mention it, or that are it, in the order of the facts. */
  readonly paths: readonly string[];
  /** How each of `paths` finds it; only for needed ones. */
  readonly links: readonly Linkage[];
}

type Writable = Row & { readonly paths: string[]; readonly links: Linkage[] };

/** Needed first, then bundled, static, mentioned; then by name. Names that are needed or bundled are not repeated as mentioned. */
export function collectRows(facts: WheelFacts, knowledge: GpuKnowledge, linkage: LinkageMap): Row[] {
  const rows = new Map<string, Writable>();
  const add = (known: Recognised, how: Row["how"], path: string, link: Linkage | null): void => {
    const key = `${how} ${known.name}`;
    let row = rows.get(key);
    if (row === undefined) {
      row = { known, how, paths: [], links: [] };
      rows.set(key, row);
    }
    if (row.paths.at(-1) !== path) row.paths.push(path);
    if (link !== null) row.links.push(link);
  };
  for (const { path, elf } of facts.libraries) {
    if (elf === null) continue;
    const bundled = bundledAs(path, elf, knowledge);
    if (bundled !== null) add(bundled, "bundled", path, null);
    for (const link of linkage.get(path) ?? []) {
      const known = recognise(link.needed, knowledge);
      if (known !== null)
        add(originalName(known, versionsOf(elf, link.needed), knowledge), "needed", path, link);
    }
  }
  for (const path of staticRuntimes(facts, knowledge, linkage)) {
    const known = recognise("libcudart.so", knowledge);
    if (known !== null) add({ ...known, name: "libcudart_static.a" }, "static", path, null);
  }
  for (const { path, known } of mentionsOf(facts, knowledge, rows)) add(known, "mentioned", path, null);
  return [...rows.values()].sort(
    (a, b) => ORDER[a.how] - ORDER[b.how] || (a.known.name < b.known.name ? -1 : 1),
  );
}

/**
 * Names that stand in files as text, those left out that are needed or bundled anyway, and names without version where the same
 * stands there with one. What copies from a toolkit mention is theirs, not the wheel's.
 */
function mentionsOf(
  facts: WheelFacts,
  knowledge: GpuKnowledge,
  rows: ReadonlyMap<string, Row>,
): { readonly path: string; readonly known: Recognised }[] {
  const copies = toolkitCopies(facts, knowledge);
  const files = facts.libraries.filter(({ path }) => !copies.has(path));
  const found = (files.length > 0 ? files : facts.libraries).flatMap(({ path, elf }) =>
    (elf?.mentionedLibraries ?? []).flatMap((name) => {
      const known = recognise(name, knowledge);
      return known?.component.gpu === true ? [{ path, known }] : [];
    }),
  );
  const spoken = new Set([...rows.values()].map(({ known }) => known.name));
  const versioned = new Set(
    [...[...rows.values()].map(({ known }) => known), ...found.map(({ known }) => known)]
      .filter(({ version }) => version !== "")
      .map(({ stem }) => stem),
  );
  return found.filter(
    ({ known }) => !spoken.has(known.name) && (known.version !== "" || !versioned.has(known.stem)),
  );
}

const ORDER: Readonly<Record<Row["how"], number>> = { needed: 0, bundled: 1, static: 2, mentioned: 3 };

const versionsOf = (elf: ElfFacts, needed: string): string[] =>
  elf.versionNeeds.filter(({ library }) => library === needed).map(({ version }) => version);

/** What accelerator library a file of the wheel is, by its file name or soname; an extension module is none. */
export function bundledAs(path: string, elf: ElfFacts, knowledge: GpuKnowledge): Recognised | null {
  if (elf.role === "extension-module" || path.split("/").includes("stubs")) return null;
  const byName = recognise(path, knowledge);
  const bySoname = elf.soname === null ? null : recognise(elf.soname, knowledge);
  const known = bySoname ?? byName;
  if (known === null) return null;
  const hashed = (byName?.hashed ?? false) || (bySoname?.hashed ?? false);
  return { ...originalName(known, elf.versionDefinitions, knowledge), hashed };
}

/**
 * Files that registered GPU code with a CUDA runtime (`.nvFatBinSegment`) though neither they nor anything they load needs one:
 * it is linked in, most likely. NVIDIA's own libraries are left out.
 */
function staticRuntimes(facts: WheelFacts, knowledge: GpuKnowledge, linkage: LinkageMap): string[] {
  const candidates = facts.libraries.filter(
    ({ elf }) => (elf?.gpu?.cuda?.containers ?? 0) > 0 && elf?.sectionMarks.includes(".nvFatBinSegment"),
  );
  if (candidates.length === 0) return [];
  const copies = toolkitCopies(facts, knowledge);
  const dynamic = new Map<string, number>();
  for (const { path, elf } of facts.libraries) {
    if (elf?.needed.some((needed) => recognise(needed, knowledge)?.component.id === "cudart"))
      dynamic.set(path, 1);
  }
  const closed = reachable(dynamic, facts, linkage);
  return candidates.map(({ path }) => path).filter((path) => !copies.has(path) && !closed.has(path));
}
