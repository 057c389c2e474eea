/** One library as a block of text for an issue. */
import type { LibraryReport, Linkage, Report } from "../core/report.ts";

export function libraryText(library: LibraryReport, report: Report): string {
  const { facts, maxima, linkage, fits, findings } = library;
  const { elf } = facts;
  const lines = [`${facts.path} (in ${report.facts.fileName})`];
  if (elf === null) return `${lines.join("\n")}\n  could not be read: ${facts.error?.id ?? "unknown"}\n`;
  lines.push(`  fits alone: ${fits ?? "no policy"}`);
  for (const { version, from, symbols, symbolCount } of maxima) {
    const names = symbols.slice(0, 5).join(", ");
    lines.push(`  ${version} of ${from}${names === "" ? "" : `: ${names}${symbolCount > 5 ? ", …" : ""}`}`);
  }
  for (const one of linkage) lines.push(`  needs ${one.needed}: ${linkageText(one)}`);
  if (elf.soname !== null) lines.push(`  soname: ${elf.soname}`);
  if (elf.rpath !== null) lines.push(`  RPATH: ${elf.rpath}`);
  if (elf.runpath !== null) lines.push(`  RUNPATH: ${elf.runpath}`);
  if (elf.buildId !== null) lines.push(`  build id: ${elf.buildId}`);
  if (findings.length > 0) lines.push(`  findings: ${findings.join(", ")}`);
  return `${lines.join("\n")}\n`;
}

function linkageText(linkage: Linkage): string {
  switch (linkage.kind) {
    case "in-wheel":
      return `in the wheel at ${linkage.path}`;
    case "in-wheel-unreachable":
      return `in the wheel at ${linkage.path}, not reached by a search path`;
    case "allowed":
      return "promised by the system";
    case "loader":
      return "the dynamic loader";
    case "libpython":
      return "Python as a shared library";
    case "other-wheel":
      return `expected from another wheel in ${linkage.via}`;
    case "driver":
      return "comes with the GPU driver";
    case "missing":
      return "missing";
  }
}
