/** Every finding with the smallest wheels that have it: its severity, its sentence, and where the evidence points. */
import { describe, expect, test } from "vitest";
import { assess } from "../../../src/core/assess.ts";
import { plainExtension, type Cases } from "../../../src/core/findings/case.ts";
import { gather } from "../../../src/core/findings/gather.ts";
import { findingIds, type FindingId } from "../../../src/core/findings/index.ts";
import type { Finding } from "../../../src/core/report.ts";
import { severityRank } from "../../../src/core/severity.ts";
import type { WheelFacts } from "../../../src/facts/model.ts";
import { plainText } from "../../../src/core/sentence.ts";
import { knowledge } from "../../../src/data/index.ts";
import { wheel } from "../builders.ts";

/** Fails where a finding has no cases. */
const casesOf = gather(
  "cases.ts",
  findingIds,
  import.meta.glob<Cases>("../../../src/core/findings/*/cases.ts", { eager: true, import: "cases" }),
);
const cases = findingIds.flatMap((id) => casesOf[id].map((each) => ({ id, ...each })));

const found = (facts: WheelFacts, id: FindingId): Finding | undefined =>
  assess(facts, knowledge).findings.find((finding) => finding.id === id);

describe.each(cases)("$id", ({ id, severity, facts, sentence, evidence, total }) => {
  const finding = found(facts, id);

  test("is found, and says so", () => {
    expect(finding && plainText(finding.sentence)).toBe(sentence);
    expect(finding?.severity).toBe(severity);
  });

  test("points at its evidence", () => {
    expect(finding?.evidence[0]).toEqual(evidence);
    expect(finding?.evidenceTotal).toBe(total ?? (evidence === undefined ? 0 : 1));
    if (evidence?.in !== undefined && facts.libraries.some(({ path }) => path === evidence.in)) {
      expect(finding?.libraries).toContain(evidence.in);
    }
  });

  test("says what to do unless all is well", () => {
    const advice = finding?.advice.map(plainText) ?? [];
    expect(advice.length > 0).toBe(severity !== "good");
    for (const paragraph of advice) expect(paragraph).toMatch(/^\S.*[.”]$/);
  });

  test("is not found in a good wheel", () => {
    const good = wheel({ libraries: [plainExtension()] });
    if (id !== "tag-complies") expect(found(good, id)).toBeUndefined();
  });
});

test("a report lists the worst first, and what is equally bad in the order of the list", () => {
  const place = ({ id, severity }: Finding): number => severityRank(severity) * 1000 + findingIds.indexOf(id);
  for (const { facts } of cases) {
    const places = assess(facts, knowledge).findings.map(place);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
});
