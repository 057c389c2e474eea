/** Sentences about GPU code, as they could stand in release notes. */
import type { CudaCode, HipCode } from "../../../facts/code-facts.ts";
import type { DeviceCoverage, GpuCoverage } from "../readings.ts";
import { fileNameOf } from "../../../facts/path.ts";
import { type Sentence, count, library, list, say } from "../../sentence.ts";
import type { CoverageCount } from "./coverage.ts";
import { capability, targetName, type Device } from "./devices.ts";
import { isLinkerStub } from "./linker-stub.ts";

/** A library's count with its path. */
export interface LibraryCount {
  readonly path: string;
  readonly count: CoverageCount;
}

/** “Runs on Turing to Blackwell (7.5–12.1). No PTX: later GPUs cannot run it.” */
export function librarySentence(
  devices: readonly Device[],
  counted: CoverageCount | null,
  cuda: CudaCode | null,
  hip: HipCode | null,
): Sentence {
  const parts: Sentence[] = [];
  if (cuda !== null && isLinkerStub(cuda)) {
    parts.push(
      say`One image for ${list(cuda.targets.map(targetName))}, too small to hold a kernel: what the device linker leaves where there is no GPU code.`,
    );
  } else if (counted !== null && counted.containers > 0) {
    parts.push(
      coverageSentence(devices, counted.coverage, (cells) => say`: ${amount(cells)}`),
      ...(counted.picks ? [PICKS] : []),
      ptxSentence(counted),
    );
    if (counted.unread > 0)
      parts.push(say`${count(counted.unread, "kernel group")} more ${verb(counted.unread)} not told apart.`);
  } else if (cuda !== null) {
    parts.push(codelessSentence(cuda));
  }
  if (hip !== null) parts.push(hipSentence(hip));
  return join(parts);
}

const verb = (number: number): string => (number === 1 ? "was" : "were");

const PICKS: Sentence = [
  "Its kernel groups are for different GPUs, none of which has code in all; it must pick among them.",
];

/** The same for a wheel; names the libraries that leave a GPU without code. */
export function wheelSentence(
  devices: readonly Device[],
  coverage: readonly DeviceCoverage[],
  counts: readonly LibraryCount[],
  aside: readonly string[],
  gfx: readonly string[],
  copiesOnly: boolean,
): Sentence {
  const parts: Sentence[] = [];
  const judged = counts.filter(({ count: { containers } }) => containers > 0);
  if (copiesOnly && judged.length > 0) {
    parts.push(
      say`Only copies from NVIDIA's toolkit hold GPU code.`,
      coverageSentence(devices, coverage, () => []),
    );
  } else if (judged.length > 0) {
    parts.push(coverageSentence(devices, coverage, (cells) => weakest(cells, devices, judged)));
    parts.push(wheelPtxSentence(judged));
  } else if (counts.length > 0) {
    parts.push(say`The wheel's CUDA code is of kinds that no GPU runs as they are.`);
  }
  if (aside.length > 0 && judged.length > 0) {
    const names = list(aside.map((path) => library(fileNameOf(path))));
    parts.push(say`Left aside: ${names}, ${aside.length === 1 ? "a copy" : "copies"} from NVIDIA's toolkit.`);
  }
  if (gfx.length > 0) parts.push(say`ROCm code for ${list(gfx, 12)}.`);
  return join(parts);
}

function join(sentences: readonly Sentence[]): Sentence {
  return sentences.flatMap((sentence, index) => (index === 0 ? [...sentence] : [" ", ...sentence]));
}

type Detail = (cells: readonly DeviceCoverage[]) => Sentence;

function coverageSentence(
  devices: readonly Device[],
  coverage: readonly DeviceCoverage[],
  detail: Detail,
): Sentence {
  const of = (wanted: Fate): Range[] => ranges(devices, coverage, wanted);
  const [native, ptx, partly, hardly, none] = [
    of("native"),
    of("ptx"),
    of("partly"),
    of("hardly"),
    of("none"),
  ];
  const clauses: Sentence[] = [];
  if (native.length > 0) clauses.push(say`on ${names(native)}`);
  if (ptx.length > 0) clauses.push(say`through PTX on ${names(ptx)}`);
  if (partly.length > 0)
    clauses.push(say`in part on ${names(partly)}${detail(partly.flatMap(({ cells }) => cells))}`);
  if (clauses.length === 0 && hardly.length === 0) return say`No GPU known here runs it.`;
  if (hardly.length > 0) clauses.push(say`for the most part not on ${names(hardly)}`);
  if (none.length > 0) clauses.push(say`not on ${names(none)}`);
  return say`Runs ${clauses.flatMap((clause, index) => (index === 0 ? [...clause] : ["; ", ...clause]))}.`;
}

/** `hardly`: partly, and more kernel groups are without code than with. */
type Fate = GpuCoverage | "hardly";

export function fateOf(cell: DeviceCoverage): Fate {
  return cell.coverage === "partly" && cell.native + cell.ptx < cell.missing ? "hardly" : cell.coverage;
}

interface Range {
  readonly from: Device;
  readonly to: Device;
  readonly cells: readonly DeviceCoverage[];
}

/** Neighbouring GPUs that fare alike. Jetson parts are left to the table, unless the code is for nothing else. */
function ranges(devices: readonly Device[], coverage: readonly DeviceCoverage[], wanted: Fate): Range[] {
  const desktop = devices.some(
    ({ board }, index) => board === "desktop" && (coverage[index]?.coverage ?? "none") !== "none",
  );
  const found: Range[] = [];
  let open = false;
  devices.forEach((device, index) => {
    const cell = coverage[index];
    if (cell === undefined || (desktop && device.board !== "desktop")) return;
    const last = found.at(-1);
    if (fateOf(cell) !== wanted) open = false;
    else if (open && last !== undefined)
      found[found.length - 1] = { from: last.from, to: device, cells: [...last.cells, cell] };
    else {
      found.push({ from: device, to: device, cells: [cell] });
      open = true;
    }
  });
  return found;
}

