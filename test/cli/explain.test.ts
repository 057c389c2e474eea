/** `wheelscope explain`: ids, and the messages of loaders and the like. */
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readInput } from "../../src/cli/input/input-text.ts";
import { concepts } from "../../src/learn/concepts/index.ts";
import { inspectError } from "../../src/facts/inspect-error.ts";
import { extension, wheel } from "../core/builders.ts";
import { useWorld } from "./world.ts";

const { wheelscope, path } = useWorld();
const undefinedSymbol =
  "ImportError: /site/pkg/_draw.so: undefined symbol: _ZN6shapes8describeB5cxx11ERKNS_5ShapeE";
const notFound = "libc.so.6: version `GLIBC_2.34' not found (required by /site/pkg/_x.so)";
const files = {
  "new.whl": wheel({
    libraries: [extension("pkg/_x.so", { needs: { "libc.so.6": ["GLIBC_2.34 pthread_create"] } })],
  }),
  "broken.whl": { ok: false, error: inspectError("not-a-zip") } as const,
};

describe("ids", () => {
  it("explains a finding, an error, and lists both", async () => {
    expect((await wheelscope("explain library-missing")).out).toMatch(/Library missing/);
    expect((await wheelscope("explain not-a-zip")).out).toMatch(/Not a wheel/);
    const { out } = await wheelscope("explain");
    expect(out).toContain("symbol-version-too-new");
    expect(out).toContain("checksum-mismatch");
  });

  it("explains a concept, with all its parts, and points at what stands beside it", async () => {
    const { out, code } = await wheelscope("explain debate-of-2019");
    expect(code).toBe(0);
    expect(out).toMatch(/^The debate of 2019.* \[debate-of-2019\]\n\nWhat it is\n {2}/);
    expect(out).toContain("\nWhose toolchain?\n");
    expect(out).toMatch(/\n {2}Ship libc\+\+.*\n {4}Never standardised/);
    expect(out).toMatch(/\nSee also\n {2}wheelscope explain manylinux manylinux, from 1 to perennial\n/);
    for (const { id } of concepts) {
      const page = await wheelscope(`explain ${id}`);
      expect(page.code, id).toBe(0);
      const prose = page.out.split("\n").filter((line) => !/^ {2}\$ |https:|^ {4,}/.test(line));
      for (const line of prose) expect([...line].length, line).toBeLessThanOrEqual(100);
    }
  });

  it("lists concepts under a heading of their own, and names those behind a finding", async () => {
    expect((await wheelscope("explain")).out).toMatch(
      /\nconcept +what\nwheel-contents +What is inside a wheel\n/,
    );
    expect((await wheelscope("explain symbol-version-too-new")).out).toMatch(
      /\nBackground\n {2}wheelscope explain glibc-floor glibc, and how a floor arises\n/,
    );
  });

  it("fills a page with the values of a wheel", async () => {
    const { out, disposed } = await wheelscope("explain glibc-floor --wheel @/new.whl", { files });
    expect(out).toMatch(/\nIn new\.whl\n {2}• The floor is glibc 2\.34, by GLIBC_2\.34 for pthread_create/);
    expect(disposed).toBe(1);
    const nothing = await wheelscope("explain text-relocations --wheel @/new.whl", { files });
    expect(nothing.out).toMatch(/\nIn new\.whl\n {2}Nothing of the kind\.\n/);
    const bad = await wheelscope("explain glibc-floor --wheel @/broken.whl", { files });
    expect(bad).toMatchObject({ code: 2, out: "" });
  });

  it("suggests the id that was meant", async () => {
    const { err, code } = await wheelscope("explain library-mising");
    expect(code).toBe(2);
    expect(err).toContain("did you mean library-missing?");
    expect((await wheelscope("explain glibc-flor")).err).toContain("did you mean glibc-floor?");
    expect((await wheelscope("explain glibc")).err).toContain("did you mean glibc-floor or private-");
    expect((await wheelscope("explain libstdc++")).err).toContain("did you mean libstdcxx-versions?");
    expect((await wheelscope("explain RPATH")).err).toContain("did you mean bundling, ");
    expect((await wheelscope("explain nonsense")).err).toContain("wheelscope explain lists them all");
  });
});

describe("messages", () => {
  it("reads the symbol's name, says which ABI it wants and what to do", async () => {
    const { code, out, err, disposed } = await wheelscope(["explain", undefinedSymbol]);
    expect({ code, err, disposed }).toEqual({ code: 0, err: "", disposed: 1 });
    expect(out).toMatch(/^Symbol of the new std::string ABI not found\n/);
    expect(out).toContain("shapes::describe[abi:cxx11](shapes::Shape const&)");
    expect(out).toMatch(/\nWhat to do\n {2}→ /);
    expect(out).toContain("wheelscope explain mixed-string-abi");
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  it("takes many words without quotes, and standard input", async () => {
    const words = await wheelscope(["explain", ...undefinedSymbol.split(" ")]);
    const piped = await wheelscope("explain -", { input: `Traceback:\n  ${undefinedSymbol}\n` });
    const quoted = await wheelscope(["explain", undefinedSymbol]);
    expect(words.out).toBe(quoted.out);
    expect(piped.out).toBe(quoted.out);
  });

  it("says which systems have a version, and each of several messages with its words", async () => {
    const { out } = await wheelscope(["explain", `${notFound}\n${undefinedSymbol}`]);
    expect(out).toMatch(/Systems with GLIBC_2\.34\n {2}✓ from .*Debian 12/);
    expect(out).toMatch(/\n {2}✗ in support, without it: .*RHEL 8/);
    expect(out).toContain("“");
    expect(out.match(/^What to do$/gm)).toHaveLength(2);
  });

  it("points at the libraries of a wheel", async () => {
    const { out } = await wheelscope(["explain", "--wheel", path("new.whl"), notFound], { files });
    expect(out).toMatch(/\nIn the wheel\n {2}pkg\/_x\.so .*GLIBC_2\.34.*\n {6}pthread_create\n/);
    expect((await wheelscope(["explain", notFound])).out).not.toContain("In the wheel");
  });

  it("shows what could move the cursor as codes", async () => {
    const { out } = await wheelscope(["explain", `undefined symbol: name\x1b[2Jmore`]);
    expect(out).not.toContain("\x1b");
  });

  it.each([
    ["explain hello world", /no message of a loader/],
    ["explain -", /standard input is empty/],
    ["explain --wheel @/broken.whl GLIBC_2.34", /--wheel: .*broken\.whl: /],
  ])("wheelscope %s is wrong usage", async (line, message) => {
    const { code, err, out } = await wheelscope(line, { files });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });
});

describe("standard input", () => {
  it("is read to its end, whatever the pieces", async () => {
    const bytes = Buffer.from("undefined symbol: ä");
    const pieces = [bytes.subarray(0, 5), bytes.subarray(5, -1), bytes.subarray(-1)];
    expect(await readInput(Readable.from(pieces))).toBe("undefined symbol: ä");
  });

  it("ends at 64 KiB", async () => {
    let given = 0;
    function* endless() {
      for (;;) {
        given += 1;
        yield Buffer.alloc(10_000, "a");
      }
    }
    expect(await readInput(Readable.from(endless(), { highWaterMark: 1 }))).toHaveLength(64 * 1024);
    expect(given).toBeLessThan(20);
  });
});
