/** INTERIM */
import type { FindingId } from "../findings.ts";
import { SOURCES, type Explanation } from "./explanation.ts";

export const gpuExplanations = {
  "cuda-library-undeclared": {
    title: "GPU library from a package that is not asked for",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
  "cuda-majors-mixed": {
    title: "Libraries of several CUDA releases",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
  "driver-library-bundled": {
    title: "Driver library in the wheel",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
  "gpu-library-modified": {
    title: "GPU library renamed or patched",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
  "gpu-code-partly-missing": {
    title: "GPU code missing in some kernel groups",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
  "gpu-code-without-ptx": {
    title: "No PTX for newer GPUs",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
} satisfies Partial<Record<FindingId, Explanation>>;
