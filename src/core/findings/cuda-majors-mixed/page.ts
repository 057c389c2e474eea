import { COMPATIBILITY, REQUIREMENTS } from "../../explanations/gpu.ts";
import { SOURCES, READ_DYNAMIC } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
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
  background: ["cuda-in-wheels"],
};
