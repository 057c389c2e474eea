/**
 * Is every fact shown? A fact is changed in made-up wheels until the page, the text and the JSON document change with it. What none of
 * the values changes is not shown there; it stands in the list below with its reason, so that a fact cannot be forgotten.
 */
import { act, cleanup } from "@testing-library/react";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { LibraryDetail } from "../../src/app/report/library/LibraryDetail.tsx";
import { ReportScreen } from "../../src/app/report/ReportScreen.tsx";
import type { ReportedWheel } from "../../src/app/state/wheel.ts";
import type { Report } from "../../src/core/report.ts";
import { reportJson } from "../../src/document/json/report-json.ts";
import type { RecordShape } from "../../src/facts/describe.ts";
import { elf } from "../../src/facts/elf.ts";
import type { DistInfoFacts, ElfFacts, LibraryFacts, WheelFacts } from "../../src/facts/model.ts";
import { plainElf, plainLibrary } from "../../src/facts/plain.ts";
import { distInfo, library, wheel as wheelDescription } from "../../src/facts/wheel.ts";
import { anyElf, arbitraryOf } from "../arbitrary.ts";
import { unreadable, wheel } from "../core/builders.ts";
import { judge, renderScreen } from "../app/render.tsx";
import { asText } from "../cli/as-text.ts";

const path = "pkg/_x.cpython-312-x86_64-linux-gnu.so";

const inFileName =
  "the file's name says it; findings are about the two when they differ as pip compares them";
const forLibraries = "only the packages that bring needed libraries are spoken of, in their findings";
const inFinding = "findings alone speak of it, in wheels that these samples do not hit";
const asArchitecture = "part of the architecture's name, e.g. armv7l";
const asProgress = "only the progress of reading needs it";
const asLinkage = "search paths lead there; where each library is found says it";

/** What is not shown by itself, and why. */
const notShown: Readonly<Record<string, Partial<Record<Surface, string>>>> = {
  "distInfo.directory": { page: inFileName, text: inFileName },
  "distInfo.name": { page: inFileName, text: inFileName },
  "distInfo.version": { page: inFileName, text: inFileName },
  "distInfo.requiresDist": { page: forLibraries, text: forLibraries },
  "distInfo.rootIsPurelib": { page: inFinding, text: inFinding },
  "distInfo.requiresPython": { text: "pip checks it; the page has it beside the file's name" },
  "distInfo.generator": { text: "decides nothing; the page has it beside the file's name" },
  "elf.flags": { page: asArchitecture, text: asArchitecture, document: asArchitecture },
  "elf.watchedSymbols": { page: inFinding, text: inFinding, document: inFinding },
  "library.compressedBytes": { page: asProgress, text: asProgress, document: asProgress },
  "library.links": { page: inFinding, text: inFinding, document: inFinding },
  "wheel.directories": { page: asLinkage, text: asLinkage, document: asLinkage },
  "wheel.preloadHints": { page: inFinding, text: inFinding, document: inFinding },
  "wheel.entryCount": { text: "decides nothing; the page has it beside the file's name" },
  "wheel.sha256": {
    page: "the page computes it when it is asked for, from the file",
    text: "`sha256sum` prints it",
  },
};

type Surface = "page" | "text" | "document";

/** Each as one string; async, since parts of the page are loaded late. */
const surfaces: Readonly<Record<Surface, (report: Report) => Promise<string>>> = {
  page: async (report) => {
    const [first] = report.libraries;
    const { fileName, sizeBytes } = report.facts;
    const file = { name: fileName, sizeBytes };
    const hash = { kind: "unknown" } as const;
    const shown: ReportedWheel = {
      id: 1,
      key: "",
      file,
      phase: "report",
      report,
      inspection: null,
      hash,
      shared: null,
    };
    const { container } = renderScreen(
      <>
        <ReportScreen wheel={shown} />
        {first !== undefined && (
          <LibraryDetail library={first} report={report} inspection={null} beside={false} />
        )}
      </>,
      report,
    );
    // Until the late parts stand too.
    let html: string;
    do {
      html = container.innerHTML;
      await act(() => new Promise((done) => setTimeout(done)));
    } while (html !== container.innerHTML);
    cleanup();
    return withoutIds(html);
  },
  text: (report) => Promise.resolve(asText(report) + asText(report, { library: "*" })),
  // The facts that go along, so that a saved report can be judged again, are no field that somebody reads.
  document: (report) =>
    Promise.resolve(
      JSON.stringify({ ...reportJson(report, { name: "wheelscope", version: "1" }), facts: null }),
    ),
};

