/** What the code was built against, as text: the wheel's blocks, and one library in full. */
import { expect, test } from "vitest";
import type { TextOptions } from "../../src/cli/text/text-options.ts";
import type { Report } from "../../src/core/report.ts";
import { asText } from "./as-text.ts";
import { codeReport } from "../document/code-sample.ts";

const text = (changes: Partial<TextOptions> = {}, report: Report = codeReport) =>
  asText(report, { width: 100, evidence: 5, ...changes });

test("the wheel's blocks say it in few lines", () => {
  const shown = text();
  expect(shown).toMatch(
    /\nWhere it runs\n {2}✓ Ubuntu 20\.04\n {2}✗ older glibc: Ubuntu 20\.04\n {6}Too old\.\n/,
  );
  expect(shown).toMatch(/\nGPU code\n {2}Runs on Hopper\.\n/);
  expect(shown).toMatch(/\n {2}✓ {2}sm_90 +Hopper +machine code +sm_90a +H100\n/);
  expect(shown).toMatch(
    /\n {2}libcublas\.so\.12 +cuBLAS +needed +nowhere +nvidia-cublas-cu12, not asked for\n/,
  );
  expect(shown).toMatch(/\nC\+\+\n {2}Both std::string ABIs\n {2}Runtime: a libstdc\+\+ in the wheel\n/);
  expect(shown).toMatch(/\nPython\n {2}Claims abi3\.\n/);
  expect(shown).toMatch(/\nBuilt with\n {2}GCC 14\.2\.1\n/);
});

test("a library in full has the evidence of each reading, as much as was asked for", () => {
  const shown = text({ library: "**" });
  expect(shown).not.toContain("\nGPU code\n");
  const block = shown.slice(shown.lastIndexOf("\npkg/_x.so\n"));
  expect(block).toContain("  C++        Uses both.");
  expect(block).toContain("imports from the runtime: 400 new");
  expect(block).toContain("own interface: 3 old");
  expect(block).toContain("and 35 more");
  expect(block).toContain("runtime    a libstdc++ in the wheel, pkg.libs/libstdc++.so.6");
  expect(block).toMatch(/outside of the stable ABI: name0, name1, name2, name3, name4 and 3995 more/);
  expect(block).toContain("init function PyInit__x expected, found none");
  expect(block).toContain("✓ sm_90 Hopper machine code by sm_90a");
  expect(block).toContain("sizes      sm_90a 4.0 kB, 100 %");
  expect(block).toMatch(
    /12 containers, 4\.1 kB outside of every section · 1 damaged · made with CUDA 13\.0\.88/,
  );
  expect(block).toContain("unique     name0, name1, name2, name3, name4 and 25 more");
  expect(block).toContain("may open   name0");
  expect(text({ library: "**", evidence: 2 })).toContain("name0, name1 and 3998 more");
});

test("says nothing if there is nothing to say", () => {
  const silent = text(
    {},
    {
      ...codeReport,
      gpu: null,
      accelerators: null,
      python: null,
      systems: [],
      libraries: codeReport.libraries.map((library) => ({
        ...library,
        cxx: null,
        gpu: null,
        python: null,
        toolchain: null,
      })),
    },
  );
  for (const title of ["Where it runs", "GPU code", "GPU libraries", "C++", "Python", "Built with"])
    expect(silent).not.toContain(`\n${title}\n`);
});

test("names from a wheel cannot move the cursor", () => {
  const [library] = codeReport.libraries;
  if (library === undefined || library.cxx === null) throw new Error("the sample has one");
  const cxx = { ...library.cxx, evidence: [{ symbol: "\x1b[2Jname" }] };
  const shown = text({ library: "**" }, { ...codeReport, libraries: [{ ...library, cxx }] });
  expect(shown).toContain("\\x1b[2Jname");
  expect(shown).not.toContain("\x1b");
});

test("the libraries that differ are named, the others counted", () => {
  const [library] = codeReport.libraries;
  if (library === undefined || library.cxx === null) throw new Error("the sample has one");
  const { cxx } = library;
  const named = (path: string, flavour: "new" | "old") => ({
    ...library,
    facts: { ...library.facts, path },
    cxx: { ...cxx, flavour },
  });
  const libraries = [..."abcdef"].map((name) => named(`pkg/${name}.so`, "new"));
  const old = [..."wxyz"].map((name) => named(`pkg/${name}.so`, "old"));
  const shown = text({}, { ...codeReport, libraries: [...libraries, ...old] });
  expect(shown).toMatch(/\n {2}New std::string ABI, 6 of 10 files\n/);
  expect(shown).toMatch(/\n {2}Old std::string ABI: pkg\/w\.so, pkg\/x\.so, pkg\/y\.so and 1 more\n/);
});
