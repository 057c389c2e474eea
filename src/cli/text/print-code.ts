/** What one library's code was built against, with the evidence: part of a library in full (`--library`). */
import type { ElfFacts } from "../../facts/model.ts";
import type { CxxNames, SymbolGroup } from "../../facts/code-facts.ts";
import type {
  CxxReading,
  GpuReading,
  PythonReading,
  ToolchainReading,
} from "../../core/readings/readings.ts";
import type { Evidence } from "../../core/evidence.ts";
import type { LibraryReport, Report } from "../../core/report.ts";
import { count } from "../../core/sentence.ts";
import { formatBytes, percent } from "../../present/units.ts";
import { span, spansOf, type Line } from "../terminal/layout.ts";
import { coverageStates } from "../../present/gpu.ts";
import { coverageSign } from "./signs.ts";
import { smName } from "./print-gpu.ts";
import { namedIn } from "../../present/evidence.ts";
import { wholeRuntimeWords } from "../../present/code.ts";

/** A label and what stands beside it; an empty label continues the one before. */
export type Field = readonly [label: string, value: Line];

/** `limit`: pieces of evidence, and symbols, printed of each kind. */
export function codeFields(report: Report, library: LibraryReport, limit: number): Field[] {
  const { elf } = library.facts;
  if (elf === null) return [];
  return [
    ...(library.cxx === null ? [] : cxxFields(library.cxx, elf, limit)),
    ...(library.python === null ? [] : pythonFields(library.python, limit)),
    ...(library.gpu === null ? [] : gpuFields(report, library.gpu, elf)),
    ...mentioned(elf, limit),
    ...unique(elf.uniqueExports, limit),
    ...toolchainFields(library.toolchain, elf),
  ];
}

function cxxFields({ sentence, evidence, runtime }: CxxReading, { cxx }: ElfFacts, limit: number): Field[] {
  const sides: readonly (readonly [string, CxxNames | undefined])[] = [
    ["imports from the runtime", cxx?.fromRuntime],
    ["imports from others", cxx?.fromOthers],
    ["own interface", cxx?.own],
  ];
  const counts = sides.flatMap(([side, names]): Field[] => {
    const text = names === undefined ? "" : classes(names);
    return text === "" ? [] : [["", [span(`${side}: ${text}`, "dim")]]];
  });
  return [
    ["C++", spansOf(sentence)],
    ...counts,
    ...pieces(evidence, limit),
    ...(runtime.kind === "none"
      ? []
      : [
          [
            "runtime",
            [
              span(wholeRuntimeWords[runtime.kind]),
              ...(runtime.path === null ? [] : [span(", "), span(runtime.path, "library")]),
            ],
          ] satisfies Field,
          ...pieces(runtime.evidence, limit),
        ]),
  ];
}

