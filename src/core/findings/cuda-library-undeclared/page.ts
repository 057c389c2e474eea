import { REQUIREMENTS } from "../../explanations/gpu.ts";
import { SOURCES, READ_DYNAMIC } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
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
  background: ["libraries-across-wheels", "cuda-in-wheels"],
};