/** React numbers what it makes; each rendering goes on counting. */
const withoutIds = (html: string): string => html.replaceAll(/_r_[0-9a-z]+_/g, "");

/** A fact with wheels that differ in it alone. */
interface Fact {
  readonly name: string;
  /** The `nth` pair. */
  readonly pair: (nth: number) => readonly [WheelFacts, WheelFacts];
}

const start = wheel({ libraries: [plainLibrary(path)] });

/** One value, always the same for the same number. */
const sample = <T,>(values: fc.Arbitrary<T>, seed: number): T =>
  fc.sample(values, { numRuns: 1, seed })[0] as T;

function factsOf<T extends object>(
  group: string,
  described: RecordShape,
  base: (nth: number) => T,
  put: (value: T) => WheelFacts,
): Fact[] {
  return Object.entries(described.fields).map(([field, { of }]) => ({
    name: `${group}.${field}`,
    pair: (nth) => {
      const before = base(nth);
      return [put(before), put({ ...before, [field]: sample(arbitraryOf(of), nth + 1) })];
    },
  }));
}

const withLibrary = (one: LibraryFacts): WheelFacts => ({ ...start, libraries: [one] });

const facts: readonly Fact[] = [
  // A plain library, and libraries with all manner of things in which a change may show.
  ...factsOf<ElfFacts>(
    "elf",
    elf,
    (nth) => (nth % 2 === 0 ? plainElf({ stripped: false }) : { ...sample(anyElf, nth), machine: 62 }),
    (changed) => withLibrary({ ...plainLibrary(path), elf: changed }),
  ),
  ...factsOf<LibraryFacts>(
    "library",
    library,
    (nth) => (nth % 2 === 0 ? plainLibrary(path) : unreadable(path)),
    withLibrary,
  ),
  ...factsOf<DistInfoFacts>(
    "distInfo",
    distInfo,
    () => start.distInfo as DistInfoFacts,
    (changed) => ({ ...start, distInfo: changed }),
  ),
  ...factsOf<WheelFacts>(
    "wheel",
    wheelDescription,
    () => start,
    (changed) => changed,
  ),
];

/** Pairs tried before a fact counts as not shown; fewer if it is known not to be, which a few pairs would belie. */
const tries = { shown: 12, notShown: 3 };

beforeAll(() => import("../../src/app/report/code/all.ts"));

it.each(Object.entries(surfaces))("what is the same looks the same: %s", async (_, show) => {
  await show(judge(start));
  expect(await show(judge(start))).toBe(await show(judge(start)));
});

describe.each(Object.entries(surfaces))("in the %s", (surface, show) => {
  it("stands every fact, or the reason why not", async () => {
    const missing: string[] = [];
    for (const { name, pair } of facts) {
      const known = notShown[name]?.[surface as Surface] !== undefined;
      if (!(await changes(pair, show, known ? tries.notShown : tries.shown))) missing.push(name);
    }
    const reasons = Object.keys(notShown).filter(
      (name) => notShown[name]?.[surface as Surface] !== undefined,
    );
    expect(missing.sort()).toEqual(reasons.sort());
  });
});

async function changes(
  pair: Fact["pair"],
  show: (report: Report) => Promise<string>,
  most: number,
): Promise<boolean> {
  for (let nth = 0; nth < most; nth++) {
    const [before, after] = pair(nth).map((one) => judge(one)) as [Report, Report];
    if ((await show(before)) !== (await show(after))) return true;
  }
  return false;
}
