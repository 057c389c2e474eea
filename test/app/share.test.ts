import { describe, expect, it } from "vitest";
import { sharedReport } from "../../src/document/link/shared-report.ts";
import type { Report } from "../../src/core/report.ts";
import { summaryOf } from "../../src/app/share/shared/Checked.tsx";
import { markdownOf } from "../../src/app/share/markdown.ts";
import { matchFiles } from "../../src/app/share/shared/match.ts";
import { toShare } from "../../src/app/share/to-share.ts";
import { changesSince, checkOf, isVerified } from "../../src/app/share/shared/verify.ts";
import { insideWords, judgedAs, lengthWords } from "../../src/app/share/words.ts";
import type { Hash, ReportedWheel } from "../../src/app/state/wheel.ts";
import { facts, report } from "./fixture.ts";

const tool = { name: "wheelscope", version: "1" };
const hash = "ab".repeat(32);
const known = (hex: string): Hash => ({ kind: "known", hex });

function wheel(change: Partial<ReportedWheel> = {}): ReportedWheel {
  return {
    phase: "report",
    id: 1,
    key: facts.fileName,
    file: { name: facts.fileName, sizeBytes: 1000 },
    report,
    inspection: null,
    hash: { kind: "unknown" },
    shared: null,
    ...change,
  };
}

const withHash: Report = { ...report, facts: { ...facts, sha256: hash } };
const better: Report = { ...report, verdict: { ...report.verdict, outcome: "complies" } };
const otherFindings: Report = {
  ...report,
  ladder: report.ladder.map((step, index) => (index === 0 ? { ...step, fits: !step.fits } : step)),
};

describe("checkOf", () => {
  it("is unchecked until a file is there, and says when it is read and hashed", () => {
    expect(checkOf(wheel())).toEqual({ kind: "unchecked" });
    expect(checkOf({ phase: "waiting", id: 1, key: "a", file: { name: "a", sizeBytes: 1 } })).toEqual({
      kind: "reading",
    });
    const computing = wheel({ shared: { report: withHash }, hash: { kind: "computing", bytesDone: 250 } });
    expect(checkOf(computing)).toEqual({ kind: "hashing", share: 0.25 });
  });

  it("verifies only the same bytes that give the same verdict", () => {
    const outcomes = [
      [withHash, report, known(hash), { file: "same", verdict: "same" }],
      [withHash, report, known("cd".repeat(32)), { file: "other", verdict: "same" }],
      [withHash, better, known(hash), { file: "same", verdict: "differs" }],
      [withHash, otherFindings, known(hash), { file: "same", verdict: "findings-differ" }],
      [report, report, known(hash), { file: "unknown", verdict: "same" }],
    ] as const;
    for (const [shared, read, of, expected] of outcomes) {
      const check = checkOf(wheel({ shared: { report: shared }, report: read, hash: of }));
      expect(check).toEqual({ kind: "checked", ...expected });
      expect(isVerified(check)).toBe(expected.file === "same" && expected.verdict === "same");
    }
  });

  it("is summed up over several wheels", () => {
    const good = { kind: "checked", file: "same", verdict: "same" } as const;
    const open = { kind: "unchecked" } as const;
    const other = { kind: "checked", file: "other", verdict: "differs" } as const;
    expect(summaryOf([good]).word).toBe("Shared report, verified against the file");
    expect(summaryOf([open, open]).word).toBe("Shared report, not checked against the files");
    expect(summaryOf([good, open, good])).toMatchObject({
      word: "Shared report, 2 of 3 wheels verified",
      isDone: false,
      state: { tone: "info" },
    });
    expect(summaryOf([good, other]).state.tone).toBe("bad");
    expect(summaryOf([good, good])).toMatchObject({ isDone: true, state: { tone: "good" } });
  });
});

