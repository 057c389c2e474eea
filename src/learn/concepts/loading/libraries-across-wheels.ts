import { SOURCES } from "../../../core/explanations/explanation.ts";
import { code, library, say } from "../../../core/sentence.ts";
import type { ConceptText } from "../../concept.ts";
import { pathfinder, thread } from "../../sources.ts";

export const librariesAcrossWheels: ConceptText = {
  summary: "When a library of one wheel is used by another: nvidia-*, torch, scipy-openblas.",
  whatItIs: [
    say`Wheels were meant to be whole: each brings what it needs. But cuBLAS alone has 404 MiB, and many packages want it. So NVIDIA publishes the parts of CUDA as packages of their own, and others require them: a ${code("Requires-Dist")} line asks for the package, and an RPATH leads from one directory of site-packages to the other, such as ${code("$ORIGIN/../nvidia/cublas/lib")}.`,
    say`Names and places follow a scheme. For CUDA 12 the package is ${code("nvidia-cublas-cu12")}, its directory ${code("nvidia/cublas/lib")}; for CUDA 13 ${code("nvidia-cublas")}, and the parts of the toolkit share ${code("nvidia/cu13/lib")}. cuDNN, NCCL and some others keep the suffix. ${code("cuda-toolkit[cublas,cudart]==13.0.3")} asks for parts that fit together.`,
    say`There is a second way: import the other package first. A library that is in the process already is taken by its name, without any search. Extensions of PyTorch work like that: ${library("libtorch.so")} and ${library("libc10.so")} are there because the program says ${code("import torch")} before.`,
  ],
  whyItBreaks: [
    say`Nothing ties the file’s need to the package’s name. If the ${code("Requires-Dist")} line is missing, everything works on the machine of the build, where the toolkit is installed, and nowhere else: “libcublas.so.12: cannot open shared object file”.`,
    say`A path between packages holds while both lie in one directory. Where a system keeps site-packages and dist-packages, or a user adds a second place, it leads nowhere; PyTorch therefore has a second way in Python, which looks the libraries up and opens them.`,
    say`Two wheels that share a C++ library have to agree on its version and its std::string. There is no tag for that; many an extension of PyTorch is made for one release of it.`,
    say`auditwheel judges each wheel for itself, and calls such a library missing. By the letter of PEP 513 and 600 the wheel is not self-contained.`,
  ],
  howToFix: [
    say`Declare the package with a range of versions that have the library under that name, and set an RPATH to its directory.`,
    say`Keep it out when repairing: ${code("auditwheel repair --exclude libcublas.so.12")}.`,
    say`Use the other project’s C or stable interface where there is one; it spares you a build for each of its releases.`,
  ],
  seeYourself: [
    {
      command: "readelf --dynamic FILE.so | grep -E 'NEEDED|RPATH|RUNPATH'",
      shows: "Two libraries of CUDA 12, and paths that leave the package but stay in site-packages.",
      output: ` 0x0000000000000001 (NEEDED)             Shared library: [libcublas.so.12]
 0x0000000000000001 (NEEDED)             Shared library: [libcudart.so.12]
 0x0000000000000001 (NEEDED)             Shared library: [libc.so.6]
 0x000000000000001d (RUNPATH)            Library runpath: [$ORIGIN/../nvidia/cublas/lib:$ORIGIN/../nvidia/cuda_runtime/lib]`,
      measuredOn: "toolkit_declared: toolkit_declared/_core.cpython-312-x86_64-linux-gnu.so",
    },
    {
      command: "unzip -p FILE.whl '*.dist-info/METADATA' | grep Requires-Dist",
      shows: "Whether somebody installs them.",
      output: `Requires-Dist: nvidia-cublas-cu12
Requires-Dist: nvidia-cuda-runtime-cu12`,
      measuredOn: "toolkit_declared",
    },
  ],
  sources: [
    pathfinder,
    thread("pypa/auditwheel", 76, "libraries shipped by other wheels"),
    thread("pypa/auditwheel", 368, "the option --exclude, and what speaks against it"),
    thread("pytorch/pytorch", 90426, "finding NVIDIA’s libraries in several places"),
    thread("MacPython/openblas-libs", 86, "OpenBLAS as a wheel"),
    SOURCES.pep600,
  ],
  findings: [
    "library-from-other-wheel",
    "cuda-library-undeclared",
    "library-missing",
    "cuda-majors-mixed",
    "gpu-library-modified",
  ],
  concepts: ["bundling", "cuda-in-wheels", "string-abi", "debate-of-2019"],
};
