/**
 * Links of every version of the form open for ever. link-samples/<version>/ holds links as that version wrote them; they are never
 * rewritten. `U=1` writes those that are missing, and, run again, what is made of each today (expected.json): read the difference.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assess } from "../../src/core/assess.ts";
import { decodeLink } from "../../src/document/link/decode.ts";
import { encodeLink, linkText } from "../../src/document/link/encode.ts";
import { coreOf } from "../../src/document/link/prune/essence.ts";
import { sharedReport, type SharedReport } from "../../src/document/link/shared-report.ts";
import { FORMAT_VERSION } from "../../src/document/link/version.ts";
import type { WheelFacts } from "../../src/facts/model.ts";
import { plainText } from "../../src/core/sentence.ts";
import { knowledge } from "../../src/data/index.ts";
import { fixtureReader, type FixtureReader } from "../core/fixture-facts.ts";
import { longWheel } from "./link-wheels.ts";
import { extension, unreadable, wheel } from "../core/builders.ts";

const folder = join(import.meta.dirname, "link-samples");
const rewrite = process.env.U === "1";
const judge = (facts: WheelFacts) => assess(facts, knowledge);
const fixtures = readdirSync(join(import.meta.dirname, "../fixtures/wheels"));

/** Name of a sample → the fixtures in it, by the start of their names. */
const samples: Readonly<Record<string, readonly string[]>> = {
  plain: ["tiny_ok"],
  "too-new": ["glibc_too_new-1.0"],
  strings: ["string_abi_mixed"],
  gpu: ["gpu_code_partly"],
  rocm: ["rocm_code"],
  abi3: ["abi3_violated"],
  record: ["record_mismatch"],
  pure: ["pure_python"],
  bundled: ["bundled_rpath"],
  release: ["on_aarch64", "on_s390x", "on_musl_x86_64", "on_armv6l"],
};

let reader: FixtureReader;
beforeAll(async () => void (reader = await fixtureReader()));
afterAll(() => reader.dispose());

const read = (start: string): Promise<WheelFacts> =>
  reader.read(`wheels/${fixtures.find((name) => name.startsWith(start)) ?? start}`);

/** As some program of some day wrote it: neither its version nor the date of the policies changes with ours. */
function shared(facts: readonly WheelFacts[], title: string | null): SharedReport {
  const report = sharedReport(facts.map(judge), { title, tool: { name: "wheelscope", version: "0.1.0" } });
  return { ...report, policyDate: "2026-08-30" };
}

async function make(name: string): Promise<string> {
  const facts =
    name === "unreadable"
      ? [wheel({ libraries: [extension("pkg/_x.so"), unreadable("pkg/torn.so")] })]
      : name === "dropped"
        ? [longWheel(260)]
        : name === "library"
          ? [await reader.read("libraries/glibc_too_new.cpython-312-x86_64-linux-gnu.so")]
          : await Promise.all((samples[name] ?? []).map(read));
  const link = encodeLink(shared(facts, name === "release" ? "Release 1.0 [all]" : null), { judge });
  if (link.kind !== "link") throw new Error(`${name}: too long`);
  return link.text;
}

const names = [...Object.keys(samples), "unreadable", "dropped", "library"];
const current = join(folder, String(FORMAT_VERSION));

if (rewrite) {
  test("samples that are missing are written", async () => {
    mkdirSync(current, { recursive: true });
    for (const name of names) {
      const path = join(current, `${name}.txt`);
      if (!existsSync(path)) writeFileSync(path, `${await make(name)}\n`);
    }
  });
}

const versions = existsSync(folder) ? readdirSync(folder).sort() : [];

test("there are samples of every version", () => {
  expect(versions).toEqual(Array.from({ length: FORMAT_VERSION }, (_, index) => String(index + 1)));
  expect(readdirSync(current).filter((name) => name.endsWith(".txt"))).toEqual(
    names.map((name) => `${name}.txt`).sort(),
  );
});

describe.each(versions)("links of version %s", (version) => {
  const place = join(folder, version);
  const expectedPath = join(place, "expected.json");
  const files = readdirSync(place).filter((name) => name.endsWith(".txt"));
  const opened = new Map(files.map((name) => [name, readFileSync(join(place, name), "utf8").trim()]));
  const today = Object.fromEntries([...opened].map(([name, link]) => [name, describeLink(link)]));
  if (rewrite) writeFileSync(expectedPath, `${JSON.stringify(today, null, 2)}\n`);
  const expected = JSON.parse(readFileSync(expectedPath, "utf8")) as Record<string, unknown>;

  test.each(files)("%s says what it said", (name) => {
    expect(today[name]).toEqual(expected[name]);
  });

  test.runIf(version === String(FORMAT_VERSION)).each(files)("%s is written the same today", (name) => {
    const link = opened.get(name) ?? "";
    const outcome = decodeLink(link);
    if (!outcome.ok) throw new Error(outcome.error.id);
    // Where this fails, links change: keep the old form, or make a new version and leave the old samples.
    expect(linkText(outcome.value, "d")).toBe(link);
  });
});

test.each(names)("%s: the fixture makes a link with the same decisions as its sample", async (name) => {
  const made = decodeLink(await make(name));
  const kept = decodeLink(readFileSync(join(current, `${name}.txt`), "utf8").trim());
  if (!made.ok || !kept.ok) throw new Error("not opened");
  // What asks for which names is a fact that the samples were made without.
  const earlier = (facts: WheelFacts): WheelFacts => ({
    ...facts,
    preloadHints: null,
    libraries: facts.libraries.map((library) => ({ ...library, links: null })),
  });
  const decisions = ({ wheels }: SharedReport) => wheels.map(({ facts }) => coreOf(judge(earlier(facts))));
  expect(decisions(made.value)).toEqual(decisions(kept.value));
});

/** What opening a link gives, in short. */
function describeLink(link: string): unknown {
  const outcome = decodeLink(link);
  if (!outcome.ok) return outcome.error;
  const { title, policyDate, toolVersion, dropped, wheels } = outcome.value;
  return {
    characters: link.length,
    title,
    policyDate,
    toolVersion,
    dropped,
    wheels: wheels.map(({ facts, then }) => {
      const { verdict, findings, libraries } = judge(facts);
      return {
        fileName: facts.fileName,
        then,
        outcome: verdict.outcome,
        headline: plainText(verdict.headline),
        bestTag: verdict.bestTag,
        libraries: libraries.length,
        findings: findings.map(({ id, severity, evidenceTotal }) => `${severity} ${id} ${evidenceTotal}`),
      };
    }),
  };
}
