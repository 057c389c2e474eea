/** INTERIM */
import type { FindingId } from "../findings.ts";
import { SOURCES, type Explanation } from "./explanation.ts";

export const hazardsExplanations = {
  "static-tls": {
    title: "Static TLS",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
  "page-alignment": {
    title: "Aligned for small pages",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
  "unique-exports": {
    title: "Unique symbols",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
  "several-openmp": {
    title: "Several OpenMP runtimes",
    whatItIs: "INTERIM",
    whyItBreaks: "INTERIM",
    howToFix: ["INTERIM"],
    seeYourself: [],
    sources: [SOURCES.gabi],
  },
} satisfies Partial<Record<FindingId, Explanation>>;
