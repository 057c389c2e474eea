import { EULA } from "../../explanations/gpu.ts";
import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
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
  background: ["cuda-in-wheels", "bundling"],
};
