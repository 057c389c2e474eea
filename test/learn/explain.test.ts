import { describe, expect, test } from "vitest";
import { errorIds, explain } from "../../src/learn/explain.ts";
import { findingIds, findingKinds, isFindingId } from "../../src/core/findings/index.ts";

const ids = [...findingIds, ...errorIds];

test("ids are kebab-case", () => {
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
});

test("an unknown id has no explanation", () => {
  expect(explain("nonsense")).toBeNull();
  expect(explain("__proto__")).toBeNull();
  expect(explain("toString")).toBeNull();
});

describe.each(ids)("%s", (id) => {
  const explanation = explain(id);

  test("every heading has sentences under it", () => {
    expect(explanation).not.toBeNull();
    const { title = "", whatItIs = "", whyItBreaks = "", howToFix = [] } = explanation ?? {};
    expect(title.length).toBeGreaterThan(3);
    for (const text of [whatItIs, whyItBreaks, ...howToFix]) {
      expect(text).toMatch(/^[A-Z“$a-z].*[.!?”]$/s);
      expect(text.length).toBeGreaterThan(20);
    }
    expect(howToFix.length).toBeGreaterThan(0);
  });

  test("commands say what to look for", () => {
    for (const { command, shows } of explanation?.seeYourself ?? []) {
      expect(command).toMatch(/^[a-z]/);
      expect(shows).toMatch(/\.$|[”’]$/);
    }
  });

  test("a finding names its sources", () => {
    if (isFindingId(id)) expect(explanation?.sources.length).toBeGreaterThan(0);
    for (const { address } of explanation?.sources ?? []) {
      if (address !== null) expect(() => new URL(address)).not.toThrow();
    }
  });
});

test("a finding and its explanation have the same title", () => {
  for (const id of findingIds) expect(explain(id)?.title).toBe(findingKinds[id].title);
});
