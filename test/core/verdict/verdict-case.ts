/** The words of a verdict beside its figures, and how the tests of verdicts state what they expect. */
import { assess } from "../../../src/core/assess.ts";
import type { WheelFacts } from "../../../src/facts/model.ts";
import { plainText } from "../../../src/core/sentence.ts";
import { knowledge } from "../../../src/data/index.ts";
import { extension } from "../builders.ts";

export function verdict(facts: WheelFacts) {
  const { outcome, headline, second, bestTag, glibcFloor } = assess(facts, knowledge).verdict;
  return { outcome, words: [plainText(headline), plainText(second)], bestTag, glibcFloor };
}

export const glibc = (...needs: string[]) => extension("pkg/_x.so", { needs: { "libc.so.6": needs } });

export interface Case {
  readonly name: string;
  readonly facts: WheelFacts;
  readonly is: ReturnType<typeof verdict>;
}
