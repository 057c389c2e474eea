/** What pip unpacks and we do not is said once, and nothing is said of what it may hold or lack. */
import { expect, test } from "vitest";
import { assess } from "../../src/core/assess.ts";
import { knowledge } from "../../src/data/index.ts";
import type { WheelFacts } from "../../src/facts/model.ts";
import { extension, wheel } from "./builders.ts";

function idsOf(facts: WheelFacts): string[] {
  return assess(facts, knowledge).findings.map(({ id }) => id);
}

function without(facts: WheelFacts, file: string): WheelFacts {
  const path = `${facts.distInfo?.directory ?? ""}/${file}`;
  return {
    ...facts,
    archive: { problems: [{ kind: "foreign-compression", path, detail: "method 12" }], problemCount: 1 },
  };
}

const cuda = wheel({ libraries: [extension("pkg/_x.so", { needed: ["libcublas.so.12"] })] });
const torch = wheel({ libraries: [extension("pkg/_x.so", { needed: ["libtorch.so"] })] });

test("without METADATA nobody knows what the wheel asks for", () => {
  expect(idsOf(cuda)).toContain("cuda-library-undeclared");
  expect(idsOf(without(cuda, "METADATA"))).not.toContain("cuda-library-undeclared");
  expect(idsOf(torch)).toContain("library-missing");
  expect(idsOf(without(torch, "METADATA"))).not.toContain("library-missing");
  expect(idsOf(without(torch, "METADATA"))).toContain("archive-anomaly");
});

test("without WHEEL its tags are not compared", () => {
  const facts = wheel({ distInfo: { tags: [] } });
  expect(idsOf(facts)).toContain("wheel-tags-differ");
  expect(idsOf(without(facts, "WHEEL"))).not.toContain("wheel-tags-differ");
});

test("without RECORD nothing is green", () => {
  const facts = wheel({
    libraries: [{ ...extension("pkg/_x.so"), inRecord: false }],
    record: { present: false, rowCount: 0, problems: [], problemCount: 0 },
  });
  expect(assess(without(facts, "RECORD"), knowledge).verdict.outcome).toBe("unknown");
});
