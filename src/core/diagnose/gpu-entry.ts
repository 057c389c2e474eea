/** Messages of CUDA about code and drivers that do not fit each other. */
import type { Evidence } from "../evidence.ts";
import { code, count, library, say } from "../sentence.ts";
import type {
  ConcernedLibrary,
  DiagnosisEntry,
  DiagnosisFact,
  ForeignMention,
  GpuMention,
} from "./diagnosis.ts";
import { entry, type Question } from "./question.ts";

export function gpuEntry(mention: GpuMention, question: Question): DiagnosisEntry {
  const { device } = mention;
  const facts: DiagnosisFact[] =
    device === null ? [] : [{ label: "GPU", value: deviceWords(device, question) }];
  const report = question.report?.gpu ?? null;
  const driver = question.report?.accelerators?.driver ?? null;
  const libraries = gpuLibraries(question);
  switch (mention.kind) {
    case "gpu-no-kernel":
      return entry(mention, "No code for this GPU", {
        meaning: [
          say`The libraries have machine code for some GPUs and perhaps PTX that the driver can compile for newer ones. For this GPU there is neither${device === null ? "" : ` (${device})`}: it is newer than the build, or so old that the build left it out.`,
        ],
        facts,
        advice: [
          say`Install a build for a CUDA release that knows the GPU: new GPUs need a new release, and CUDA 13 dropped everything before Turing (sm_75).`,
          say`As a packager: add the architecture (${code("-gencode arch=compute_90,code=sm_90")}), and PTX of the newest one (${code("code=compute_90")}) for GPUs to come.`,
          ...(report === null ? [] : [say`This wheel: ${report.sentence}`]),
        ],
        learn: "gpu-code-without-ptx",
        libraries,
      });
    case "gpu-driver-old":
      return entry(mention, "GPU driver older than the CUDA release", {
        meaning: [
          say`Each major release of CUDA needs a driver of a certain age; the minor releases of one major run with the same.`,
        ],
        facts: [
          ...facts,
          ...[...question.knowledge.gpu.majorDrivers].map(([major, least]): DiagnosisFact => ({
            label: `CUDA ${String(major)}`,
            value: [`driver ${least} or newer`],
          })),
        ],
        advice: [
          say`See the driver: ${code("nvidia-smi")}. Update it, or install a build for the CUDA major that it knows.`,
          ...(driver === null
            ? []
            : [say`This wheel needs driver ${driver.atLeast} or newer: ${driver.why}`]),
        ],
        learn: "library-from-driver",
        libraries,
      });
    case "gpu-ptx-too-new":
      return entry(mention, "PTX newer than the driver", {
        meaning: [
          say`For this GPU the wheel has PTX only, which the driver compiles. The PTX was written by a newer CUDA release than the driver knows; minor-version compatibility does not cover PTX.`,
        ],
        facts,
        advice: [say`Update the driver, or use a build with machine code for this GPU.`],
        learn: "gpu-code-without-ptx",
        libraries,
      });
  }
}

function deviceWords(device: string, { knowledge }: Question): DiagnosisFact["value"] {
  const number = Number(device.slice(3).replace(/\D+$/, ""));
  const known = knowledge.gpu.devices.find(({ sm }) => sm === number);
  return known === undefined
    ? [device]
    : say`${device}, ${known.generation} (${known.examples}); CUDA ${known.cuda} and newer`;
}

/** Libraries of the wheel with GPU code, and what it is for. */
function gpuLibraries({ report }: Question): ConcernedLibrary[] {
  return (report?.gpu?.libraries ?? []).slice(0, 20).flatMap((path): ConcernedLibrary[] => {
    const gpu = report?.libraries.find(({ facts }) => facts.path === path)?.gpu ?? null;
    if (gpu === null) return [];
    const evidence = gpu.sizes.slice(0, 20).map(({ target, entries }): Evidence => ({
      in: path,
      note: `${target}: ${count(entries, "entry", "entries")}`,
    }));
    return [{ path, sentence: say`${library(path)}: ${gpu.sentence}`, evidence }];
  });
}

export function foreignEntry(mention: ForeignMention): DiagnosisEntry {
  const mac = mention.system === "macOS";
  return entry(mention, `A message of ${mention.system}`, {
    meaning: [
      say`${mention.system} loads libraries in its own way (${mac ? "Mach-O" : "PE"} files). Wheelscope reads Linux wheels and their ELF files only.`,
    ],
    advice: [
      mac
        ? say`For macOS use ${code("otool -L FILE.so")} and delocate.`
        : say`For Windows use Dependencies (a successor of Dependency Walker) or ${code("dumpbin /dependents FILE.pyd")}, and delvewheel. A usual cause is a missing Visual C++ redistributable.`,
    ],
  });
}
