/** INTERIM */
import type { FindingId } from "../findings.ts";
import { SOURCES, type Explanation } from "./explanation.ts";

export const pythonExplanations = {
  "abi3-violated": {
    title: "Not the stable ABI",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
  "abi3-floor-too-low": {
    title: "Stable ABI newer than claimed",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
  "could-be-abi3": {
    title: "Could be abi3",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
  "init-function-differs": {
    title: "Init function does not fit the file name",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
  "python-tag-differs": {
    title: "File built for another Python",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
  "libpython-static": {
    title: "Python linked in",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
} satisfies Partial<Record<FindingId, Explanation>>;
