import { describe, expect, test } from "vitest";
import { assess } from "../../src/core/assess.ts";
import { inspectError } from "../../src/facts/inspect-error.ts";
import { openReportJson } from "../../src/document/link/document.ts";
import { linkMarkdown } from "../../src/present/link-markdown.ts";
import type { WheelFacts } from "../../src/facts/model.ts";
import { errorJson, reportJson } from "../../src/document/json/report-json.ts";
import { knowledge } from "../../src/data/index.ts";
import { extension, library, unreadable, wheel } from "../core/builders.ts";

const tool = { name: "wheelscope", version: "1.2.3" };
const judge = (facts: WheelFacts) => assess(facts, knowledge);
const document = (facts: WheelFacts) => reportJson(judge(facts), tool);

const torn = wheel({
  libraries: [
    extension("pkg/_x.so", { needs: { "libc.so.6": ["GLIBC_2.34 pthread_create", "GLIBC_2.2.5 free"] } }),
    library("pkg/liba.so"),
    unreadable("pkg/torn.so"),
  ],
});
const pure = wheel({ tags: "any" });

describe("a saved report", () => {
  test.each([
    ["in lines", 2],
    ["on one line", 0],
  ])("%s opens with the very facts it was made of", (_, indent) => {
    const outcome = openReportJson(`${JSON.stringify(document(torn), null, indent)}\n`);
    expect(outcome).toEqual({
      ok: true,
      value: {
        title: null,
        policyDate: knowledge.policyDate,
        toolVersion: "1.2.3",
        dropped: [],
        wheels: [{ facts: torn, then: { outcome: "unknown", bestTag: judge(torn).verdict.bestTag } }],
      },
    });
  });

  test("several documents, one a line, are one report; those of errors are passed over", () => {
    const error = errorJson("x.whl", inspectError("not-a-zip"), tool);
    const text = [document(torn), error, document(pure)].map((each) => JSON.stringify(each)).join("\r\n");
    const outcome = openReportJson(text);
    if (!outcome.ok) throw new Error(outcome.error.id);
    expect(outcome.value.wheels.map(({ facts }) => facts)).toEqual([torn, pure]);
  });

  test("what the link had left out that it was made from is reported, summed up over documents", () => {
    const saved = (count: number) =>
      JSON.stringify(reportJson(judge(torn), tool, [{ kind: "symbol-names", count }]));
    const outcome = openReportJson(`${saved(3)}\n${saved(4)}\n${JSON.stringify(document(pure))}\n`);
    expect(outcome).toMatchObject({ value: { dropped: [{ kind: "symbol-names", count: 7 }] } });
  });

  const plain = JSON.stringify(document(pure));
  test.each([
    ["", "not JSON"],
    ["PK\u0003\u0004", "not JSON"],
    [plain.slice(0, -1), "not JSON"],
    ["null", "it has no facts"],
    ["[]", "it has no facts"],
    ['{"a":1}', "it has no facts"],
    [plain.replace(/"facts".*/, '"version":1}'), "it has no facts"],
    ['{"facts":{"version":1}}', "its facts are damaged"],
    ['{"facts":7}', "its facts are damaged"],
    [plain.replace('"wheels":[', '"wheels":[[],'), "its facts are damaged"],
    [JSON.stringify(errorJson("x.whl", inspectError("not-a-zip"), tool)), "it tells of an error only"],
  ])("%j cannot be opened: %s", (text, detail) => {
    expect(openReportJson(text)).toEqual({ ok: false, error: inspectError("report-unreadable", { detail }) });
  });

  test("one of a later version is distinguished from a damaged one", () => {
    expect(openReportJson('{"facts":{"version":2}}')).toMatchObject({ error: { id: "link-too-new" } });
  });

  test("deep nesting is refused", () => {
    const deep = `${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}`;
    expect(openReportJson(deep)).toMatchObject({ error: { id: "report-unreadable" } });
    expect(openReportJson(`{"facts":${deep}}`)).toMatchObject({ error: { id: "report-unreadable" } });
  });
});

describe("Markdown", () => {
  const address = "https://example.org/#/r/1.d.AA-_.00000000";
  const markdown = (facts: WheelFacts) => linkMarkdown(judge(facts), address);
  const needing = (version: string) =>
    wheel({ libraries: [extension("pkg/_x.so", { needs: { "libc.so.6": [`${version} f`] } })] });

  test("what a wheel needs beyond its claim", () => {
    expect(markdown(needing("GLIBC_2.28"))).toBe(`[✗ pkg 1.0: needs glibc 2.28](${address})`);
  });

  test("good news, and none", () => {
    expect(markdown(needing("GLIBC_2.17"))).toBe(
      `[✓ pkg 1.0: complies with manylinux\\_2\\_17\\_x86\\_64 as claimed](${address})`,
    );
    expect(markdown(pure)).toMatch(/^\[✓ pkg 1\.0: pure Python: nothing in it is compiled/);
    expect(markdown(torn)).toMatch(/^\[\? pkg 1\.0: /);
  });

  test("no name leaves the brackets", () => {
    const text = markdown(wheel({ fileName: "a](https://evil.example)<b>\n`*_|\\.whl", distInfo: null }));
    expect(text).not.toContain("\n");
    expect(text.endsWith(`](${address})`)).toBe(true);
    expect(text.slice(1, -address.length - 3)).not.toMatch(/(?<!\\)[\][()<>`*_|]/);
  });

  test("an address with brackets stays one", () => {
    expect(linkMarkdown(judge(pure), "https://example.org/a (b)/#/r/x")).toMatch(
      /\]\(https:\/\/example\.org\/a%20%28b%29\/#\/r\/x\)$/,
    );
  });
});
