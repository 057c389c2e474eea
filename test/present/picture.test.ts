import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cut, escapeXml, linesOf, widthOf } from "../../src/present/picture/text.ts";
import { verdictPicture } from "../../src/present/picture/verdict-picture.ts";
import type { Report } from "../../src/core/report.ts";
import { facts, libraryReport, report } from "../app/fixture.ts";
import { propertyRuns } from "../property-runs.ts";

/** What an XML reader would refuse: raw markup inside of text, characters that XML has none of. */
function complaints(svg: string): string[] {
  const found: string[] = [];
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(svg)) found.push("control character");
  if (/\p{Cs}/u.test(svg)) found.push("half of a pair");
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?: [\w-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, close, name: string, __, self) => {
      if (close === "/") {
        if (open.pop() !== name) found.push(`</${name}> closes another`);
      } else if (self !== "/") open.push(name);
      return "";
    },
  );
  if (open.length > 0) found.push(`${open.join(", ")} stay open`);
  if (/[<>]/.test(rest)) found.push("a bracket in the text");
  if (/&(?!amp;|lt;|gt;|quot;|#39;)/.test(rest)) found.push("an ampersand in the text");
  return found;
}

const named = (text: string): Report => ({
  ...report,
  facts: {
    ...facts,
    fileName: text,
    name: facts.name === null ? null : { ...facts.name, project: text, version: text },
  },
  verdict: { ...report.verdict, headline: [text], second: [{ kind: "tag", text }] },
  ladder: report.ladder.map((step) => ({ ...step, tag: text })),
  libraries: [
    libraryReport("a.so", {
      maxima: [{ family: "GLIBC", version: text, from: "libc.so.6", symbols: [], symbolCount: 0 }],
    }),
  ],
  policyDate: text,
});

describe("verdictPicture", () => {
  it("tells project, verdict, ladder, highest versions and the date of the policies", () => {
    const svg = verdictPicture({ ...report, libraries: [libraryReport("a.so")] });
    for (const shown of [
      ">example 1.0<",
      ">Does not comply<",
      ">Claims manylinux_2_17, needs glibc 2.28.<",
      ">claimed<",
      ">best<",
      ">2.28<",
      ">GLIBC_2.28<",
      ">GLIBCXX_3.4.21<",
      "policies of 2026-08-17",
    ]) {
      expect(svg).toContain(shown);
    }
    expect(complaints(svg)).toEqual([]);
  });

  it("is well-formed whatever a wheel calls itself, and nothing of it becomes markup", () => {
    const hostile = [
      "</text><script>alert(1)</script>",
      '"onload="alert(1)',
      "a&b<!--",
      "\u0000\u001b[31m",
      "\ud800",
      "\u202egpj.exe",
      "漢".repeat(400),
      "x".repeat(5000),
      "",
    ];
    for (const text of hostile) {
      const svg = verdictPicture(named(text));
      expect(complaints(svg), text.slice(0, 40)).toEqual([]);
      expect(svg).not.toContain("<script");
      expect(svg).not.toContain("\u202e");
      // The title for screen readers is not cut; everything drawn is.
      expect(svg.length).toBeLessThan(20_000 + 12 * text.length);
    }
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(complaints(verdictPicture(named(text)))).toEqual([]);
      }),
      { numRuns: propertyRuns(200) },
    );
  });

  it("draws a verdict without ladder and libraries too", () => {
    const svg = verdictPicture({ ...report, ladder: [], libraries: [], architecture: null, libc: null });
    expect(complaints(svg)).toEqual([]);
    expect(svg).not.toContain("<line");
  });
});

describe("text in pictures", () => {
  const face = { size: 20 };

  it("is cut to its width", () => {
    expect(cut("short", face, 1000)).toBe("short");
    const long = cut("w".repeat(100), face, 200);
    expect(long).toMatch(/^w+…$/);
    expect(widthOf(long, face)).toBeLessThanOrEqual(200);
  });

  it("breaks into lines that fit, none of it lost before the last", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 1, max: 6 }), (text, most) => {
        const lines = linesOf(text, face, 300, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(widthOf(line, face)).toBeLessThanOrEqual(300);
        const joined = lines.join("").replaceAll(/\s/g, "");
        const whole = text.replaceAll(/\s/g, "");
        if (joined !== whole) expect(joined.endsWith("…")).toBe(true);
      }),
    );
  });

  it("escapes every character that means something in XML", () => {
    expect(escapeXml(`<a href="x" id='y'>&`)).toBe("&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;");
  });
});
