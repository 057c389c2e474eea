import { stat } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { compareVersions } from "../../src/present/orders.ts";
import { formatBytes, plural } from "../../src/present/units.ts";
import { libraryText } from "../../src/present/library/library-text.ts";
import { samples } from "../../src/app/input/samples.ts";
import { evidenceLine } from "../../src/present/evidence.ts";
import { summaryText } from "../../src/present/summary.ts";
import { symbolLine } from "../../src/app/state/symbol-pages.ts";
import { pageTitle } from "../../src/app/address/title.ts";
import { libraryReport, report } from "./fixture.ts";

describe("figures", () => {
  it.each([
    [0, "0 bytes"],
    [1, "1 byte"],
    [999, "999 bytes"],
    [1000, "1.0 kB"],
    [391_000, "391 kB"],
    [999_600, "1.0 MB"],
    [61_200_000, "61.2 MB"],
    [555_000_000, "555 MB"],
  ])("%i bytes are %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it("counts in words", () => {
    expect(plural(1, "library", "libraries")).toBe("1 library");
    expect(plural(35024, "symbol")).toBe("35,024 symbols");
  });

  it("sorts versions by number, private ones last", () => {
    const versions = ["GLIBC_PRIVATE", "GLIBC_2.34", "GLIBC_2.4", "GLIBC_2.2.5", "GLIBC_2.17"];
    expect(versions.sort(compareVersions)).toEqual([
      "GLIBC_2.2.5",
      "GLIBC_2.4",
      "GLIBC_2.17",
      "GLIBC_2.34",
      "GLIBC_PRIVATE",
    ]);
  });
});

describe("text for an issue", () => {
  it("the summary has the verdict, the problems and their evidence, not the notes", () => {
    expect(summaryText(report)).toBe(`example-1.0-cp312-cp312-manylinux_2_17_x86_64.whl
✗ Claims manylinux_2_17, needs glibc 2.28.
Best tag it could honestly carry: manylinux_2_28_x86_64.

✗ _native.so needs GLIBC_2.28. (symbol-version-too-new)
    fcntl64@GLIBC_2.28 from libc.so.6 in example/_native.so
    … and 4 more

Wheelscope, policies of 2026-08-17
`);
  });

  it("evidence of every shape is a line", () => {
    expect(evidenceLine({ from: "libodd.so.1", in: "a.so" })).toBe("libodd.so.1 in a.so");
    expect(evidenceLine({ version: "GLIBC_2.28", from: "libc.so.6" })).toBe("GLIBC_2.28 from libc.so.6");
    expect(evidenceLine({ in: "a.so", note: "executable stack" })).toBe("in a.so: executable stack");
    expect(evidenceLine({ note: "RECORD is missing" })).toBe("RECORD is missing");
  });

  it("one library", () => {
    expect(libraryText(libraryReport("example/_native.so"), report))
      .toContain(`  GLIBC_2.28 of libc.so.6: fcntl64
  GLIBCXX_3.4.21 of libstdc++.so.6
  needs libc.so.6: promised by the system
  needs libfast-0a1b2c3d.so.2: in the wheel at example.libs/libfast-0a1b2c3d.so.2`);
  });

  it("symbols keep the name that the linker knows", () => {
    const row = {
      name: "_ZNSaIcED1Ev",
      defined: false,
      binding: "global",
      type: "func",
      version: "GLIBCXX_3.4",
      provider: null,
      cxx: "neutral",
    } as const;
    expect(symbolLine({ ...row, demangled: "std::allocator<char>::~allocator()" })).toBe(
      "_ZNSaIcED1Ev@GLIBCXX_3.4\tstd::allocator<char>::~allocator()",
    );
    expect(symbolLine({ ...row, version: null, demangled: null })).toBe("_ZNSaIcED1Ev");
  });
});

describe("pageTitle", () => {
  it("follows the state", () => {
    expect(pageTitle({ kind: "landing" }, [], null)).toBe("Wheelscope: will this wheel run elsewhere?");
    expect(pageTitle({ kind: "learn", id: "library-missing" }, [], null)).toBe(
      "Library missing – Wheelscope",
    );
    const file = { name: "a.whl", sizeBytes: 1 };
    const wheel = { phase: "waiting", id: 1, key: "a.whl", file } as const;
    expect(pageTitle({ kind: "local" }, [wheel], wheel)).toBe("Reading a.whl – Wheelscope");
    expect(pageTitle({ kind: "local" }, [wheel, wheel], null)).toBe("2 wheels – Wheelscope");
    const done = {
      ...wheel,
      phase: "report",
      report,
      inspection: null,
      hash: { kind: "unknown" },
      shared: null,
    } as const;
    expect(pageTitle({ kind: "local" }, [done, wheel], null)).toBe("2 wheels – Wheelscope");
    expect(pageTitle({ kind: "local" }, [done, done], null)).toBe("example 1.0: 2 wheels – Wheelscope");
  });
});

describe("samples", () => {
  it.each(samples)("$label has the size that the page states", async ({ fileName, sizeBytes }) => {
    const { size } = await stat(new URL(`../../public/samples/${fileName}`, import.meta.url));
    expect(sizeBytes).toBe(size);
  });
});
