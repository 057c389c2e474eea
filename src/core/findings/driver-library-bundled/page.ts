import { EULA, COMPATIBILITY } from "../../explanations/gpu.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
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
  background: ["cuda-in-wheels"],
};
