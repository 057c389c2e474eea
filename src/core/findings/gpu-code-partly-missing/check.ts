/** A GPU for which the wheel was built, and kernel groups that were not built for it: what needs them fails there. */
import type { CudaCode, CudaTarget } from "../../../facts/code-facts.ts";
import type { Evidence } from "../../evidence.ts";
import { distinct } from "../../order.ts";
import { capability, targetName } from "../../readings/gpu/devices.ts";
import { fateOf } from "../../readings/gpu/gpu-words.ts";
import { type JudgedGpu, type JudgedLibrary, judgedGpu } from "../../readings/gpu/judged.ts";
import { isVendors } from "../../readings/gpu/read-gpu.ts";
import type { DeviceCoverage } from "../../readings/readings.ts";
import { type Sentence, code, count, library, list, say } from "../../sentence.ts";
import type { Check } from "../forms.ts";

interface Gap {
  readonly library: JudgedLibrary;
  readonly generation: string;
  readonly cell: DeviceCoverage;
}

export const check: Check = (context) => {
  const judged = judgedGpu(context);
  const gaps = judged === null ? [] : gapsOf(judged).sort((a, b) => b.cell.missing - a.cell.missing);
  const [worst] = gaps;
  if (worst === undefined) return null;
  const gpus = distinct(
    [...gaps].sort((a, b) => a.cell.sm - b.cell.sm).map(({ generation, cell }) => gpuName(generation, cell)),
  );
  const paths = distinct(gaps.map((gap) => gap.library.path));
  // Single groups without code are often kernels for newer GPUs only, which the program picks; a whole library seldom is.
  const whole = gaps.some(({ cell }) => cell.missing === total(cell));
  // What NVIDIA's own libraries need, they choose themselves, and whoever reads this cannot build them anew.
  const alarming = whole && !isVendors(context.facts);
  return {
    severity: alarming ? "warning" : "info",
    sentence: say`${sentence(worst, gpus, paths.length)}, which most others have; a call of such a kernel fails there with “no kernel image is available for execution on the device”.`,
    advice: [
      say`Give all targets of the build the same list of architectures (${code("CMAKE_CUDA_ARCHITECTURES")}, ${code("TORCH_CUDA_ARCH_LIST")}, ${code("-gencode")}), or add PTX of the oldest one, such as ${code(`-gencode arch=compute_${String(worst.cell.sm)},code=compute_${String(worst.cell.sm)}`)}.`,
      say`If these kernels are of no use on that GPU, let the code ask for the compute capability before it runs them, and say so in the release notes.`,
    ],
    libraries: paths,
    evidence: gaps.slice(0, EVIDENCE).map(({ library: { path, cuda }, cell }): Evidence => ({
      in: path,
      note: `${capability(cell.sm)}: ${String(cell.missing)} of ${count(total(cell), "kernel group")} without code${example(cuda, cell.by)}`,
    })),
    evidenceTotal: gaps.length,
  };
};

/** More than anybody reads; each takes a walk through the groups of its library. */
const EVIDENCE = 200;

/**
 * GPUs that machine code in some library names exactly: the wheel was built for them. Jetson parts and others that merely may run
 * code of their neighbours are left to the table.
 */
function gapsOf({ devices, libraries, coverage }: JudgedGpu): Gap[] {
  const built = new Set(libraries.flatMap(machineCodeFor));
  const alternatives = alternativesOf(libraries);
  // What one alternative is built for says nothing of the others.
  const builtAlone = new Map(
    libraries
      .filter(({ path }) => alternatives.has(path))
      .map((each) => [each.path, new Set(machineCodeFor(each))]),
  );
  return devices.flatMap(({ sm, generation, board }, index): Gap[] => {
    if (board !== "desktop" || !built.has(sm)) return [];
    return libraries.flatMap((each) => {
      const cell = each.coverage[index];
      if (cell === undefined || cell.missing === 0 || each.onlySpecial) return [];
      const alone = builtAlone.get(each.path);
      const served = alone === undefined ? coverage[index] : cell;
      const meant = alone === undefined || alone.has(sm);
      return meant && isMostlyServed(served) ? [{ library: each, generation, cell }] : [];
    });
  });
}

const machineCodeFor = ({ cuda }: JudgedLibrary): number[] =>
  cuda.targets.filter(({ kind }) => kind === "sass").map(({ arch }) => arch);

/**
 * Files whose names differ only in numbers, `libops_cuda118.so` and `libops_cuda128.so`: builds of the same code for several releases of
 * CUDA, of which a process loads the one that fits.
 */
function alternativesOf(libraries: readonly JudgedLibrary[]): ReadonlySet<string> {
  const byName = new Map<string, string[]>();
  for (const { path } of libraries) {
    const name = path.replace(/\d+/g, "0");
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [path]);
    else known.push(path);
  }
  return new Set([...byName.values()].filter((paths) => paths.length > 1).flat());
}

/** Where most kernel groups lack code, the wheel is not meant for that GPU; a copied-in device library may name it all the same. */
const isMostlyServed = (cell: DeviceCoverage | undefined): boolean =>
  cell !== undefined && fateOf(cell) === "partly";

const total = ({ native, ptx, missing }: DeviceCoverage): number => native + ptx + missing;

const gpuName = (generation: string, { sm }: DeviceCoverage): string => `${generation} (${capability(sm)})`;

function sentence({ library: { path }, cell }: Gap, gpus: readonly string[], libraries: number): Sentence {
  const all = total(cell);
  const amount =
    cell.missing === all
      ? say`${all === 1 ? "The one kernel group" : `All ${String(all)} kernel groups`} of ${library(path)}`
      : say`${cell.missing} of ${count(all, "kernel group")} of ${library(path)}`;
  const more =
    libraries > 1 ? say` and some of ${count(libraries - 1, "other library", "other libraries")}` : [];
  const lack = libraries === 1 && cell.missing === 1 ? "lacks" : "lack";
  return say`${amount}${more} ${lack} code for ${list(gpus, 4)}`;
}

/** What the most frequent kernel group without code for the GPU has instead. */
function example({ groups, targets }: CudaCode, served: readonly string[]): string {
  const all = groups.map((group) =>
    group.targets.flatMap((index): CudaTarget | readonly CudaTarget[] => targets[index] ?? []).filter(isCode),
  );
  const general = all.filter((group) => group.some(({ suffix }) => suffix === ""));
  const lacking = (general.length > 0 ? general : all).find(
    (group) => group.length > 0 && !group.some((target) => served.includes(targetName(target))),
  );
  return lacking === undefined
    ? ""
    : `, such as those with ${lacking.slice(0, 8).map(targetName).join(", ")}`;
}

const isCode = ({ kind }: CudaTarget): boolean => kind === "sass" || kind === "ptx";
