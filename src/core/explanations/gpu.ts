/** Sources and commands that several pages about GPU code and GPU libraries name. */
import type { Source } from "./explanation.ts";

export const EULA: Source = {
  title: "CUDA Toolkit EULA",
  address: "https://docs.nvidia.com/cuda/eula/index.html",
};

export const COMPATIBILITY: Source = {
  title: "NVIDIA: CUDA Compatibility",
  address: "https://docs.nvidia.com/deploy/cuda-compatibility/",
};

export const GUIDE: Source = {
  title: "CUDA C++ Programming Guide: Binary, PTX and Application Compatibility",
  address: "https://docs.nvidia.com/cuda/cuda-c-programming-guide/",
};

export const NVCC: Source = {
  title: "NVCC: GPU Compilation",
  address: "https://docs.nvidia.com/cuda/cuda-compiler-driver-nvcc/",
};

export const REQUIREMENTS = {
  command: "unzip -p FILE.whl '*.dist-info/METADATA'",
  shows: "The Requires-Dist lines: which packages, and of which CUDA release.",
};
