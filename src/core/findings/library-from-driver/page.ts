import { SOURCES, READ_DYNAMIC } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "libcuda.so.1, libnvidia-ml.so.1 and a few others belong to the graphics driver. They must fit the kernel module of the machine, so no wheel may contain them.",
  whyItBreaks:
    "On a machine without the driver, loading the file fails with “libcuda.so.1: cannot open shared object file”, even if the GPU would not be used.",
  howToFix: [
    "Nothing, if the file makes sense only with the GPU.",
    "To allow an import without a driver, do not link to the library: open it with dlopen when it is first needed, as the CUDA runtime does.",
  ],
  seeYourself: [READ_DYNAMIC],
  sources: [
    { title: "NVIDIA: CUDA Compatibility", address: "https://docs.nvidia.com/deploy/cuda-compatibility/" },
    SOURCES.ldso,
  ],
  background: ["cuda-in-wheels"],
};
