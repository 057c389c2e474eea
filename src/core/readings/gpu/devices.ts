/**
 * Which GPUs run which code, and which GPUs a report is about. The rules are those of the CUDA C++ Programming Guide, "Binary
 * Compatibility", "PTX Compatibility" and "Family-Specific Features":
 *
 * - machine code for X.y runs on X.z with z ≥ y, but neither between Jetson parts and others nor between Jetson parts;
 * - PTX for X.y is compiled by the driver for any GPU from X.y on;
 * - with the suffix `a`, both run on exactly X.y; with `f`, on those of the same family from X.y on.
 */
import type { CudaTarget } from "../../../facts/code-facts.ts";
import type { WheelFacts } from "../../../facts/model.ts";
import type { GpuKnowledge, KnownDevice } from "../../knowledge/gpu.ts";

/** A GPU as far as the rules ask. */
export type Device = Pick<KnownDevice, "sm" | "board" | "family" | "generation" | "examples">;

/** How the code for a target gets onto a GPU; null: it does not. LTO-IR and unknown kinds run nowhere by themselves. */
export function runs(
  { kind, arch, suffix }: CudaTarget,
  device: Device,
  knowledge: GpuKnowledge,
): "native" | "ptx" | null {
  if (kind !== "sass" && kind !== "ptx") return null;
  const { sm } = device;
  const how = kind === "sass" ? "native" : "ptx";
  if (sm === arch) return how;
  if (suffix === "a" || sm < arch) return null;
  const target = deviceOf(arch, knowledge);
  if (suffix === "f") return target.family === device.family ? how : null;
  if (kind === "ptx") return how;
  const portable = target.board !== "jetson" && device.board !== "jetson";
  return portable && majorOf(arch) === majorOf(sm) ? how : null;
}

const majorOf = (sm: number): number => Math.floor(sm / 10);

/** The GPU of that number; one that is not known is its own family. */
export function deviceOf(sm: number, { devices }: GpuKnowledge): Device {
  return (
    devices.find((device) => device.sm === sm) ?? {
      sm,
      generation: "Unknown",
      examples: "",
      board: "unknown",
      family: sm,
    }
  );
}

/** Numbers that can be compute capabilities; others come from damaged files. */
const isPlausible = (arch: number): boolean => arch >= 10 && arch <= 999;

/** Far above the number of targets that any real wheel has. */
const DEVICE_LIMIT = 48;

/**
 * The GPUs to show, oldest first: all that a target in the wheel names, and all known ones that are newer than the oldest of
 * these; copies from a toolkit (`aside`) have no say where the wheel has code of its own. Jetson parts and GPUs not on sale appear where a target names them; Jetson parts also for aarch64.
 */
export function devicesFor(facts: WheelFacts, aside: ReadonlySet<string>, knowledge: GpuKnowledge): Device[] {
  const withCode = facts.libraries.filter(({ elf }) => (elf?.gpu?.cuda ?? null) !== null);
  const own = withCode.filter(({ path }) => !aside.has(path));
  const named = new Set<number>();
  let arm = false;
  for (const { elf } of own.length > 0 ? own : withCode) {
    for (const { kind, arch } of elf?.gpu?.cuda?.targets ?? []) {
      if ((kind !== "sass" && kind !== "ptx") || !isPlausible(arch)) continue;
      named.add(arch);
      arm ||= elf?.architecture === "aarch64";
    }
  }
  if (named.size === 0) return [];
  const oldest = [...named].reduce((a, b) => Math.min(a, b));
  const known = knowledge.devices.filter(
    ({ sm, board, until }) =>
      named.has(sm) ||
      (sm > oldest && (board === "desktop" || (board === "jetson" && arm && (until === null || sm < 100)))),
  );
  const unknown = [...named].filter((sm) => !knowledge.devices.some((device) => device.sm === sm));
  return [
    ...known,
    ...unknown.slice(0, DEVICE_LIMIT - knowledge.devices.length).map((sm) => deviceOf(sm, knowledge)),
  ].sort((a, b) => a.sm - b.sm);
}

/** Compute capability as people write it: 75 is `7.5`, 120 is `12.0`. */
export function capability(sm: number): string {
  return `${String(majorOf(sm))}.${String(sm % 10)}`;
}

/** `sm_90a`, `compute_120`, `sm_80 LTO-IR`, `kind 16 for sm_100`. */
export function targetName({ kind, kindNumber, arch, suffix }: CudaTarget): string {
  const name = `${String(arch)}${suffix}`;
  switch (kind) {
    case "sass":
      return `sm_${name}`;
    case "ptx":
      return `compute_${name}`;
    case "lto-ir":
      return `sm_${name} LTO-IR`;
    case "other":
      return `kind ${String(kindNumber)} for sm_${name}`;
  }
}
