/** One library in full: who asks for its highest versions, where each needed library comes from, what the file is. */
import type { ElfFacts } from "../../facts/model.ts";
import type { FamilyMaximum } from "../../core/linkage/family-maximum.ts";
import type { LibraryReport, Report } from "../../core/report.ts";
import type { Linkage } from "../../core/linkage/kinds.ts";
import { errorText } from "../../core/error-text.ts";
import { alignment, formatBytes } from "../../present/units.ts";
import { hang, lengthOf, paragraph, span, wrap, type Line } from "../terminal/layout.ts";
import { codeFields } from "./print-code.ts";
import { isMainFamily } from "../../facts/version-name.ts";
import { nativeFileRoles } from "../../present/words.ts";
import type { TextOptions } from "./text-options.ts";

export function printLibrary(report: Report, library: LibraryReport, options: TextOptions): Line[] {
  const { facts, fits, maxima, linkage, findings } = library;
  const { width } = options;
  const heading: Line[] = [[], [span(facts.path, "strong")]];
  if (facts.elf === null) {
    const text = facts.error === null ? "It could not be read." : errorText(facts.error).sentence;
    return [...heading, ...paragraph([span(text, "warn")], "  ", width)];
  }
  const alone: Line =
    fits === null
      ? [span("no policy", "warn")]
      : [
          span(fits, "tag"),
          ...(fits === report.verdict.bestTag ? [] : [span(" (the wheel as a whole needs more)", "dim")]),
        ];
  return [
    ...heading,
    ...field("file", [span(identity(facts.elf, facts.sizeBytes))], width),
    ...field("fits alone", alone, width),
    ...maxima.flatMap((maximum) =>
      field(isMainFamily(maximum.family) ? maximum.family : "other", asked(maximum, options.evidence), width),
    ),
    ...linkage.flatMap((one, index) =>
      field(index === 0 ? "needs" : "", [span(one.needed, "library"), ...source(one)], width),
    ),
    ...paths(facts.elf).flatMap(([name, text]) => field(name, [span(text, "code")], width)),
    ...field("load time", [span(loading(facts.elf))], width),
    ...codeFields(report, library, options.evidence).flatMap(([name, value]) => field(name, value, width)),
    ...(findings.length > 0 ? field("findings", [span(findings.join(", "))], width) : []),
  ];
}

const labelWidth = 12;

function field(name: string, value: Line, width: number): Line[] {
  const label = `  ${name.padEnd(labelWidth - 2)}`;
  const first: Line = [span(label, "dim"), span(" ")];
  return hang(first, " ".repeat(lengthOf(first)), wrap(value, width - labelWidth - 1));
}

function identity(elf: ElfFacts, size: number): string {
  const parts = [
    nativeFileRoles[elf.role],
    formatBytes(size),
    elf.architecture,
    elf.libc === "none" ? "no C library" : elf.libc,
  ];
  if (elf.soname !== null) parts.push(`soname ${elf.soname}`);
  if (elf.buildId !== null) parts.push(`build id ${elf.buildId}`);
  parts.push(elf.stripped ? "stripped" : elf.debugInfo ? "with debug information" : "not stripped");
  return parts.join(" · ");
}

function asked({ version, from, symbols, symbolCount }: FamilyMaximum, limit: number): Line {
  const shown = symbols.slice(0, limit);
  const more = symbolCount - shown.length;
  return [
    span(version, "version"),
    span(" of "),
    span(from, "library"),
    span(shown.length > 0 ? ", asked by " : ""),
    ...shown.flatMap((name, index) => [span(index > 0 ? ", " : ""), span(name, "symbol")]),
    span(shown.length > 0 && more > 0 ? ` and ${more} more` : "", "dim"),
  ];
}

function source(linkage: Linkage): Line {
  switch (linkage.kind) {
    case "in-wheel":
      return [span(" in the wheel at ", "dim"), span(linkage.path)];
    case "in-wheel-unreachable":
      return [
        span(" in the wheel at ", "warn"),
        span(linkage.path),
        span(", but no search path leads there", "warn"),
      ];
    case "allowed":
      return [span(" from the system, as the policy allows", "dim")];
    case "loader":
      return [span(" the loader itself", "dim")];
    case "libpython":
      return [span(" Python as a shared library, which many installations lack", "warn")];
    case "other-wheel":
      return [span(" from another wheel, in ", "warn"), span(linkage.via)];
    case "driver":
      return [span(" from the GPU driver", "warn")];
    case "missing":
      return [span(" missing", "bad")];
  }
}

function paths({ rpath, runpath, interpreter }: ElfFacts): [name: string, text: string][] {
  const found: [string, string | null][] = [
    ["RPATH", rpath],
    ["RUNPATH", runpath],
    ["interpreter", interpreter],
  ];
  return found.flatMap(([name, text]) => (text === null ? [] : [[name, text]]));
}

function loading(elf: ElfFacts): string {
  const parts = [elf.relro === "none" ? "no RELRO" : `${elf.relro} RELRO`];
  if (elf.bindNow) parts.push("binds at once");
  if (elf.executableStack === true) parts.push("executable stack");
  if (elf.textRelocations) parts.push("text relocations");
  if (elf.staticTls) parts.push("static TLS");
  const aligned = alignment(elf.loadAlignment);
  parts.push(aligned === "none" ? "no alignment asked for" : `aligned to ${aligned}`);
  return parts.join(" · ");
}
