/** Findings about what the code was built against: C++ ABI, GPU code, Python ABI. */
import type { FindingId, FindingKind } from "../findings/index.ts";

export const codeFindings = {
  "mixed-string-abi": {
    title: "Two std::string ABIs meet",
    severity: "error",
    summary:
      "A library uses C++ names of another library of the wheel that was built for the other std::string ABI.",
  },
  "cxx-runtime-exported": {
    title: "Exports the C++ runtime",
    severity: "warning",
    summary: "A library has the C++ runtime linked in and lets other libraries of the process use its copy.",
  },
  "cxx11-from-old-gcc": {
    title: "C++11 code from GCC before 5",
    severity: "warning",
    summary: "A library joins C++11 code of GCC 4 with code of a later GCC, whose types have another layout.",
  },
  "old-string-abi": {
    title: "Old std::string ABI",
    severity: "info",
    summary:
      "The library was built for the std::string of GCC before 5, which code built today cannot share.",
  },
  "compilers-mixed": {
    title: "Code of several compilers",
    severity: "info",
    summary: "The marks of several compilers or build images are in one library.",
  },
  "cuda-library-undeclared": {
    title: "GPU library from a package that is not asked for",
    severity: "error",
    summary: "A needed library comes with a package of the index that the wheel does not declare.",
  },
  "cuda-majors-mixed": {
    title: "Libraries of several CUDA releases",
    severity: "error",
    summary: "The wheel's libraries and requirements fit different major versions of CUDA.",
  },
  "driver-library-bundled": {
    title: "Driver library in the wheel",
    severity: "error",
    summary: "The wheel holds a library that belongs to the GPU driver and must match it.",
  },
  "gpu-library-modified": {
    title: "GPU library renamed or patched",
    severity: "info",
    summary: "A library whose licence wants it unmodified was grafted into the wheel.",
  },
  "gpu-code-partly-missing": {
    title: "GPU code missing in some kernel groups",
    severity: "warning",
    summary: "A GPU is served by some of the wheel's kernel groups and not by others.",
  },
  "gpu-code-without-ptx": {
    title: "No PTX for newer GPUs",
    severity: "info",
    summary: "GPUs newer than the newest machine code in the wheel cannot run it.",
  },
  "abi3-violated": {
    title: "Not the stable ABI",
    severity: "error",
    summary: "An extension tagged abi3 imports names of Python that are not in the stable ABI.",
  },
  "abi3-floor-too-low": {
    title: "Stable ABI newer than claimed",
    severity: "error",
    summary:
      "An extension tagged abi3 imports names that Python added to the stable ABI after the claimed version.",
  },
  "init-function-differs": {
    title: "Init function does not fit the file name",
    severity: "error",
    summary: "Python looks for an init function named like the file, and the file has another one.",
  },
  "python-tag-differs": {
    title: "File built for another Python",
    severity: "error",
    summary:
      "An extension's file name names another Python than the wheel's tag, so that Python will not find it.",
  },
  "libpython-static": {
    title: "Python linked in",
    severity: "error",
    summary: "A library holds a whole Python, which clashes with the one that loads it.",
  },
} satisfies Partial<Record<FindingId, FindingKind>>;
