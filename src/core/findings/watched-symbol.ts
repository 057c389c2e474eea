/** Finds extension modules that import what only some builds of Python have; shared by the two checks about such builds. */
import type { FindingId } from "./index.ts";
import type { Blocker } from "../verdict/blocker.ts";
import type { Evidence } from "../evidence.ts";
import type { Finding } from "../report.ts";
import { type Sentence, list, say, symbol } from "../sentence.ts";
import { distinct, finding, subject, verb, type CheckContext } from "../check-context.ts";

type PythonBlocker = Extract<Blocker, { kind: "pyfpe" | "ucs2" }>;

/** Blocks every policy, so the oldest step tells all; auditwheel judges only modules whose undefined symbol is typed. */
export function importsOf(
  { judgement }: CheckContext,
  kind: "pyfpe" | "ucs2",
  id: FindingId,
  words: { readonly why: Sentence; readonly advice: Sentence },
): Finding | null {
  const uses = (judgement.ladder[0]?.blockers ?? []).filter(
    (blocker): blocker is PythonBlocker => blocker.kind === kind,
  );
  if (uses.length === 0) return null;
  const paths = distinct(uses.map((use) => use.in));
  const names = distinct(uses.map((use) => use.symbol));
  return finding(id, {
    sentence: say`${subject(paths)} ${verb(paths.length, "imports", "import")} ${list(names.map(symbol))}, ${words.why}.`,
    advice: [words.advice],
    libraries: paths,
    evidence: uses.map((use): Evidence => ({ in: use.in, symbol: use.symbol })),
  });
}
