/** The judgement with today's knowledge: a part of the program of its own, loaded while the visitor still looks for a file. */
import { assess as assessWith } from "../core/assess.ts";
import { watchListOf } from "../core/knowledge.ts";
import type { WheelFacts } from "../core/model.ts";
import type { Report } from "../core/report.ts";
import { knowledge } from "../data/index.ts";

export const watch = watchListOf(knowledge);

export function assess(facts: WheelFacts): Report {
  return assessWith(facts, knowledge);
}
