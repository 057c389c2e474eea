import { GUIDE, NVCC } from "../../explanations/gpu.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
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
  background: ["cuda-in-wheels"],
};
