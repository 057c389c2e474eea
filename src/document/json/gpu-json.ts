/** GPU code and the libraries of GPU toolkits in the published JSON document. */
import type { CudaCode, GpuCode } from "../../facts/code-facts.ts";
import type {
  Accelerators,
  AcceleratorLibrary,
  DeviceCoverage,
  GpuDevice,
  GpuReading,
  TargetSize,
  WheelGpu,
} from "../../core/readings/readings.ts";
import type { Evidence } from "../../core/evidence.ts";
import { plainText } from "../../core/sentence.ts";

/** GPU code of one library. */
export interface GpuJson {
  readonly sentence: string;
  readonly coverage: readonly DeviceCoverage[];
  readonly targets: readonly TargetSize[];
  readonly ptx: { readonly isa: string; readonly cuda: string | null } | null;
  readonly gfx: readonly string[];
  readonly cuda: CudaJson | null;
  readonly hip: {
    readonly bundles: number;
    readonly compressed_bundles: number;
    readonly bytes: number;
  } | null;
}

export interface CudaJson {
  readonly containers: number;
  readonly bytes: number;
  readonly damaged: number;
  readonly places: CudaCode["places"];
  readonly toolkits: readonly string[];
}

/** GPU code of the wheel as a whole. */
export interface WheelGpuJson {
  readonly sentence: string;
  readonly devices: readonly GpuDevice[];
  readonly coverage: readonly DeviceCoverage[];
  readonly libraries: readonly string[];
  readonly gfx: readonly string[];
  readonly bytes: number;
}

export interface AcceleratorsJson {
  readonly sentence: string;
  readonly libraries: readonly AcceleratorLibrary[];
  readonly cuda_majors: readonly { readonly major: number; readonly evidence: readonly Evidence[] }[];
  readonly driver: { readonly at_least: string; readonly why: string } | null;
}

export function gpuJson(reading: GpuReading | null, facts: GpuCode | null): GpuJson | null {
  if (reading === null || facts === null) return null;
  const { cuda, hip } = facts;
  return {
    sentence: plainText(reading.sentence),
    coverage: reading.coverage,
    targets: reading.sizes,
    ptx: reading.ptx,
    gfx: reading.gfx,
    cuda:
      cuda === null
        ? null
        : {
            containers: cuda.containers,
            bytes: cuda.bytes,
            damaged: cuda.damaged,
            places: cuda.places,
            toolkits: cuda.toolkits,
          },
    hip:
      hip === null
        ? null
        : { bundles: hip.bundles, compressed_bundles: hip.compressedBundles, bytes: hip.bytes },
  };
}

export function wheelGpuJson(gpu: WheelGpu | null): WheelGpuJson | null {
  if (gpu === null) return null;
  const { devices, coverage, libraries, gfx, bytes } = gpu;
  return { sentence: plainText(gpu.sentence), devices, coverage, libraries, gfx, bytes };
}

export function acceleratorsJson(accelerators: Accelerators | null): AcceleratorsJson | null {
  if (accelerators === null) return null;
  const { libraries, cudaMajors, driver, sentence } = accelerators;
  return {
    sentence: plainText(sentence),
    libraries,
    cuda_majors: cudaMajors.map(({ major, evidence }) => ({ major, evidence: evidence.slice(0, 5) })),
    driver: driver === null ? null : { at_least: driver.atLeast, why: plainText(driver.why) },
  };
}
