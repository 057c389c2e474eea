/** What to do about a missing library depends on who is known to bring it. */
import { expect, test } from "vitest";
import { assess } from "../../../src/core/assess.ts";
import { plainText } from "../../../src/core/sentence.ts";
import { knowledge } from "../../../src/data/index.ts";
import { extension, library, wheel } from "../builders.ts";

const adviceFor = (...needed: string[]): string => {
  const report = assess(
    wheel({ libraries: [extension("pkg/_C.so", { needed: ["libc.so.6", ...needed] })] }),
    knowledge,
  );
  const finding = report.findings.find(({ id }) => id === "library-missing");
  return (finding?.advice ?? []).map(plainText).join("\n");
};

test("a framework's library is to be declared and never bundled", () => {
  const advice = adviceFor("libc10.so", "libtorch_cpu.so");
  expect(advice).toContain("Requires-Dist: torch");
  expect(advice).toContain("Do not bundle them");
  expect(advice).not.toMatch(/Bundle (?:it|them):/);
});

test("any other is to be bundled", () => {
  const advice = adviceFor("libfoo.so.1");
  expect(advice).toMatch(/^Bundle it:/);
  expect(advice).not.toContain("Requires-Dist");
});

test("both, each for its own", () => {
  const advice = adviceFor("libfoo.so.1", "libarrow.so.2100");
  expect(advice).toContain("Requires-Dist: pyarrow");
  expect(advice).toMatch(/Bundle it:/);
});

test("says that repair missed a file where the wheel holds the library under another name", () => {
  const facts = wheel({
    libraries: [
      extension("pkg/_x.so", { needed: ["libfoo.so.2", "libc.so.6"] }),
      library("pkg.libs/libfoo-0a1b2c3d.so.2.1", { soname: "libfoo-0a1b2c3d.so.2.1" }),
    ],
  });
  const found = assess(facts, knowledge).findings.find(({ id }) => id === "library-missing");
  const advice = (found?.advice ?? []).map(plainText);
  expect(advice).toHaveLength(1);
  expect(advice[0]).toContain("auditwheel repair missed pkg/_x.so");
  expect(advice[0]).toContain("patchelf --replace-needed libfoo.so.2 libfoo-0a1b2c3d.so.2.1 _x.so");
});
