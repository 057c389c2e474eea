/** One library in full: who asks for its highest versions, where each needed library comes from, what the file is. */
import type { ElfFacts } from "../../facts/model.ts";
import type { FamilyMaximum } from "../../core/linkage/family-maximum.ts";
import type { LibraryReport, Report } from "../../core/report.ts";
import type { Linkage } from "../../core/linkage/kinds.ts";
import { architectureName } from "../../core/architecture-name.ts";
import { errorText } from "../../core/error-text.ts";
import { factLine, identityFacts, loadingFacts } from "../../present/library/library-facts.ts";
import { sourceOf, type Source } from "../../present/library/linkage.ts";
import { formatBytes } from "../../present/units.ts";
import { hang, lengthOf, paragraph, span, wrap, type Line } from "../terminal/layout.ts";
import type { Style } from "../terminal/paint.ts";
import { codeFields } from "./print-code.ts";
import { isMainFamily } from "../../facts/names/version-name.ts";
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
    ...field("file", [span(fileLine(facts.elf, facts.sizeBytes))], width),
    ...field("fits alone", alone, width),
    ...maxima.flatMap((maximum) =>
      field(isMainFamily(maximum.family) ? maximum.family : "other", asked(maximum, options.evidence), width),
    ),
    ...linkage.flatMap((one, index) =>
      field(index === 0 ? "needs" : "", [span(one.needed, "library"), ...source(one)], width),
    ),
    ...paths(facts.elf).flatMap(([name, text]) => field(name, [span(text, "code")], width)),
    ...field("load time", [span(factLine(loadingFacts(facts.elf)))], width),
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

function fileLine(elf: ElfFacts, size: number): string {
  return `${nativeFileRoles[elf.role]} · ${formatBytes(size)} · ${architectureName(elf.architecture)} · ${factLine(identityFacts(elf))}`;
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

const styles: Readonly<Record<Source["tone"], Style>> = {
  good: "dim",
  info: "warn",
  neutral: "dim",
  warning: "warn",
  bad: "bad",
};

function source(linkage: Linkage): Line {
  const { words, place, rest, tone } = sourceOf(linkage);
  const style = styles[tone];
  const where = place === null ? [] : [span(" "), span(place.path)];
  return [span(": "), span(words, style), ...where, span(rest, style)];
}

function paths({ rpath, runpath, versionDefinitions }: ElfFacts): [name: string, text: string][] {
  const found: [string, string | null][] = [
    ["RPATH", rpath],
    ["RUNPATH", runpath],
    ["provides", versionDefinitions.length === 0 ? null : versionDefinitions.join(", ")],
  ];
  return found.flatMap(([name, text]) => (text === null ? [] : [[name, text]]));
}