function classes({ new: newer, old, both, libcxx, stray, neutral }: CxxNames): string {
  const counts: readonly (readonly [number, string])[] = [
    [newer.count, "new"],
    [old.count, "old"],
    [both.count, "both"],
    [libcxx.count, "libc++"],
    [stray.count, "old but set aside"],
    [neutral, "neutral"],
  ];
  return counts.flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}`])).join(", ");
}

function pythonFields(python: PythonReading, limit: number): Field[] {
  const { sentence, outside, tooNew, floor, floorSymbols, hints, init } = python;
  const fields: Field[] = [["Python", spansOf(sentence)]];
  if (outside.length > 0) fields.push(["", list("outside of the stable ABI: ", outside, limit)]);
  if (tooNew.length > 0) {
    const names = tooNew.map(({ symbol, added }) => `${symbol} (${added})`);
    fields.push(["", list("newer than claimed: ", names, limit)]);
  } else if (floor !== null && floorSymbols.length > 0)
    fields.push(["", list(`Python ${floor} for `, floorSymbols, limit)]);
  if (hints.length > 0) fields.push(["", list("inlined from Python's headers: ", hints, limit)]);
  if (init !== null && !init.fits) {
    const found = init.found.length === 0 ? "none" : init.found.join(", ");
    fields.push([
      "",
      [span("init function "), span(init.expected, "symbol"), span(" expected, found ", "warn"), span(found)],
    ]);
  }
  return fields;
}

function gpuFields(
  report: Report,
  { sentence, coverage, sizes, ptx }: GpuReading,
  { gpu }: ElfFacts,
): Field[] {
  const rows = coverage.map(({ sm, coverage: how, native, ptx: throughPtx, missing, by }): Field => {
    const [sign, style] = coverageSign(how);
    const device = report.gpu?.devices.find((one) => one.sm === sm);
    const groups = native + throughPtx + missing;
    const served = how === "partly" ? ` (${native + throughPtx} of ${groups} kernel groups)` : "";
    return [
      "",
      [
        span(sign, style),
        span(` ${smName(sm)} `, "code"),
        span(`${device?.generation ?? ""} ${coverageStates[how].how}${served}`),
        span(by.length > 0 ? ` by ${by.slice(0, 4).join(", ")}${by.length > 4 ? ", …" : ""}` : "", "dim"),
      ],
    ];
  });
  const weights = sizes.map(({ target, bytes: size, share }): Field => [
    "",
    [span(target, "code"), span(` ${formatBytes(size)}, ${percent(share)}`)],
  ]);
  const { cuda, hip } = gpu ?? { cuda: null, hip: null };
  const containers: string[] = [];
  if (cuda !== null) {
    const where = cuda.places.map(({ section }) =>
      section === null ? "outside of every section" : `in ${section}`,
    );
    containers.push(
      `${count(cuda.containers, "container")}, ${formatBytes(cuda.bytes)} ${where.join(" and ")}`,
    );
    if (cuda.damaged > 0) containers.push(`${cuda.damaged} damaged`);
    if (cuda.toolkits.length > 0) containers.push(`made with CUDA ${cuda.toolkits.join(", ")}`);
  }
  if (hip !== null) containers.push(`${count(hip.bundles, "ROCm bundle")}, ${formatBytes(hip.bytes)}`);
  if (ptx !== null)
    containers.push(`PTX ${ptx.isa}${ptx.cuda === null ? "" : ` (CUDA ${ptx.cuda} and newer drivers)`}`);
  return [
    ["GPU code", spansOf(sentence)],
    ["", [span(containers.join(" · "), "dim")]],
    ...rows,
    ...(weights.length === 0 ? [] : labelled("sizes", weights)),
  ];
}

const labelled = (label: string, fields: readonly Field[]): Field[] =>
  fields.map(([, value], index) => [index === 0 ? label : "", value]);

function mentioned({ mentionedLibraries }: ElfFacts, limit: number): Field[] {
  return mentionedLibraries.length === 0 ? [] : [["may open", list("", mentionedLibraries, limit)]];
}

function unique({ count, symbols }: SymbolGroup, limit: number): Field[] {
  return count === 0 ? [] : [["unique", list("", symbols, limit, count)]];
}

function toolchainFields(reading: ToolchainReading | null, { comment }: ElfFacts): Field[] {
  const marks: Field[] = comment.length === 0 ? [] : [["", [span(comment.join("; "), "dim")]]];
  if (reading === null || reading.sentence.length === 0) return labelled("built with", marks);
  const others = reading.tools
    .filter(({ evidence }) => !comment.includes(evidence))
    .map(({ name, evidence }): Field => ["", [span(`${name}: ${evidence}`, "dim")]]);
  const image: Field[] =
    reading.image === null || reading.image.evidence.length === 0
      ? []
      : [["", [span(`${reading.image.name}: ${reading.image.evidence.join("; ")}`, "dim")]]];
  return [["built with", spansOf(reading.sentence)], ...marks, ...others, ...image];
}

function pieces(evidence: readonly Evidence[], limit: number): Field[] {
  const shown = evidence.slice(0, limit).map((piece): Field => {
    const { symbol, version, note, in: path } = piece;
    // A note says where a name is asked for.
    const parts = spansOf(note === undefined ? namedIn(piece) : namedIn({ symbol, version }));
    const about = note ?? (parts.length === 0 ? path : undefined);
    return ["", about === undefined ? parts : [...parts, span(parts.length > 0 ? ", " : ""), span(about)]];
  });
  const more = evidence.length - shown.length;
  return more > 0 && shown.length > 0 ? [...shown, ["", [span(`and ${more} more`, "dim")]]] : shown;
}

function list(before: string, names: readonly string[], limit: number, count = names.length): Line {
  const shown = names.slice(0, limit);
  const more = count - shown.length;
  return [
    span(before),
    ...shown.flatMap((name, index) => [span(index > 0 ? ", " : ""), span(name, "symbol")]),
    span(more > 0 ? `${shown.length > 0 ? " and " : ""}${more} more` : "", "dim"),
  ];
}
