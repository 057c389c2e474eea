/** Explanations of findings about GPU code and the libraries of GPU toolkits. */
import type { FindingId } from "../findings/index.ts";
import { READ_DYNAMIC, SOURCES, type Explanation, type Source } from "./explanation.ts";

const EULA: Source = { title: "CUDA Toolkit EULA", address: "https://docs.nvidia.com/cuda/eula/index.html" };
const COMPATIBILITY: Source = {
  title: "NVIDIA: CUDA Compatibility",
  address: "https://docs.nvidia.com/deploy/cuda-compatibility/",
};
const GUIDE: Source = {
  title: "CUDA C++ Programming Guide: Binary, PTX and Application Compatibility",
  address: "https://docs.nvidia.com/cuda/cuda-c-programming-guide/",
};
const NVCC: Source = {
  title: "NVCC: GPU Compilation",
  address: "https://docs.nvidia.com/cuda/cuda-compiler-driver-nvcc/",
};

const REQUIREMENTS = {
  command: "unzip -p FILE.whl '*.dist-info/METADATA'",
  shows: "The Requires-Dist lines: which packages, and of which CUDA release.",
};

export const gpuExplanations = {
  "cuda-library-undeclared": {
    title: "GPU library from a package that is not asked for",
    whatItIs:
      "A file needs a part of CUDA or of another GPU toolkit that is not in the wheel. NVIDIA publishes these libraries as packages of the index (nvidia-cublas-cu12, since CUDA 13 nvidia-cublas), but no Requires-Dist line of the wheel asks for one that brings it.",
    whyItBreaks:
      "In a fresh environment nothing installs the library, and the import fails with “libcublas.so.12: cannot open shared object file”. On the machine of the build it works, because the toolkit is installed there.",
    howToFix: [
      "Ask for the package, with a version range of the release that the wheel was built with, and give the files an RPATH that leads to its directory: nvidia/<part>/lib up to CUDA 12, nvidia/cu13/lib for CUDA 13.",
      "Keep such libraries out of the wheel when repairing: auditwheel repair --exclude NAME.",
      "If a feature that needs them is optional, put the requirement into an extra.",
    ],
    seeYourself: [READ_DYNAMIC, REQUIREMENTS],
    sources: [
      SOURCES.pep600,
      SOURCES.auditwheel,
      {
        title: "NVIDIA: cuda-pathfinder, where the packages put their libraries",
        address: "https://github.com/NVIDIA/cuda-python",
      },
    ],
  },
  "cuda-majors-mixed": {
    title: "Libraries of several CUDA releases",
    whatItIs:
      "What one module loads belongs to different major versions of CUDA, or the packages asked for are of another major version than the files. The sonames tell: libcudart.so.12 and libcublas.so.12 are of CUDA 12, libcudart.so.13 of CUDA 13. Builds for several releases that lie side by side and are chosen from at run time do not count.",
    whyItBreaks:
      "Each major version has a runtime of its own with its own contexts and streams. Handles of one are meaningless to the other, and symbols of the same name but another version meet. Where the packages do not fit, the needed file is simply not there.",
    howToFix: [
      "Build all parts against one release, including what is linked statically.",
      "Ask for packages of that release: names that end in -cu12 for CUDA 12; without a suffix, or with -cu13, for CUDA 13. cuda-toolkit with a version and extras asks for parts that fit together.",
    ],
    seeYourself: [READ_DYNAMIC, REQUIREMENTS],
    sources: [COMPATIBILITY, SOURCES.gabi],
  },
  "driver-library-bundled": {
    title: "Driver library in the wheel",
    whatItIs:
      "libcuda.so.1, libnvidia-ml.so.1, libnvidia-ptxjitcompiler.so.1 and a few others are the part of the graphics driver that lives outside of the kernel. One of them was copied into the wheel.",
    whyItBreaks:
      "It talks to the kernel module and works only with the one of exactly its own version. With any other, CUDA reports that driver and library differ, or finds no device. NVIDIA's licence allows passing these files on only in certain container images.",
    howToFix: [
      "Leave it out: auditwheel repair --exclude libcuda.so.1. The driver of each machine brings its own.",
      "When building without a driver, link to the stub in the toolkit (lib64/stubs), and do not copy that either.",
    ],
    seeYourself: [
      {
        command: "unzip -l FILE.whl '*libcuda*' '*libnvidia*'",
        shows: "The files of the driver in the wheel.",
      },
    ],
    sources: [EULA, COMPATIBILITY],
  },
  "gpu-library-modified": {
    title: "GPU library renamed or patched",
    whatItIs:
      "Repairing a wheel copies libraries into it under a unique name and writes that name into them. One of the copies is a part of CUDA, whose licence lets files be passed on only if they are not modified (section 2.3, apart from unpacking).",
    whyItBreaks:
      "Nothing breaks at once. Whether a changed name is a modification is a question for lawyers. There is a practical side too: a process that loads this copy and the original, which another package brings, has two of it, and the wheel carries hundreds of megabytes that the index already has.",
    howToFix: [
      "Depend on NVIDIA's package instead, and repair with auditwheel repair --exclude NAME.",
      "Or link the part statically, where the licence lists its static library as well.",
    ],
    seeYourself: [
      {
        command: "readelf --version-info --dynamic FILE.so",
        shows:
          "SONAME with the new name; under “Version definition section” still the old one, such as libcudart.so.12.",
      },
    ],
    sources: [EULA, SOURCES.auditwheel],
  },
  "gpu-code-partly-missing": {
    title: "GPU code missing in some kernel groups",
    whatItIs:
      "The compiler makes a container of each source file, with the same kernels for several GPUs. Here a GPU is served by most containers of the wheel and not by some. A list of all architectures in a file hides that. Containers that are wholly for one architecture or family (sm_90a, sm_100f) are variants for that GPU and not counted as missing elsewhere, nor are whole libraries of that kind. A library in which no GPU has code in every container picks its kernels by the GPU, as cuBLASLt does, and is left out. Builds of one library for several CUDA releases beside each other are judged each for itself.",
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
  },
  "gpu-code-without-ptx": {
    title: "No PTX for newer GPUs",
    whatItIs:
      "Machine code runs on GPUs of its own major version only. PTX is the intermediate code which a driver compiles for GPUs that came later; some or all kernel groups of the wheel have none.",
    whyItBreaks:
      "When the next generation of GPUs comes out, the wheel does not run on it, whatever the driver. Generations between the architectures in the wheel may be left out as well.",
    howToFix: [
      "Add PTX of a recent architecture: -gencode arch=compute_120,code=compute_120, or 12.0+PTX in TORCH_CUDA_ARCH_LIST. It costs some size, and the first start on a new GPU takes longer.",
      "Nothing, if wheels for new GPUs will be published anyway; the release notes should say which GPUs this one is for.",
    ],
    seeYourself: [
      {
        command: "cuobjdump --list-ptx FILE.so",
        shows: "Nothing, or fewer lines than there are kernel groups.",
      },
    ],
    sources: [GUIDE, NVCC],
  },
} satisfies Partial<Record<FindingId, Explanation>>;
