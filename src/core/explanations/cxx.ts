/** INTERIM */
import type { FindingId } from "../findings.ts";
import { SOURCES, type Explanation } from "./explanation.ts";

export const cxxExplanations = {
  "mixed-string-abi": {
    title: "Two std::string ABIs meet",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
  "cxx-runtime-exported": {
    title: "Exports the C++ runtime",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
  "cxx11-from-old-gcc": {
    title: "C++11 code from GCC before 5",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
  "old-string-abi": {
    title: "Old std::string ABI",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
  "compilers-mixed": {
    title: "Code of several compilers",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
} satisfies Partial<Record<FindingId, Explanation>>;
