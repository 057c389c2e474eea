/** One library as a block of text for an issue. */
import { type Sentence, plainText } from "../../core/sentence.ts";
import type { LibraryReport, Report } from "../../core/report.ts";
import { formatBytes } from "../units.ts";
import { evidenceLine } from "../evidence.ts";
import { runtimeWords } from "../code.ts";
import { sourceText } from "./linkage.ts";

export function libraryText(library: LibraryReport, report: Report): string {
  const { facts, maxima, linkage, fits, findings } = library;
  const { elf } = facts;
  const lines = [`${facts.path} (in ${report.facts.fileName})`];
  if (elf === null) return `${lines.join("\n")}\n  could not be read: ${facts.error?.id ?? "unknown"}\n`;
  lines.push(`  fits alone: ${fits ?? "no policy"}`);
  for (const { version, from, symbols, symbolCount } of maxima) {
    const names = symbols.slice(0, 5);
    const more = symbolCount > names.length ? ", …" : "";
    lines.push(`  ${version} of ${from}${names.length === 0 ? "" : `: ${names.join(", ")}${more}`}`);
  }
  for (const one of linkage) lines.push(`  needs ${one.needed}: ${sourceText(one)}`);
  lines.push(...codeLines(library).map((line) => `  ${line}`));
  if (elf.soname !== null) lines.push(`  soname: ${elf.soname}`);
  if (elf.rpath !== null) lines.push(`  RPATH: ${elf.rpath}`);
  if (elf.runpath !== null) lines.push(`  RUNPATH: ${elf.runpath}`);
  if (elf.buildId !== null) lines.push(`  build id: ${elf.buildId}`);
  if (findings.length > 0) lines.push(`  findings: ${findings.join(", ")}`);
  return `${lines.join("\n")}\n`;
}

/** Pieces of evidence quoted. */
const quoted = 3;

/** What the code was built against: a line for each reading, its evidence below. */
function codeLines({ facts, cxx, toolchain, gpu, python }: LibraryReport): readonly string[] {
  const lines: string[] = [];
  const add = (label: string, sentence: Sentence, evidence: readonly string[]): void => {
    if (sentence.length > 0) lines.push(`${label}: ${plainText(sentence)}`);
    for (const line of evidence.slice(0, quoted)) lines.push(`    ${line}`);
  };
  if (cxx !== null) {
    const { path } = facts;
    add(
      "C++ ABI",
      cxx.sentence,
      cxx.evidence.map(({ in: where, ...rest }) =>
        evidenceLine(where === path || where === undefined ? rest : { ...rest, in: where }),
      ),
    );
    if (cxx.runtime.kind !== "none") lines.push(`C++ runtime: ${runtimeWords[cxx.runtime.kind]}`);
  }
  if (toolchain !== null) {
    add(
      "toolchain",
      toolchain.sentence,
      toolchain.tools.map(({ evidence }) => evidence),
    );
  }
  if (gpu !== null) {
    const sizes = gpu.sizes.map(({ target, bytes }) => `${target} ${formatBytes(bytes)}`).join(", ");
    add("GPU code", gpu.sentence, sizes === "" ? [] : [sizes]);
  }
  if (python !== null) {
    add("Python ABI", python.sentence, [
      ...python.outside,
      ...python.tooNew.map(({ symbol, added }) => `${symbol} (Python ${added})`),
    ]);
  }
  return lines;
}
