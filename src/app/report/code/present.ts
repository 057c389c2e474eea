/** Which sections a report has, in the order of the page. */
import type { Report } from "../../../core/report.ts";

export type SectionId =
  "ladder" | "findings" | "systems" | "gpu" | "accelerators" | "cxx" | "python" | "toolchain" | "libraries";

export interface SectionEntry {
  /** Id of the section's heading, too. */
  readonly id: SectionId;
  readonly title: string;
}

export function presentSections(report: Report): readonly SectionEntry[] {
  const { ladder, findings, systems, gpu, accelerators, python, libraries } = report;
  const all: readonly (readonly [SectionId, string, boolean])[] = [
    ["ladder", "Where it fits", ladder.length > 0],
    ["findings", "Findings", findings.length > 0],
    ["systems", "Where it runs", systems.length > 0],
    ["gpu", "GPU code", gpu !== null],
    ["accelerators", "Accelerator libraries", accelerators !== null],
    ["cxx", "C++ ABI", libraries.some(({ cxx }) => cxx !== null)],
    ["python", "Python ABI", python !== null],
    ["toolchain", "Toolchain", libraries.some(({ toolchain }) => (toolchain?.sentence.length ?? 0) > 0)],
    ["libraries", "Libraries", libraries.length > 0],
  ];
  return all.flatMap(([id, title, present]) => (present ? [{ id, title }] : []));
}
