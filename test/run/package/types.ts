/** Compiled against the installed package, never run: what a program in TypeScript may and may not write. */
import {
  assess,
  errorText,
  inspect,
  knowledge,
  plainText,
  toJson,
  type Finding,
  type InspectErrorId,
  type Knowledge,
  type Outcome,
  type Report,
  type WheelFacts,
} from "wheelscope";

export async function all(bytes: Uint8Array, blob: Blob, file: Blob & { name: string }): Promise<Report[]> {
  const options = { fileName: "a-1.0-py3-none-any.whl" };
  const outcomes: Outcome<WheelFacts>[] = [
    await inspect("a-1.0-py3-none-any.whl", { sha256: true, evidenceLimit: 5 }),
    await inspect(bytes, options),
    await inspect(blob, options),
    await inspect(file),
  ];
  // @ts-expect-error Bytes have no name, and a wheel's claims stand in it.
  await inspect(bytes);
  // @ts-expect-error Nor has a Blob.
  await inspect(blob, { sha256: true });
  // @ts-expect-error Numbers are no files.
  await inspect(42);
  return outcomes.flatMap((outcome) => {
    if (outcome.ok) return [assess(outcome.value, knowledge)];
    const id: InspectErrorId = outcome.error.id;
    // @ts-expect-error An outcome that is not ok has no value.
    void outcome.value;
    return id === "cancelled" ? [] : [];
  });
}

export function words(report: Report, own: Knowledge): readonly string[] {
  // @ts-expect-error Facts and reports are read only.
  report.facts.fileName = "";
  const outcome: "complies" | "fails" | string = report.verdict.outcome;
  const findings: readonly Finding[] = assess(report.facts, own, 3).findings;
  const document = toJson(report);
  const glibc: string | null = document.pure ? null : document.glibc_floor;
  const error = errorText({ id: "not-a-zip", path: null, detail: null, offset: null });
  return [outcome, ...findings.map(({ sentence }) => plainText(sentence)), glibc ?? "", error.sentence];
}
