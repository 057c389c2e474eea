/** The matrix of GPUs × libraries, and what each architecture costs. No React, no DOM. */
import type { DeviceCoverage, GpuCoverage, GpuDevice, WheelGpu } from "../core/readings/readings.ts";
import type { Report } from "../core/report.ts";
import { capability } from "../core/readings/gpu/devices.ts";
import type { State } from "./states.ts";
import { fileNameOf } from "../facts/path.ts";
import { compareVersions } from "./orders.ts";
import { plural } from "./units.ts";

export interface GpuRow {
  /** Null: the wheel as a whole. */
  readonly path: string | null;
  /** One for each column. */
  readonly cells: readonly DeviceCoverage[];
}

/** The wheel first, then its libraries with CUDA code, most bytes first. */
export function gpuRows(report: Report): readonly GpuRow[] {
  const { gpu } = report;
  if (gpu === null || gpu.devices.length === 0) return [];
  const byPath = new Map(report.libraries.map((library) => [library.facts.path, library.gpu]));
  const rows = gpu.libraries.flatMap((path): readonly GpuRow[] => {
    const cells = byPath.get(path)?.coverage ?? [];
    return cells.length === 0 ? [] : [{ path, cells }];
  });
  return rows.length === 1 ? rows : [{ path: null, cells: gpu.coverage }, ...rows];
}

/** Columns by generation, as the heading shows them. */
export function generations(devices: readonly GpuDevice[]): readonly { name: string; columns: number }[] {
  const groups: { name: string; columns: number }[] = [];
  for (const { generation } of devices) {
    const last = groups.at(-1);
    if (last?.name === generation) last.columns += 1;
    else groups.push({ name: generation, columns: 1 });
  }
  return groups;
}

export interface CoverageState extends State {
  /** If more than a word fits: how the GPU runs the code. */
  readonly how: string;
}

export const coverageStates: Readonly<Record<GpuCoverage, CoverageState>> = {
  native: { word: "native", how: "machine code", tone: "good", icon: "check", character: "✓" },
  ptx: { word: "PTX", how: "through PTX", tone: "info", icon: "down", character: "✓" },
  partly: { word: "partly", how: "not every kernel", tone: "warning", icon: "warning", character: "!" },
  none: { word: "no", how: "not at all", tone: "bad", icon: "cross", character: "✗" },
};

/** `Machine code in 471 of 475 kernel groups, PTX in 4; by sm_80, sm_90a.` */
export function coverageText({ coverage, native, ptx, missing, by }: DeviceCoverage): string {
  const all = native + ptx + missing;
  const groups = plural(all, "kernel group");
  const served = by.length === 0 ? "" : `; by ${by.slice(0, 6).join(", ")}${by.length > 6 ? ", …" : ""}`;
  switch (coverage) {
    case "native":
      return `machine code in ${all === 1 ? "its one kernel group" : `all ${groups}`}${served}`;
    case "ptx":
      return native === 0
        ? `only through PTX, which the driver compiles, in ${groups}${served}`
        : `machine code in ${native} of ${groups}, PTX in ${ptx}${served}`;
    case "partly":
      return `nothing that runs in ${missing} of ${groups}; machine code in ${native}${ptx === 0 ? "" : `, PTX in ${ptx}`}${served}`;
    case "none":
      return `nothing that runs in ${all === 1 ? "its one kernel group" : `any of ${groups}`}`;
  }
}

export interface TargetTotal {
  readonly target: string;
  readonly bytes: number;
  /** Of all GPU code of the wheel, 0 to 1. */
  readonly share: number;
  readonly libraries: number;
}

/** Bytes of each target over all libraries, by kind and number of the target. */
export function targetTotals(report: Report): readonly TargetTotal[] {
  const totals = new Map<string, { bytes: number; libraries: number }>();
  let all = 0;
  for (const { gpu } of report.libraries) {
    for (const { target, bytes } of gpu?.sizes ?? []) {
      const total = totals.get(target) ?? { bytes: 0, libraries: 0 };
      totals.set(target, { bytes: total.bytes + bytes, libraries: total.libraries + 1 });
      all += bytes;
    }
  }
  return [...totals]
    .map(([target, total]) => ({ target, ...total, share: all === 0 ? 0 : total.bytes / all }))
    .sort((a, b) => kindRank(a.target) - kindRank(b.target) || compareVersions(a.target, b.target));
}

/** Machine code before PTX before everything else. */
function kindRank(target: string): number {
  return /^(?:sm_\w+|gfx\w+\S*)$/.test(target) ? 0 : target.startsWith("compute_") ? 1 : 2;
}

/** The matrix for release notes. Names from the wheel are set as code, with what would end the cell taken out. */
export function gpuMarkdown(report: Report, gpu: WheelGpu): string {
  const heads = gpu.devices.map(({ sm, generation }) => `${generation} ${capability(sm)}`);
  const rows = gpuRows(report);
  const lines = [
    `GPU code in \`${cellText(report.facts.fileName)}\``,
    "",
    ...(rows.length === 0
      ? []
      : [
          `| library | ${heads.join(" | ")} |`,
          `|---|${heads.map(() => "---").join("|")}|`,
          ...rows.map(
            ({ path, cells }) =>
              `| ${path === null ? "the whole wheel" : `\`${cellText(fileNameOf(path))}\``} | ${cells.map(markdownCell).join(" | ")} |`,
          ),
          "",
          "✓ machine code · PTX: compiled by the driver · n/m: in n of m kernel groups · – does not run",
        ]),
    ...(gpu.gfx.length === 0 ? [] : [`ROCm: ${gpu.gfx.join(", ")}`]),
  ];
  const driver = report.accelerators?.driver ?? null;
  if (driver !== null) lines.push("", `Driver: ${driver.atLeast} or newer`);
  return `${lines.join("\n")}\n`;
}

function markdownCell({ coverage, native, ptx, missing }: DeviceCoverage): string {
  if (coverage === "native") return "✓";
  if (coverage === "ptx") return "PTX";
  return coverage === "partly" ? `${native + ptx}/${native + ptx + missing}` : "–";
}

function cellText(text: string): string {
  return text.replace(/[`|\r\n]/g, " ");
}
