/** Finds extension modules that import what only some builds of Python have; shared by the two checks about such builds. */
import type { CheckContext } from "../check-context.ts";
import type { Evidence } from "../evidence.ts";
import { distinct } from "../order.ts";
import { type Sentence, list, say, subject, symbol, verb } from "../sentence.ts";
import type { Blocker } from "../verdict/blocker.ts";
import type { Found } from "./forms.ts";

type PythonBlocker = Extract<Blocker, { kind: "pyfpe" | "ucs2" }>;

/** Blocks every policy, so the oldest step tells all; auditwheel judges only modules whose undefined symbol is typed. */
export function importsOf(
  { judgement }: CheckContext,
  kind: "pyfpe" | "ucs2",
  words: { readonly why: Sentence; readonly advice: Sentence },
): Found | null {
  const uses = (judgement.ladder[0]?.blockers ?? []).filter(
    (blocker): blocker is PythonBlocker => blocker.kind === kind,
  );
  if (uses.length === 0) return null;
  const paths = distinct(uses.map((use) => use.in));
  const names = distinct(uses.map((use) => use.symbol));
  return {
    sentence: say`${subject(paths)} ${verb(paths.length, "imports", "import")} ${list(names.map(symbol))}, ${words.why}.`,
    advice: [words.advice],
    libraries: paths,
    evidence: uses.map((use): Evidence => ({ in: use.in, symbol: use.symbol })),
  };
}
