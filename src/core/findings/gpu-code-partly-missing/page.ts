import { GUIDE, NVCC } from "../../explanations/gpu.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "The compiler makes a container of each source file, with the same kernels for several GPUs. Here a GPU is served by most containers of the wheel and not by some. A list of all architectures in a file hides that. Containers that are wholly for one architecture or family (sm_90a, sm_100f) are variants for that GPU and not counted as missing elsewhere, nor are whole libraries of that kind. A library in which no GPU has code in every container picks its kernels by the GPU, as cuBLASLt does, and is left out, and so is one with nothing but the empty image of a device linker. Of NVIDIA’s own wheels it is a note. Builds of one library for several CUDA releases beside each other are judged each for itself.",
  whyItBreaks:
    "Code for X.y runs on GPUs X.z with z not below y, PTX on any later GPU. With neither, a call of such a kernel fails with “no kernel image is available for execution on the device”, long after the import went well. Between Jetson parts and other GPUs there is no binary compatibility at all.",
  howToFix: [
    "Give all targets of the build one list of architectures: CMAKE_CUDA_ARCHITECTURES, TORCH_CUDA_ARCH_LIST, or -gencode for each.",
    "Where a kernel makes no sense on an older GPU, ask for the compute capability before calling it, and name the GPU in the release notes.",
  ],
  seeYourself: [
    {
      command: "cuobjdump --list-elf --list-ptx FILE.so",
      shows:
        "One line for each cubin and each PTX text with its architecture. Numbers that differ between architectures point at gaps.",
    },
  ],
  sources: [GUIDE, NVCC],
  background: ["cuda-in-wheels"],
};
