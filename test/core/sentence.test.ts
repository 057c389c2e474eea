import { describe, expect, test } from "vitest";
import { count, library, list, plainText, say, tag, version } from "../../src/core/sentence.ts";

describe("say", () => {
  test("keeps names apart from words and merges the words", () => {
    const sentence = say`${"The"} ${library("a.so")} needs ${2} of ${list([version("A_1"), version("A_2")])}.`;
    expect(sentence).toEqual([
      "The ",
      { kind: "library", text: "a.so" },
      " needs 2 of ",
      { kind: "version", text: "A_1" },
      " and ",
      { kind: "version", text: "A_2" },
      ".",
    ]);
    expect(plainText(sentence)).toBe("The a.so needs 2 of A_1 and A_2.");
  });

  test("never reads markup in a name", () => {
    expect(say`${library("<b>${x}</b>")}`).toEqual([{ kind: "library", text: "<b>${x}</b>" }]);
  });

  test("drops what is empty", () => {
    expect(say`${""}${[]}`).toEqual([]);
  });
});

test.each([
  [[], 3, ""],
  [["a"], 3, "a"],
  [["a", "b"], 3, "a and b"],
  [["a", "b", "c"], 3, "a, b and c"],
  [["a", "b", "c", "d"], 3, "a, b and 2 more"],
  [["a", "b", "c"], 2, "a and 2 more"],
])("list(%j, %i)", (names, limit, expected) => {
  expect(plainText(list(names.map(tag), limit))).toBe(expected);
});

test("count", () => {
  expect([count(1, "file"), count(0, "file"), count(12345, "library", "libraries")]).toEqual([
    "1 file",
    "0 files",
    "12,345 libraries",
  ]);
});
