/** GPU code of one library, and of the wheel, in the published JSON document. */
import { about, count, listOf, named, object, oneOf, orNull, share, text, type Of } from "../describe.ts";
import { pathsOf } from "./names-json.ts";
import type { CudaCode, GpuCode, HipCode } from "../../facts/code-facts.ts";
import type { GpuReading, WheelGpu } from "../../core/readings/readings.ts";
import { plainText } from "../../core/sentence.ts";

const sm = count("Compute capability as one number, e.g. 75.");
const gfx = listOf("ROCm targets.", text("e.g. gfx90a."));

const coverageShape = named("coverage", "How one GPU runs the code.", {
  sm,
  coverage: oneOf(
    "native: machine code in every kernel group; ptx: at least one through PTX; partly: some kernel groups have neither; none.",
    ["native", "ptx", "partly", "none"],
  ),
  native: count("Kernel groups with machine code for it."),
  ptx: count("Kernel groups with PTX only."),
  missing: count("Kernel groups with neither."),
  by: listOf("What serves it, most kernel groups first.", text("e.g. sm_80, compute_90.")),
});

const cudaShape = object("Fat binaries.", {
  containers: count("Containers that were read."),
  bytes: count("Their bytes in the file."),
  damaged: count("Places that begin like a container and are none."),
  places: listOf(
    "Where they lie, most bytes first.",
    object("A section.", {
      section: orNull(text("Its name; null: outside of every section.")),
      containers: count("Containers in it."),
      bytes: count("Their bytes."),
    }),
  ),
  toolkits: listOf("CUDA toolkits named inside.", text("e.g. 13.0.88.")),
});

const hipShape = object("Bundles.", {
  bundles: count("Bundles that were read."),
  compressed_bundles: count("Bundles compressed as a whole, which are not."),
  bytes: count("Their bytes in the file."),
});

export const gpuShape = named("gpu", "GPU code of one library.", {
  sentence: text("The same in a sentence."),
  coverage: listOf("One entry for each device of the wheel's gpu, in its order.", coverageShape),
  targets: listOf(
    "What each target costs.",
    object("A target.", {
      target: text("e.g. sm_90a, compute_120, gfx942."),
      entries: count("Code objects for it."),
      containers: count("Containers that hold it."),
      bytes: count("Stored bytes."),
      share: share("Share of the library's GPU code."),
    }),
  ),
  ptx: about(
    "The highest PTX version; null without PTX.",
    orNull(
      object("PTX.", {
        isa: text("PTX ISA version."),
        cuda: orNull(text("The CUDA release that brought it.")),
      }),
    ),
  ),
  gfx,
  cuda: about("CUDA's fat binaries; null if there are none.", orNull(cudaShape)),
  hip: about("ROCm's code object bundles; null if there are none.", orNull(hipShape)),
});

export const wheelGpuShape = named("wheel_gpu", "GPU code of the wheel: the weakest of its libraries.", {
  sentence: text("The same in a sentence."),
  devices: listOf(
    "GPUs, oldest first.",
    object("A generation.", { sm, generation: text("e.g. Turing."), examples: text("e.g. T4, RTX 2080.") }),
  ),
  coverage: listOf("One entry for each device.", coverageShape),
  libraries: pathsOf("Libraries with GPU code, most bytes first."),
  gfx,
  bytes: count("Bytes of GPU code."),
});

export function gpuJson(reading: GpuReading | null, facts: GpuCode | null): Of<typeof gpuShape> | null {
  if (reading === null || facts === null) return null;
  return {
    sentence: plainText(reading.sentence),
    coverage: reading.coverage,
    targets: reading.sizes,
    ptx: reading.ptx,
    gfx: reading.gfx,
    cuda: facts.cuda === null ? null : cudaJson(facts.cuda),
    hip: facts.hip === null ? null : hipJson(facts.hip),
  };
}

/** Without the kernel groups that the coverage was counted in. */
const cudaJson = ({ containers, bytes, damaged, places, toolkits }: CudaCode): Of<typeof cudaShape> => ({
  containers,
  bytes,
  damaged,
  places,
  toolkits,
});

const hipJson = ({ bundles, compressedBundles, bytes }: HipCode): Of<typeof hipShape> => ({
  bundles,
  compressed_bundles: compressedBundles,
  bytes,
});

export function wheelGpuJson(gpu: WheelGpu | null): Of<typeof wheelGpuShape> | null {
  if (gpu === null) return null;
  const { devices, coverage, libraries, gfx: targets, bytes } = gpu;
  return { sentence: plainText(gpu.sentence), devices, coverage, libraries, gfx: targets, bytes };
}
