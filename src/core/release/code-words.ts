/** What the code of a wheel is for, in the few words of a table's cell. */
import { cudaName } from "../readings/gpu/accelerator-words.ts";
import type { CxxFlavour } from "../readings/readings.ts";
import { joinAnd } from "../sentence.ts";
import type { ReleaseRow } from "./release.ts";

/** `CUDA 12`, `CUDA 12 and 13, ROCm`; empty without GPU code. */
export function gpuWords({ cudaMajors, rocm }: Pick<ReleaseRow, "cudaMajors" | "rocm">): string {
  const cuda = cudaMajors.length === 0 ? [] : [cudaName(cudaMajors)];
  return [...cuda, ...(rocm.length === 0 ? [] : ["ROCm"])].join(", ");
}

/** `new`, `old and new`; of `none` nothing is said in a release. */
export const stringAbiWords = (flavours: readonly CxxFlavour[]): string => joinAnd(flavours);
