/**
 * What the device linker leaves in a library that was linked with nvcc and has no device code: one image for nvcc's default architecture,
 * without a kernel. In libcufftw of CUDA 13.0 it has 1,904 bytes, tables of symbols and notes. No GPU lacks anything in such a library.
 */
import type { CudaCode } from "../../../facts/code-facts.ts";

/** A kernel adds its code, its constants and two tables to the tables that every image has; with them no image is that small. */
const SMALLEST_WITH_KERNEL = 2048;

/** One container with one cubin, too small for a kernel. */
export function isLinkerStub({ containers, moreContainers, targets }: CudaCode): boolean {
  const [only, ...others] = targets;
  if (only === undefined || others.length > 0 || containers !== 1 || moreContainers > 0) return false;
  return only.kind === "sass" && only.entries === 1 && only.inflatedBytes < SMALLEST_WITH_KERNEL;
}
