/** “GPU code” and “GPU libraries” of the wheel as a whole. */
import type { AcceleratorLibrary, DeviceCoverage } from "../../core/readings/readings.ts";
import type { Report } from "../../core/report.ts";
import { coverageStates } from "../../present/gpu.ts";
import { coverageSign } from "./signs.ts";
import { paragraph, span, spansOf, table, type Line, type Span } from "../terminal/layout.ts";
import type { Style } from "../terminal/paint.ts";

export function printGpu({ gpu }: Report, width: number): Line[] {
  if (gpu === null) return [];
  const rows = gpu.coverage.map((one, index): Span[] => {
    const [sign, style] = coverageSign(one.coverage);
    const device = gpu.devices[index];
    return [
      span(sign, style),
      span(smName(one.sm), "code"),
      span(device?.generation ?? ""),
      span(coverageStates[one.coverage].how, style),
      span(servedBy(one), "dim"),
      span(device?.examples ?? "", "dim"),
    ];
  });
  const columns = [
    { title: "" },
    { title: "GPU" },
    { title: "generation" },
    { title: "runs" },
    { title: "by", dispensable: 1 },
    { title: "for example", shrinkTo: 20, dispensable: 2 },
  ];
  return [
    [],
    [span("GPU code", "strong")],
    ...paragraph(spansOf(gpu.sentence), "  ", width),
    ...(rows.length === 0 ? [] : indent(table(columns, rows, width - 2))),
  ];
}

/** Compute capability as CUDA spells the architecture. */
export const smName = (sm: number): string => `sm_${sm}`;

/** The three that serve most kernel groups. */
function servedBy({ by, missing, native, ptx }: DeviceCoverage): string {
  const names = by.slice(0, 3).join(", ") + (by.length > 3 ? ", …" : "");
  const short = missing > 0 && by.length > 0 ? ` in ${native + ptx} of ${native + ptx + missing}` : "";
  return names + short;
}

const ways: Readonly<Record<AcceleratorLibrary["how"], string>> = {
  needed: "needed",
  bundled: "in the wheel",
  static: "linked in",
  mentioned: "mentioned",
};

const sources: Readonly<Record<AcceleratorLibrary["source"], readonly [words: string, style: Style | null]>> =
  {
    wheel: ["the wheel", null],
    "other-wheel": ["another wheel", null],
    driver: ["the GPU driver", null],
    system: ["the system", "warn"],
    missing: ["nowhere", "bad"],
    unknown: ["", null],
  };

/** Rows for libraries that are only mentioned: a name such as MKL's brings a dozen files. */
const mentionedRows = 4;

export function printAccelerators({ accelerators }: Report, width: number): Line[] {
  if (accelerators === null) return [];
  const { libraries, driver, sentence } = accelerators;
  const mentioned = libraries.filter(({ how }) => how === "mentioned");
  const hidden = new Set(mentioned.slice(mentionedRows));
  const shown = libraries.filter((library) => !hidden.has(library));
  const rows = shown.map((library): Span[] => {
    const [source, style] = sources[library.source];
    return [
      span(library.name, "library"),
      span(library.component),
      span(ways[library.how], "dim"),
      span(source, style),
      packageOf(library),
    ];
  });
  const columns = [
    { title: "library", shrinkTo: 20 },
    { title: "what", dispensable: 2 },
    { title: "how" },
    { title: "comes from", dispensable: 1 },
    { title: "package" },
  ];
  return [
    [],
    [span("GPU libraries", "strong")],
    ...paragraph(spansOf(sentence), "  ", width),
    ...(driver === null ? [] : paragraph(spansOf(driver.why), "  ", width)),
    ...(rows.length === 0 ? [] : indent(table(columns, rows, width - 2))),
    ...(shown.length === libraries.length
      ? []
      : [[span(`  and ${libraries.length - shown.length} more that are mentioned`, "dim")]]),
  ];
}

/** Mentioned libraries are hints: nobody is expected to declare them. */
function packageOf({ package: name, declared, reached, how }: AcceleratorLibrary): Span {
  if (name === null) return span("");
  if (declared === false && how === "needed") return span(`${name}, not asked for`, "bad");
  if (declared === true && reached === false) return span(`${name}, not in the search path`, "warn");
  return span(name, declared === true ? null : "dim");
}

const indent = (lines: readonly Line[]): Line[] => lines.map((line) => [span("  "), ...line]);
