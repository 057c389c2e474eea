import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paragraph, render, span, spansOf, table, wrap } from "../../src/cli/terminal/layout.ts";
import { visible } from "../../src/facts/invisible.ts";
import { colored, plain } from "../../src/cli/terminal/paint.ts";

const text = (lines: ReturnType<typeof wrap>) => render(lines, plain).split("\n").slice(0, -1);

describe("wrap", () => {
  it("breaks at blanks and keeps a name and the full stop after it together", () => {
    const sentence = ["It needs ", { kind: "version", text: "GLIBC_2.34" } as const, ". Build elsewhere."];
    expect(text(wrap(spansOf(sentence), 20))).toEqual(["It needs GLIBC_2.34.", "Build elsewhere."]);
    expect(text(wrap(spansOf(sentence), 19))).toEqual(["It needs", "GLIBC_2.34. Build", "elsewhere."]);
  });

  it("never cuts a word and never loses one", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/)),
        fc.integer({ min: 1, max: 40 }),
        (words, width) => {
          const lines = text(wrap([span(words.join(" "))], width));
          expect(lines.join(" ")).toBe(words.join(" "));
          for (const line of lines) expect(line.length <= width || !line.includes(" ")).toBe(true);
        },
      ),
    );
  });

  it("indents every line of a paragraph", () => {
    expect(text(paragraph([span("one two three")], "  ", 9))).toEqual(["  one two", "  three"]);
  });
});

describe("table", () => {
  const columns = [
    { title: "library", shrinkTo: 10 },
    { title: "n", align: "right" as const },
    { title: "kind", dispensable: 1 },
  ];
  const rows = [
    [span("numpy/linalg/lapack_lite.so"), span("2.17"), span("module")],
    [span("a.so"), span("2.5"), span("library")],
  ];

  it("is as wide as its contents if they fit", () => {
    expect(text(table(columns, rows, 80))).toEqual([
      "library                         n  kind",
      "numpy/linalg/lapack_lite.so  2.17  module",
      "a.so                          2.5  library",
    ]);
  });

  it("cuts paths in the middle, then drops what is dispensable", () => {
    expect(text(table(columns, rows, 30))).toEqual([
      "library             n  kind",
      "numpy…k_lite.so  2.17  module",
      "a.so              2.5  library",
    ]);
    expect(text(table(columns, rows, 18))).toEqual([
      "library          n",
      "nump…lite.so  2.17",
      "a.so           2.5",
    ]);
  });

  it("leaves out columns without any text", () => {
    expect(text(table([...columns, { title: "other" }], [[span("a"), span("1")]], 80))).toEqual([
      "library  n",
      "a        1",
    ]);
  });
});

describe("text from a wheel", () => {
  it("cannot control the terminal", () => {
    expect(visible("a\x1b[2Jb\n\x7f\x9b\u202e.so")).toBe("a\\x1b[2Jb\\x0a\\x7f\\x9b\\u{202e}.so");
    expect(render([[span("\x1b[31m✓ fine", "library")]], plain)).toBe("\\x1b[31m✓ fine\n");
  });

  it("is coloured by meaning", () => {
    expect(render([[span("plain "), span("2.34", "version")]], colored)).toBe("plain \x1b[1m2.34\x1b[22m\n");
  });
});
