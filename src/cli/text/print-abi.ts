/** “C++”, “Python” and “Built with” of the wheel as a whole: what most libraries have in common, and which differ. */
import type { Report } from "../../core/report.ts";
import { plainText } from "../../core/sentence.ts";
import { cxxLists, toolchainGroups, type LibraryList } from "../../present/code.ts";
import { hang, paragraph, span, spansOf, wrap, type Line } from "../terminal/layout.ts";

/** Libraries named of a group; the others are counted. */
const named = 3;

/** Which ABI, and whose runtime. */
export function printCxx(report: Report, width: number): Line[] {
  const { total, flavours, runtimes } = cxxLists(report);
  if (total === 0) return [];
  return [
    [],
    [span("C++", "strong")],
    ...printGroups(flavours, total, width),
    ...printGroups(runtimes, total, width),
  ];
}

export function printPython({ python }: Report, width: number): Line[] {
  if (python === null) return [];
  return [[], [span("Python", "strong")], ...paragraph(spansOf(python.sentence), "  ", width)];
}

export function printToolchain(report: Report, width: number): Line[] {
  const groups = toolchainGroups(report).map(({ sentence, paths }) => ({
    label: plainText(sentence).replace(/\.$/, ""),
    paths,
  }));
  if (groups.length === 0) return [];
  return [[], [span("Built with", "strong")], ...printGroups(groups, report.libraries.length, width)];
}

/** The largest group by its number, the others by name: they are what one looks for. */
function printGroups(groups: readonly LibraryList[], total: number, width: number): Line[] {
  return groups.flatMap(({ label, paths }, index): Line[] => {
    const all = paths.length === total;
    const shown = all || (index === 0 && paths.length > 1) ? [] : paths.slice(0, named);
    const more = paths.length - shown.length;
    const where: Line =
      shown.length === 0
        ? [span(all ? "" : `, ${paths.length} of ${total} files`, "dim")]
        : [
            span(": "),
            ...shown.flatMap((path, position) => [span(position === 0 ? "" : ", "), span(path, "library")]),
            span(more > 0 ? ` and ${more} more` : "", "dim"),
          ];
    return hang([span("  ")], "    ", wrap([span(label), ...where], width - 4));
  });
}