describe("changesSince", () => {
  const shared = sharedReport([report, report], { title: null, tool });

  it("names the wheels that are judged otherwise now, by what was shared of them and not by a file that verifies", () => {
    expect(changesSince(shared, [wheel(), wheel()])).toEqual([]);
    expect(changesSince(shared, [wheel(), wheel({ report: better })])).toEqual([
      {
        fileName: facts.fileName,
        then: { outcome: "fails", bestTag: "manylinux_2_28_x86_64" },
        now: { outcome: "complies", bestTag: "manylinux_2_28_x86_64" },
      },
    ]);
    expect(changesSince(shared, [wheel({ report: better, shared: { report } })])).toEqual([]);
  });

  it("puts a verdict in words", () => {
    expect(judgedAs({ outcome: "fails", bestTag: "manylinux_2_28_x86_64" })).toBe(
      "Does not comply, best tag manylinux_2_28_x86_64",
    );
    expect(judgedAs({ outcome: "pure", bestTag: null })).toBe("Pure Python");
  });
});

describe("matchFiles", () => {
  const file = (name: string, size = 3): File => new File(["x".repeat(size)], name);
  const wanted = [
    { name: "a.whl", sizeBytes: 3 },
    { name: "b.whl", sizeBytes: 4 },
  ];

  it("goes by name, and sets a browser's number aside", () => {
    const [a, b] = [file("a (1).whl"), file("b.whl")];
    expect([...matchFiles(wanted, [b, a, file("c.whl")])]).toEqual([
      [1, b],
      [0, a],
    ]);
  });

  it("takes a renamed file for the only wheel where the size is the same, and no other", () => {
    const renamed = file("renamed.whl");
    expect([...matchFiles(wanted.slice(0, 1), [renamed])]).toEqual([[0, renamed]]);
    expect(matchFiles(wanted.slice(0, 1), [file("renamed.whl", 9)]).size).toBe(0);
    expect(matchFiles(wanted, [renamed]).size).toBe(0);
  });
});

describe("what is shared", () => {
  it("has the hashes computed since, the title cut, and the same order whatever that of the drop", () => {
    const named = (fileName: string, of: Hash): ReportedWheel =>
      wheel({ report: { ...report, facts: { ...facts, fileName } }, hash: of });
    const shared = toShare(
      [named("b.whl", known(hash)), named("a.whl", { kind: "unasked" })],
      `  ${"t".repeat(130)}`,
      { origin: { kind: "files" }, tool },
    );
    expect(shared.wheels.map(({ facts: { fileName, sha256 } }) => [fileName, sha256])).toEqual([
      ["a.whl", null],
      ["b.whl", hash],
    ]);
    expect(shared.title).toBe("t".repeat(120));
    expect(shared.dropped).toEqual([]);
  });

  it("tells of what an earlier link had left out, unless the file is here", () => {
    const dropped = [{ kind: "build-ids", count: 2 }] as const;
    const origin = {
      kind: "shared",
      link: "1",
      error: null,
      report: { ...sharedReport([report], { title: null, tool }), dropped },
    } as const;
    expect(toShare([wheel()], "", { origin, tool }).dropped).toEqual(dropped);
    const inspection = {
      facts,
      tables: new Map(),
      symbols: () => Promise.reject(new Error("not asked")),
      sha256: () => Promise.reject(new Error("not asked")),
      close: () => undefined,
    };
    expect(toShare([wheel({ inspection })], "", { origin, tool }).dropped).toEqual([]);
  });

  it("is described exactly", () => {
    const shared = toShare([wheel({ hash: known(hash) })], "Look", { origin: { kind: "files" }, tool });
    expect(insideWords(shared)).toEqual([
      "name, size and SHA-256 of the file; what the metadata says of tags, Python and requirements",
      "what was made of it, and with which policies; the title",
    ]);
    expect(lengthWords(451).isLong).toBe(false);
    expect(lengthWords(8000).isLong).toBe(false);
    expect(lengthWords(8001)).toEqual({
      text: "8,001 characters: some programs may cut an address of this length. The downloaded report is safer.",
      isLong: true,
    });
  });

  it("is Markdown in which nothing of a name is markup", () => {
    const address = "https://example.org/#/r/1.d.abc.00000000";
    expect(markdownOf([report], null, address)).toBe(`[✗ example 1.0: needs glibc 2.28](${address})`);
    expect(markdownOf([report], "a](b) <b>", address)).toBe(`[a\\]\\(b\\) \\<b\\>](${address})`);
  });
});
