/** “C++”, “Python” and “Built with” of the wheel as a whole: what most libraries have in common, and which differ. */
import type { CxxFlavour, CxxRuntime } from "../../core/readings/readings.ts";
import type { LibraryReport, Report } from "../../core/report.ts";
import { plainText } from "../../core/sentence.ts";
import { hang, paragraph, span, spansOf, wrap, type Line } from "../terminal/layout.ts";

/** Libraries named of a group; the others are counted. */
const named = 3;

const flavours: Readonly<Record<CxxFlavour, string>> = {
  new: "New std::string ABI",
  old: "Old std::string ABI",
  both: "Both std::string ABIs",
  "libc++": "The std::string of libc++",
  none: "No std::string in sight",
};

export const runtimes: Readonly<Record<CxxRuntime["kind"], string>> = {
  system: "the system's libstdc++",
  bundled: "a libstdc++ in the wheel",
  hybrid: "the system's libstdc++, newer parts linked in",
  static: "a C++ runtime linked in",
  "libc++": "libc++",
  none: "no C++ runtime",
};

/** Which ABI, and whose runtime. */
export function printCxx({ libraries }: Report, width: number): Line[] {
  const using = libraries.filter(({ cxx }) => cxx !== null);
  if (using.length === 0) return [];
  // What tells nothing is worth a line only where nothing else is told.
  const telling = using.filter(({ cxx }) => cxx?.flavour !== "none");
  const byFlavour = grouped(
    telling.length === 0 ? using : telling,
    ({ cxx }) => flavours[cxx?.flavour ?? "none"],
  );
  const byRuntime = grouped(
    using.filter(({ cxx }) => cxx?.runtime.kind !== "none"),
    ({ cxx }) => `Runtime: ${runtimes[cxx?.runtime.kind ?? "none"]}`,
  );
  return [
    [],
    [span("C++", "strong")],
    ...printGroups(byFlavour, using.length, width),
    ...printGroups(byRuntime, using.length, width),
  ];
}

export function printPython({ python }: Report, width: number): Line[] {
  if (python === null) return [];
  return [[], [span("Python", "strong")], ...paragraph(spansOf(python.sentence), "  ", width)];
}

export function printToolchain({ libraries }: Report, width: number): Line[] {
  const known = libraries.filter(({ toolchain }) => (toolchain?.sentence.length ?? 0) > 0);
  if (known.length === 0) return [];
  const groups = grouped(known, ({ toolchain }) => plainText(toolchain?.sentence ?? []).replace(/\.$/, ""));
  return [[], [span("Built with", "strong")], ...printGroups(groups, libraries.length, width)];
}

function grouped(
  libraries: readonly LibraryReport[],
  label: (library: LibraryReport) => string,
): (readonly [label: string, paths: string[]])[] {
  const groups = new Map<string, string[]>();
  for (const library of libraries) {
    const paths = groups.get(label(library));
    if (paths === undefined) groups.set(label(library), [library.facts.path]);
    else paths.push(library.facts.path);
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

/** The largest group by its number, the others by name: they are what one looks for. */
function printGroups(
  groups: readonly (readonly [label: string, paths: readonly string[]])[],
  total: number,
  width: number,
): Line[] {
  return groups.flatMap(([label, paths], index): Line[] => {
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
