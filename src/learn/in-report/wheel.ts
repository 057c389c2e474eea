/** The file as a whole: name and contents, size, processors, variant. */
import type { LibraryFacts } from "../../facts/model.ts";
import type { Report } from "../../core/report.ts";
import { architectureName } from "../../core/architecture-name.ts";
import { formatBytes } from "../../core/units.ts";
import { type Sentence, code, count, library, list, say, tag } from "../../core/sentence.ts";
import { paths } from "./phrases.ts";

/** PyPI's limits for one file in bytes: usual, and the highest granted (warehouse, constants.py). */
const FILE_LIMIT = 100 * 2 ** 20;
const FILE_LIMIT_CAP = 2 ** 30;

/** Tags, contents, record. */
export function contents({ facts }: Report): readonly Sentence[] {
  const { name, distInfo, entryCount, libraries, record } = facts;
  if (facts.kind === "library") return [];
  const python = (tags: readonly string[]): Sentence => list(tags.map(tag), 4);
  const claim =
    name === null
      ? []
      : [
          say`The name claims Python ${python(name.pythonTags)}, ABI ${python(name.abiTags)}, platform ${python(name.platformTags)}.`,
        ];
  const says = distInfo === null ? [] : [say`${code("WHEEL")} says ${list(distInfo.tags.map(tag), 4)}.`];
  const native = libraries.length === 0 ? "no ELF file" : count(libraries.length, "ELF file");
  const rows = record.present ? `, ${count(record.rowCount, "row")} in RECORD` : ", no RECORD";
  return [...claim, ...says, say`${count(entryCount, "file")}, ${native} among them${rows}.`];
}

/** The size against PyPI's limits, and where the bytes are. */
export function sizes({ facts, gpu, libraries }: Report): readonly Sentence[] {
  if (facts.kind === "library") return [];
  const size = formatBytes(facts.sizeBytes);
  const usual = `${formatBytes(FILE_LIMIT)} (100 MiB)`;
  const limit =
    facts.sizeBytes <= FILE_LIMIT
      ? say`The wheel has ${size}, within the ${usual} that PyPI takes from everybody.`
      : facts.sizeBytes <= FILE_LIMIT_CAP
        ? say`The wheel has ${size}; PyPI takes ${usual} from everybody and more on request.`
        : say`The wheel has ${size}, more than PyPI grants to anybody (${formatBytes(FILE_LIMIT_CAP)}, 1 GiB).`;
  // A report that was sent without the file has no compressed sizes.
  const hasCompressed = facts.libraries.some(({ compressedBytes }) => compressedBytes > 0);
  const sizeOf = ({ sizeBytes, compressedBytes }: LibraryFacts): number =>
    hasCompressed ? compressedBytes : sizeBytes;
  const largest = [...facts.libraries].sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, 3);
  const parts = largest.map((each) => say`${library(each.path)} (${formatBytes(sizeOf(each))})`);
  const debug = libraries.filter((each) => each.facts.elf?.debugInfo === true).map((each) => each.facts.path);
  return [
    limit,
    ...(parts.length === 0
      ? []
      : [say`The largest parts, ${hasCompressed ? "compressed" : "unpacked"}: ${joined(parts)}.`]),
    ...(gpu === null ? [] : [say`GPU code takes ${formatBytes(gpu.bytes)} of it, unpacked.`]),
    ...(debug.length === 0 ? [] : [say`Debug information is in ${paths(debug)}.`]),
  ];
}

function joined(parts: readonly Sentence[]): Sentence {
  return parts.flatMap((part, index) =>
    index === 0 ? part : [index === parts.length - 1 ? " and " : ", ", ...part],
  );
}

/** For which processors the files are, and the level of x86-64 that some state. */
export function processors({ facts }: Report): readonly Sentence[] {
  const byArchitecture = new Map<string, string[]>();
  const byLevel = new Map<number, string[]>();
  for (const { path, elf } of facts.libraries) {
    if (elf === null) continue;
    push(byArchitecture, architectureName(elf.architecture), path);
    const level = highestLevel(elf.isaNeeded ?? 0);
    if (level > 1) push(byLevel, level, path);
  }
  const made = [...byArchitecture].sort(([, a], [, b]) => b.length - a.length);
  const levels = [...byLevel].sort(([a], [b]) => b - a);
  return [
    ...made.map(([name, files]) => say`Made for ${tag(name)}: ${paths(files)}.`),
    ...levels.map(([level, files]) => say`x86-64-v${level} is asked for by ${paths(files)}.`),
  ];
}

/** Bits of `GNU_PROPERTY_X86_ISA_1_NEEDED`: 1 baseline, 2 v2, 4 v3, 8 v4. */
const highestLevel = (bits: number): number => (bits & 8 ? 4 : bits & 4 ? 3 : bits & 2 ? 2 : 1);

function push<Key>(map: Map<Key, string[]>, key: Key, path: string): void {
  const files = map.get(key);
  if (files === undefined) map.set(key, [path]);
  else files.push(path);
}

/** The label, and what a variant would have to tell: GPU and processor. */
export function variant(report: Report): readonly Sentence[] {
  const label = report.facts.name?.variant;
  const levels = processors(report).filter(
    ([first]) => typeof first === "string" && first.startsWith("x86-64-v"),
  );
  return [
    ...(label === undefined ? [] : [say`The name has the variant label ${code(label)}.`]),
    ...(report.gpu === null ? [] : [report.gpu.sentence]),
    ...levels,
  ];
}
