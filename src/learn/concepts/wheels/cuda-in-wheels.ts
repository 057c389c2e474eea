import { code, library, say } from "../../../core/sentence.ts";
import type { ConceptText } from "../../concept.ts";
import { cudaCompatibility, cudaEula, pathfinder, repository } from "../../sources.ts";

export const cudaInWheels: ConceptText = {
  summary: "What of CUDA may be in a wheel, what must come from the driver, and which GPUs the code is for.",
  whatItIs: [
    say`CUDA has two halves. The driver belongs to the system, talks to the kernel and offers ${library("libcuda.so.1")}. The toolkit is everything above: the runtime ${library("libcudart")}, cuBLAS, cuFFT and others, compilers. A wheel brings or requires parts of the toolkit, never the driver; libcudart opens ${library("libcuda.so.1")} by name (${code("dlopen")}) when the first function is called.`,
    say`Code for the GPU itself lies inside ordinary libraries, in containers with one entry for each kind of GPU. SASS is finished machine code: made for compute capability 8.0, it runs on 8.0, 8.6, 8.9, but not on 9.0. With the suffix a (${code("sm_90a")}) it runs on that one only, with f on its family. PTX is intermediate code; the driver compiles it for whatever later GPU it finds.`,
    say`One rule helps a lot: built with any CUDA 12.x, a program runs on every driver from 525 on; for 13.x it is 580, for 11.x 450.80.02. Excepted are new functions and PTX newer than the driver knows.`,
  ],
  whyItBreaks: [
    say`A file that needs ${library("libcuda.so.1")} in its header, and not by name at run time, cannot be imported on a machine without a driver, though it may have no use for the GPU. Linking to the toolkit’s stub library does that.`,
    say`“no kernel image is available for execution on the device” comes when neither SASS nor PTX in a container fits. A list of all architectures in a library hides that: libtorch_cuda of torch 2.14.1 has 475 containers; code for sm_89 is in one of them. No PTX is in any, so that a future major version will not run it.`,
    say`CUDA’s major versions do not mix: ${library("libcudart.so.12")} and ${library("libcudart.so.13")} are two runtimes with separate contexts. Some names hide the version: ${library("libcurand.so.10")} is in CUDA 11, 12 and 13.`,
    say`NVIDIA’s licence lets most toolkit libraries be passed on, on Linux only if they are not modified apart from unpacking. The renaming that auditwheel does is arguably a modification; driver libraries may be passed on only in certain container images.`,
  ],
  howToFix: [
    say`Require NVIDIA’s packages from the index and leave their libraries out of the wheel: ${code("auditwheel repair --exclude libcudart.so.13 --exclude libcublas.so.13")} and so on.`,
    say`Compile for every generation you promise, in all source files alike, and add PTX of the newest: ${code("-gencode arch=compute_120,code=compute_120")}.`,
    say`Open ${library("libcuda.so.1")} by name, or leave that to libcudart.`,
  ],
  seeYourself: [
    {
      command: "readelf --dynamic FILE.so | grep NEEDED",
      shows: "libcuda.so.1 here: the import fails without a driver.",
      output: ` 0x0000000000000001 (NEEDED)             Shared library: [libcuda.so.1]
 0x0000000000000001 (NEEDED)             Shared library: [libc.so.6]`,
      measuredOn: "driver_library: driver_library/_core.cpython-312-x86_64-linux-gnu.so",
    },
    {
      command: "readelf --sections --wide FILE.so | grep -E 'fat[bB]in'",
      shows: "Whether there is GPU code, and how many bytes (the number after the offset, in hexadecimal).",
      output: `  [10] .nv_fatbin        PROGBITS        0000000000000390 000390 000500 00   A  0   0 16`,
      measuredOn: "gpu_code: gpu_code/_core.cpython-312-x86_64-linux-gnu.so",
    },
    {
      command: "cuobjdump --list-elf --list-ptx FILE.so",
      shows: "With the CUDA toolkit: one line for each piece of machine code and each PTX text.",
    },
  ],
  sources: [
    cudaCompatibility,
    cudaEula,
    {
      title: "CUDA C++ Programming Guide: Binary, PTX and Application Compatibility",
      address: "https://docs.nvidia.com/cuda/cuda-c-programming-guide/",
    },
    pathfinder,
    repository("pytorch/pytorch", "torch 2.14.1, whose wheel was measured"),
  ],
  findings: [
    "library-from-driver",
    "driver-library-bundled",
    "gpu-code-partly-missing",
    "gpu-code-without-ptx",
    "cuda-majors-mixed",
    "cuda-library-undeclared",
    "gpu-library-modified",
  ],
  concepts: ["libraries-across-wheels", "wheel-size", "wheel-variants"],
};
