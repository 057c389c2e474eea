/**
 * The judgement with today's knowledge, in a thread of its own: hundreds of libraries take longer than a page may stand still, and
 * a shared report is text that anybody can write.
 */
import { expose } from "comlink";
import { assess } from "../../core/assess.ts";
import { watchListOf } from "../../core/knowledge/knowledge.ts";
import { encodeLink } from "../../document/link/encode.ts";
import type { EncodedLink, SharedReport } from "../../document/link/shared-report.ts";
import type { WheelFacts } from "../../facts/model.ts";
import type { LibraryReport, Report } from "../../core/report.ts";
import { knowledge } from "../../data/index.ts";

/** A report without the facts, which whoever asked has already: they are most of its bulk. */
export type Judgement = Omit<Report, "facts" | "libraries"> & {
  /** In the order of the facts. */
  readonly libraries: readonly Omit<LibraryReport, "facts">[];
};

const api = {
  watch: () => watchListOf(knowledge),
  assess: (facts: WheelFacts): Judgement => {
    const { facts: _all, libraries, ...judgement } = assess(facts, knowledge);
    return { ...judgement, libraries: libraries.map(({ facts: _own, ...row }) => row) };
  },
  encode: (shared: SharedReport): EncodedLink =>
    encodeLink(shared, { judge: (facts) => assess(facts, knowledge) }),
};

export type JudgeApi = typeof api;

expose(api);
