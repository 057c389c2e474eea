/**
 * From facts to a report: auditwheel's verdict as it would be, our own judgement beside it, findings with their evidence, one row
 * for each library. Pure: the same facts and knowledge give the same report, everywhere.
 */
import { judge } from "./auditwheel/judge.ts";
import { withoutEachFile } from "./auditwheel/ladder.ts";
import type { CheckContext } from "./check-context.ts";
import { runChecks } from "./findings/run-checks.ts";
import {
  isMet,
  isUnmet,
  judgeClaims,
  promisedRelease,
  strongestClaims,
  type Claim,
  type JudgedClaim,
} from "./verdict/claim.ts";
import type { Knowledge } from "./knowledge/knowledge.ts";
import { loadWheel } from "./loading/loading.ts";
import { libraryReport } from "./library-report.ts";
import { linkLibraries } from "./linkage/linkage.ts";
import type { WheelFacts } from "../facts/model.ts";
import { stepJudge } from "./verdict/own-blockers.ts";
import { ownLadder } from "./verdict/own-ladder.ts";
import { ownJudgement, withoutLabel } from "./verdict/own-judgement.ts";
import { readCode } from "./readings/read-code.ts";
import type { Report } from "./report.ts";
import { verdictOf } from "./verdict/verdict.ts";
import { compareNumbers } from "../facts/names/version-name.ts";

/** Pieces of evidence kept for a finding by default; the total is reported beside them. */
export const EVIDENCE_LIMIT = 20;

/** `asked`: the tags of the facts are those that somebody asks about (`--against`), and no claim of the file. */
export function assess(
  facts: WheelFacts,
  knowledge: Knowledge,
  evidenceLimit: number = EVIDENCE_LIMIT,
  { asked = false }: { readonly asked?: boolean } = {},
): Report {
  const auditwheel = judge(facts, knowledge);
  const plain = withoutLabel(facts);
  const answer = plain === facts ? auditwheel : judge(plain, knowledge);
  const judgement = ownJudgement(plain, knowledge, answer);
  const linkage = linkLibraries(facts, knowledge, judgement);
  const loading = loadWheel(facts, linkage, judgement.architecture, knowledge);
  const judgeStep = stepJudge(facts, knowledge, linkage, judgement.architecture);
  const claims = judgeClaims({ facts, judgement, judgeStep });
  const target = targetOf(claims);
  const readings = readCode(facts, knowledge, judgement, linkage, loading);
  const context: CheckContext = {
    facts,
    asked,
    knowledge,
    judgement,
    linkage,
    loading,
    readings,
    judgeStep,
    claims,
    target,
  };
  const findings = runChecks(context, evidenceLimit);
  const verdict = verdictOf(context, answer.verdict);
  const ladder = ownLadder(judgement.ladder, judgeStep, verdict.bestTag);
  return {
    facts,
    verdict,
    auditwheel: auditwheel.verdict,
    architecture: judgement.architecture,
    libc: judgement.libc,
    ladder,
    findings,
    libraries: facts.libraries.map((library) => libraryReport(library, context, findings)),
    withoutFile: facts.libraries.length > 1 ? withoutEachFile(ladder) : [],
    gpu: readings.gpu.wheel,
    accelerators: readings.accelerators,
    python: readings.python.wheel,
    systems: readings.systems,
    policyDate: knowledge.policyDate,
  };
}

/** The claim a report is about: the oldest of those not met, else the oldest of those met. */
function targetOf(claims: readonly Claim[]): JudgedClaim | null {
  const oldest = (judged: readonly JudgedClaim[]): JudgedClaim | undefined =>
    strongestClaims(judged).sort((a, b) => compareNumbers(promisedRelease(a), promisedRelease(b)))[0];
  return oldest(claims.filter(isUnmet)) ?? oldest(claims.filter(isMet)) ?? null;
}
