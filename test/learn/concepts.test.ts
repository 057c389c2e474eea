/** The concept pages: every one is there, hangs together with findings and sources, and stays short. */
import { describe, expect, test } from "vitest";
import { conceptIds, isConceptId } from "../../src/core/explanations/concept-titles.ts";
import type { Concept } from "../../src/learn/concept.ts";
import { concepts, explainConcept } from "../../src/learn/concepts/index.ts";
import { explain } from "../../src/learn/explain.ts";
import { findingIds } from "../../src/core/findings/index.ts";
import { findingPages } from "../../src/core/findings/pages.ts";
import { type Sentence, plainText } from "../../src/core/sentence.ts";

const words = (text: string): number => text.split(/\s+/).filter((word) => word !== "").length;

function paragraphs({ whatItIs, parts = [], whyItBreaks, howToFix }: Concept): readonly Sentence[] {
  return [...whatItIs, ...parts.flatMap((part) => part.paragraphs), ...whyItBreaks, ...howToFix];
}

test("an id that is none has no page", () => {
  for (const id of ["nonsense", "__proto__", "toString", "", "tag-complies"]) {
    expect(explainConcept(id)).toBeNull();
    expect(isConceptId(id)).toBe(false);
  }
});

test("the list is in reading order, and each page is found by its id", () => {
  expect(concepts.map(({ id }) => id)).toEqual(conceptIds);
  for (const concept of concepts) expect(explainConcept(concept.id)).toEqual(concept);
});

test("no concept has the name of a finding or an error", () => {
  for (const id of conceptIds) {
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(explain(id)).toBeNull();
  }
});

test("every finding has a background, and the pages named there name the finding", () => {
  for (const id of findingIds) {
    expect(findingPages[id].background.length, id).toBeGreaterThan(0);
    for (const concept of findingPages[id].background) {
      expect(explainConcept(concept)?.findings, `${concept} → ${id}`).toContain(id);
    }
  }
});

test("every page can be reached from another, and every picture is on some page", () => {
  const linked = new Set(concepts.flatMap((concept) => concept.concepts));
  expect(conceptIds.filter((id) => !linked.has(id))).toEqual([]);
  const pictures = new Set(concepts.map(({ picture }) => picture));
  expect([...pictures]).toEqual(expect.arrayContaining(["timeline", "need-to-distribution", "two-strings"]));
});

describe.each(concepts)("$id", (concept) => {
  test("every heading has whole sentences under it", () => {
    expect(concept.summary).toMatch(/^[A-Za-z].*[.?]$/);
    expect(words(concept.summary)).toBeLessThanOrEqual(25);
    for (const part of [concept.whatItIs, concept.whyItBreaks, concept.howToFix]) {
      expect(part.length).toBeGreaterThan(0);
    }
    for (const paragraph of paragraphs(concept)) {
      expect(plainText(paragraph)).toMatch(/^[A-Z“_a-z].*[.!?”]$/s);
    }
  });

  test("no paragraph has more than 90 words, the page no more than 460", () => {
    const lengths = paragraphs(concept).map((paragraph) => words(plainText(paragraph)));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(90);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(460);
  });

  test("quotes and apostrophes are typographic", () => {
    for (const paragraph of paragraphs(concept)) {
      // Commands and messages of the loader keep theirs.
      const own = paragraph.filter((part) => typeof part === "string").join("");
      expect(own).not.toMatch(/["']/);
    }
  });

  test("findings and pages named exist, once each, and not the page itself", () => {
    expect(findingIds).toEqual(expect.arrayContaining([...concept.findings]));
    expect(conceptIds).toEqual(expect.arrayContaining([...concept.concepts]));
    expect(new Set(concept.findings).size).toBe(concept.findings.length);
    expect(new Set(concept.concepts).size).toBe(concept.concepts.length);
    expect(concept.concepts).not.toContain(concept.id);
  });

  test("sources have addresses", () => {
    expect(concept.sources.length).toBeGreaterThan(1);
    expect(concept.sources.filter(({ address }) => address !== null).length).toBeGreaterThan(1);
    const rows = concept.table?.rows ?? [];
    for (const { address } of [...concept.sources, ...rows.flatMap(({ sources }) => sources)]) {
      if (address !== null) expect(new URL(address).protocol).toBe("https:");
    }
    expect(new Set(concept.sources.map(({ title }) => title)).size).toBe(concept.sources.length);
  });

  test("every row of a table is complete and says where it is from", () => {
    const { table } = concept;
    for (const { cells, sources } of table?.rows ?? []) {
      expect(cells).toHaveLength(table?.columns.length ?? 0);
      for (const cell of cells) expect(plainText(cell).length).toBeGreaterThan(2);
      expect(sources.length).toBeGreaterThan(0);
    }
  });

  test("a sample output is short and names the fixture it was measured on", () => {
    for (const { command, shows, output, measuredOn } of concept.seeYourself) {
      expect(command).toMatch(/^[a-z]/);
      expect(shows).toMatch(/[.…]$|[”’]$/);
      expect(output === undefined).toBe(measuredOn === undefined);
      expect((output ?? "").split("\n").length).toBeLessThanOrEqual(12);
    }
  });
});