/** “Ampere to Hopper (8.0–9.0) and Blackwell (12.0)”; ranges within one generation share its name: “Blackwell (10.0–10.3, 12.1)”. */
function names(found: readonly Range[]): Sentence {
  const groups: { readonly generations: string; readonly numbers: string[] }[] = [];
  for (const { from, to } of found) {
    const single = from.generation === to.generation;
    const generations = single ? from.generation : `${from.generation} to ${to.generation}`;
    const numbers = from.sm === to.sm ? capability(from.sm) : `${capability(from.sm)}–${capability(to.sm)}`;
    const last = groups.at(-1);
    if (last?.generations === generations) last.numbers.push(numbers);
    else groups.push({ generations, numbers: [numbers] });
  }
  return list(
    groups.map(({ generations, numbers }) => `${generations} (${numbers.join(", ")})`),
    6,
  );
}

/** The GPUs with that coverage, in words; no parts if there are none. */
export const gpuNames = (
  devices: readonly Device[],
  coverage: readonly DeviceCoverage[],
  wanted: Fate,
): Sentence => names(ranges(devices, coverage, wanted));

/** How much is missing where it is most. */
function amount(cells: readonly DeviceCoverage[]): Sentence {
  const worst = [...cells].sort((a, b) => b.missing - a.missing)[0];
  if (worst === undefined) return [];
  const all = worst.native + worst.ptx + worst.missing;
  return say`${worst.missing} of ${count(all, "kernel group")} ${worst.missing === 1 ? "lacks" : "lack"} code`;
}

/** Which libraries are to blame. */
function weakest(
  cells: readonly DeviceCoverage[],
  devices: readonly Device[],
  judged: readonly LibraryCount[],
): Sentence {
  const columns = cells.map(({ sm }) => devices.findIndex((device) => device.sm === sm));
  const lacking = judged.filter(({ count: { coverage } }) =>
    columns.some((column) => (coverage[column]?.missing ?? 0) > 0),
  );
  const [only] = lacking;
  if (only === undefined) return [];
  if (lacking.length > 1)
    return say`, where ${list(lacking.map(({ path }) => library(fileNameOf(path))))} lack code`;
  const own = columns.flatMap((column) => only.count.coverage[column] ?? []);
  const whole = own.every(({ coverage }) => coverage === "none");
  const name = library(fileNameOf(only.path));
  return whole ? say`, where ${name} has no code` : say`, where in ${name} ${amount(own)}`;
}

function ptxSentence({
  containers,
  special,
  withoutPtx,
  picks,
}: Pick<CoverageCount, "containers" | "special" | "withoutPtx" | "picks">): Sentence {
  const all = containers - special;
  if (picks && withoutPtx === 0) return say`Part of it is PTX, which later GPUs can run.`;
  if (withoutPtx === 0) return say`Later GPUs run it through PTX.`;
  if (withoutPtx === all) return say`No PTX: later GPUs cannot run it.`;
  return say`${withoutPtx} of ${count(all, "kernel group")} ${withoutPtx === 1 ? "has" : "have"} no PTX: later GPUs cannot run ${withoutPtx === 1 ? "it" : "them"}.`;
}

function wheelPtxSentence(judged: readonly LibraryCount[]): Sentence {
  const [first] = judged;
  if (judged.length === 1 && first !== undefined) return ptxSentence(first.count);
  const lacking = judged.filter(({ count: { withoutPtx } }) => withoutPtx > 0);
  if (lacking.length === 0)
    return judged.some(({ count: { picks } }) => picks)
      ? say`Part of it is PTX, which later GPUs can run.`
      : say`Later GPUs run it through PTX.`;
  const all = judged.reduce((sum, { count: each }) => sum + each.containers - each.special, 0);
  const without = lacking.reduce((sum, { count: each }) => sum + each.withoutPtx, 0);
  if (without === all) return say`No PTX: later GPUs cannot run it.`;
  if (without > all * 0.9) return say`Hardly any PTX: later GPUs cannot run it.`;
  const files = list(lacking.map(({ path }) => library(fileNameOf(path))));
  const [have, them] = without === 1 ? ["has", "it"] : ["have", "them"];
  return say`${without} of ${count(all, "kernel group")} ${have} no PTX (in ${files}): later GPUs cannot run ${them}.`;
}

function codelessSentence(cuda: CudaCode): Sentence {
  if (cuda.moreContainers > 0 && cuda.groups.length === 0)
    return say`CUDA code that could not be told apart.`;
  return cuda.targets.some(({ kind }) => kind === "lto-ir")
    ? say`Holds only LTO-IR, which has to be linked for a GPU at run time; no GPU runs it as it is.`
    : say`Holds no machine code or PTX of a known kind.`;
}

function hipSentence({ targets, bundles, compressedBundles }: HipCode): Sentence {
  const known = targets.map(({ target }) => target);
  const packed =
    compressedBundles > 0
      ? say`${known.length > 0 ? "; " : "ROCm code in "}${count(compressedBundles, "compressed bundle")} whose targets are not read`
      : [];
  if (known.length === 0 && compressedBundles === 0) return say`ROCm code in ${count(bundles, "bundle")}.`;
  return say`${known.length > 0 ? say`ROCm code for ${list(known, 12)}` : []}${packed}.`;
}
