/** Findings about GPU code and the libraries of GPU toolkits. */
import { cudaCode, extension, library, wheel } from "../builders.ts";
import type { Case } from "./case.ts";

const needs = (...needed: string[]) => ({ needed: ["libc.so.6", ...needed] });

export const gpuCases: readonly Case[] = [
  {
    id: "cuda-library-undeclared",
    severity: "error",
    facts: wheel({ libraries: [extension("pkg/_x.so", needs("libcublas.so.12"))] }),
    sentence:
      "pkg/_x.so needs libcublas.so.12, but the wheel asks for no package that brings it (nvidia-cublas-cu12).",
    evidence: {
      in: "pkg/_x.so",
      from: "libcublas.so.12",
      note: "brought by nvidia-cublas-cu12; no search path leads to it",
    },
  },
  {
    id: "cuda-majors-mixed",
    severity: "error",
    facts: wheel({
      requiresDist: ["nvidia-cublas-cu12", "nvidia-cuda-runtime>=13,<14"],
      libraries: [extension("pkg/_x.so", needs("libcublas.so.12", "libcudart.so.13"))],
    }),
    sentence: "pkg/_x.so brings libraries of CUDA 12 and 13 into one process.",
    evidence: { in: "pkg/_x.so", from: "libcublas.so.12", note: "CUDA 12" },
    total: 2,
  },
  {
    id: "driver-library-bundled",
    severity: "error",
    facts: wheel({
      libraries: [extension("pkg/_x.so"), library("pkg.libs/libcuda.so.1", { soname: "libcuda.so.1" })],
    }),
    sentence:
      "pkg.libs/libcuda.so.1 is a copy of libcuda.so.1 from the GPU driver; where the machine has another driver, CUDA finds no device.",
    evidence: { in: "pkg.libs/libcuda.so.1", from: "libcuda.so.1" },
  },
  {
    id: "gpu-library-modified",
    severity: "info",
    facts: wheel({
      libraries: [
        library("pkg.libs/libcudart-09529672.so.12.6.77", {
          soname: "libcudart-09529672.so.12.6.77",
          versionDefinitions: ["libcudart.so.12"],
        }),
      ],
    }),
    sentence:
      "pkg.libs/libcudart-09529672.so.12.6.77 is a renamed copy of libcudart.so.12, whose licence lets only unmodified files be passed on.",
    evidence: {
      in: "pkg.libs/libcudart-09529672.so.12.6.77",
      from: "libcudart.so.12",
      note: "grafted under another name",
    },
  },
  {
    id: "gpu-code-partly-missing",
    severity: "warning",
    facts: wheel({
      libraries: [
        library("pkg/libmain.so", { gpu: cudaCode({ "sm_75 sm_80 sm_90": 414 }) }),
        library("pkg/liblinalg.so", { gpu: cudaCode({ "sm_80 sm_90": 65 }) }),
      ],
    }),
    sentence:
      "All 65 kernel groups of pkg/liblinalg.so lack code for Turing (7.5), which most others have; a call of such a " +
      "kernel fails there with “no kernel image is available for execution on the device”.",
    evidence: {
      in: "pkg/liblinalg.so",
      note: "7.5: 65 of 65 kernel groups without code, such as those with sm_80, sm_90",
    },
  },
  {
    id: "gpu-code-without-ptx",
    severity: "info",
    facts: wheel({ libraries: [library("pkg/libmain.so", { gpu: cudaCode({ "sm_80 sm_90": 3 }) })] }),
    sentence:
      "pkg/libmain.so has no PTX: GPUs later than those of 9.0 cannot run the code; of those known today it does not run on " +
      "Blackwell (10.0–12.1).",
    evidence: { in: "pkg/libmain.so", note: "3 of 3 kernel groups without PTX" },
  },
  {
    id: "library-from-driver",
    severity: "warning",
    facts: wheel({ libraries: [extension("pkg/_x.so", needs("libcuda.so.1"))] }),
    sentence:
      "pkg/_x.so needs libcuda.so.1 from the GPU driver; where no driver is installed, the import that loads it fails.",
    evidence: { in: "pkg/_x.so", from: "libcuda.so.1" },
  },
];
