import { describe, expect, it } from "vitest";
import { cutEnd, cutMiddle, widthOf } from "../../src/cli/terminal/columns.ts";
import { progressText } from "../../src/cli/terminal/progress.ts";
import { render, span, table, wrap } from "../../src/cli/terminal/layout.ts";
import { plain } from "../../src/cli/terminal/paint.ts";

/** An ideograph, an emoji of several code points, a letter with a combining accent, and half-width katakana with its mark. */
const names = ["中文/模块.so", "👩‍💻.so", "cafe\u0301.so", "ﾊﾞ.so", "plain.so"];

describe("columns of a terminal", () => {
  it.each([
    ["plain.so", 8],
    ["中文", 4],
    ["👩‍💻", 2],
    ["cafe\u0301", 4],
    ["✓ ✗ • … ·", 9],
    ["", 0],
  ])("%s takes %i", (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it("keep a table aligned whatever stands in it", () => {
    const rows = names.map((name) => [span(name), span("| end")]);
    const lines = render(table([{ title: "名前" }, { title: "| end" }], rows, 80), plain)
      .trimEnd()
      .split("\n");
    const bars = lines.map((line) => widthOf(line.slice(0, line.indexOf("|"))));
    expect(new Set(bars)).toEqual(new Set([14]));
  });

  it("bound what is cut, and no letter is cut apart", () => {
    for (const name of names) {
      for (let width = 2; width <= widthOf(name); width += 1) {
        for (const cut of [cutEnd(name, width), cutMiddle(name, width)]) {
          expect(widthOf(cut)).toBeLessThanOrEqual(width);
          expect(cut).not.toMatch(/^\u0301|…[\u0301\u200d]|\u200d…/u);
        }
      }
      expect(cutMiddle(name, widthOf(name))).toBe(name);
    }
    expect(cutMiddle("中文中文.so", 8)).toBe("中…文.so");
  });

  it("bound lines of prose and the line of progress", () => {
    for (const line of wrap([span("模块 模块 模块 模块")], 9))
      expect(widthOf(render([line], plain).trimEnd())).toBe(9);
    const progress = {
      phase: "reading",
      bytesDone: 1,
      bytesTotal: 2,
      librariesDone: 0,
      librariesFound: 3,
    } as unknown as Parameters<typeof progressText>[1];
    const text = progressText("/tmp/模块模块模块模块模块模块-1.0.whl", progress, 50);
    expect(text).toMatch(/^模块.*…   {2}50 % {3}0 of 3 native files$/);
    expect(widthOf(text)).toBeLessThanOrEqual(50);
  });
});
