/** The CUDA majors of a whole wheel, from the surest evidence that there is. */
import type { WheelFacts } from "../../../facts/model.ts";
import { normalizeName } from "../../../facts/names/project-name.ts";
import type { Accelerators } from "../readings.ts";
import type { Evidence } from "../../evidence.ts";
import type { Row } from "./collect.ts";
import { majorsOfFiles } from "./cuda-majors.ts";
import { requirementsOf } from "../../requirements/requirements.ts";
import { majorOfRequirement } from "./declared.ts";
import type { GpuKnowledge } from "../../knowledge/gpu.ts";
import { highestPtx } from "./read-gpu.ts";

/** Pieces of evidence kept for a major. */
const EVIDENCE = 10;

/**
 * In this order, the next only where the one before says nothing: sonames and symbol versions of the files; what requirements and
 * the wheel's own name say (`-cu12`, `cuda-toolkit==13.0.3`); toolkits noted in machine code; the PTX ISA. Requirements that hold
 * whenever the wheel is installed are added to the first: they come into the same process.
 */
export function wheelMajors(
  facts: WheelFacts,
  rows: readonly Row[],
  knowledge: GpuKnowledge,
): Accelerators["cudaMajors"] {
  const hasCode = facts.libraries.some(({ elf }) => (elf?.gpu?.cuda ?? null) !== null);
  const speaks = rows.some(
    ({ known, how }) =>
      known.component.vendor === "nvidia" && known.component.from === "package" && how !== "mentioned",
  );
  if (!hasCode && !speaks) return [];
  const found = new Majors();
  const files = majorsOfFiles(facts, knowledge);
  for (const { decided } of files) {
    for (const { major, evidence } of decided) evidence.forEach((each) => found.add(major, each));
  }
  const sure = found.size > 0;
  if (!sure) {
    const possible = files.map((file) => file.possible).filter((majors) => majors.length > 0);
    const common = (possible[0] ?? []).filter((major) => possible.every((majors) => majors.includes(major)));
    const [only, another] = common;
    if (only !== undefined && another === undefined)
      found.add(only, { note: "the only release that all needed libraries fit" });
  }
  fromMetadata(facts, knowledge, found, sure || found.size > 0);
  if (found.size === 0) fromCode(facts, knowledge, found);
  return found.list();
}

class Majors {
  readonly #found = new Map<number, Evidence[]>();

  get size(): number {
    return this.#found.size;
  }

  add(major: number, evidence: Evidence): void {
    const list = this.#found.get(major);
    if (list === undefined) this.#found.set(major, [evidence]);
    else if (list.length < EVIDENCE) list.push(evidence);
  }

  list(): Accelerators["cudaMajors"] {
    return [...this.#found].sort((a, b) => a[0] - b[0]).map(([major, evidence]) => ({ major, evidence }));
  }
}

function fromMetadata(facts: WheelFacts, knowledge: GpuKnowledge, found: Majors, onlyAlways: boolean): void {
  for (const requirement of requirementsOf(facts).asked) {
    const major = majorOfRequirement(requirement, knowledge);
    if (major === null || (onlyAlways && requirement.condition !== null)) continue;
    const { name, versions, condition } = requirement;
    const where = condition === null ? "" : ` ; ${condition}`;
    found.add(major, { note: `Requires-Dist: ${name}${versions}${where}`.slice(0, 120) });
  }
  if (found.size > 0 || facts.name === null) return;
  const { project, version } = facts.name;
  const named =
    /(?:-cu|cuda)(\d{2})/.exec(normalizeName(project))?.[1] ??
    /\+(?:[a-z0-9.]{0,40}[.])?cu(\d{2})\d/.exec(version)?.[1];
  if (named !== undefined) found.add(Number(named), { note: "the wheel's own name" });
}

function fromCode(facts: WheelFacts, knowledge: GpuKnowledge, found: Majors): void {
  const code = facts.libraries.flatMap(({ path, elf }) =>
    elf?.gpu?.cuda ? [{ path, cuda: elf.gpu.cuda }] : [],
  );
  for (const { path, cuda } of code) {
    for (const toolkit of cuda.toolkits) {
      const major = Number.parseInt(toolkit, 10);
      if (major > 0) found.add(major, { in: path, note: `machine code by CUDA ${toolkit}` });
    }
  }
  if (found.size > 0) return;
  for (const { path, cuda } of code) {
    const ptx = highestPtx(cuda, knowledge);
    const release = ptx?.cuda ?? null;
    if (ptx === null || release === null) continue;
    found.add(Number.parseInt(release, 10), { in: path, note: `PTX ISA ${ptx.isa}, of CUDA ${release}` });
  }
}
