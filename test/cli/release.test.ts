/** `show` and `check` of several files: the table, what differs, and what follows. */
import { describe, expect, it } from "vitest";
import { inspectError } from "../../src/facts/inspect-error.ts";
import { extension, library, wheel } from "../core/builders.ts";
import { useWorld, type World } from "./world.ts";

const { wheelscope } = useWorld();

const named = (tags: string, glibc: string, architecture: "x86_64" | "aarch64" = "x86_64") => {
  const name = `pkg-1.0-${tags}.whl`;
  const arm = architecture === "aarch64" ? { machine: 183, architecture, loadAlignment: 65536 } : {};
  const needs = { "libc.so.6": [`GLIBC_${glibc} fcntl64`] };
  const libraries = [extension("pkg/_x.so", { ...arm, needs })];
  return [name, wheel({ fileName: name, distInfo: { tags: [tags] }, libraries })] as const;
};
const files: World["files"] = Object.fromEntries<NonNullable<World["files"]>[string]>([
  named("cp312-cp312-manylinux_2_17_x86_64", "2.14"),
  named("cp312-cp312-manylinux_2_17_aarch64", "2.28", "aarch64"),
  ["pkg-1.0-cp313-cp313-manylinux_2_17_x86_64.whl", { ok: false, error: inspectError("not-a-zip") } as const],
]);

describe("a release", () => {
  it("is one line a wheel, policies by architecture, and what differs", async () => {
    const { code, out, err } = await wheelscope("show @", { files });
    expect(out).toBe(`pkg 1.0   3 wheels · 200 kB
     python  arch     libc   claims          fits  glibc    size  findings
  ✓  cp312   x86_64   glibc  manylinux_2_17  2_17   2.14  100 kB
  ✗  cp312   aarch64  glibc  manylinux_2_17  2_28  2.28*  100 kB  ✗2*
  ?  cp313   x86_64          manylinux_2_17                       not-a-zip

By architecture (glibc)
                  x86_64     aarch64
  manylinux_2_12  ✗          –
  manylinux_2_17  ✓ claimed  ✗ claimed
  manylinux_2_28  ✓          ✓
  glibc needed    2.14       2.28

What differs  * marks it above
  ! glibc needed: 2.28 on aarch64, 2.14 on x86_64. fcntl64 (GLIBC_2.28) is asked for by pkg/_x.so.
  ! Only on aarch64: Tag not met. [claimed-tag-not-met]
  ! Only on aarch64: Symbol versions too new. [symbol-version-too-new]

Each wheel in full: --each, or name one file.
`);
    expect(err).toContain("[not-a-zip]");
    expect(code).toBe(3);
  });

  it("fits 80 columns of a terminal, and leaves out what is least needed", async () => {
    const { out } = await wheelscope("show @ --color never", { files, terminal: true, width: 80 });
    for (const line of out.split("\n")) expect([...line].length, line).toBeLessThanOrEqual(80);
    expect(out).toContain("2.28*");
    const narrow = await wheelscope("show @ --color never", { files, terminal: true, width: 56 });
    expect(narrow.out).not.toContain("100 kB\n");
    expect(narrow.out).toContain("2.28*");
  });

  it("is followed by every report with --each, and with --library by these libraries", async () => {
    const each = await wheelscope("show --each @", { files });
    expect(each.out).toContain("\nWhere it runs");
    expect(each.out.match(/^Native files/gm)).toHaveLength(2);
    expect(each.out).not.toContain("--each");
    const one = await wheelscope("show --library **/_x.so @", { files });
    expect(one.out.match(/^pkg\/_x\.so$/gm)).toHaveLength(2);
  });

  it("in check is followed by what fails, and by nothing of what passes", async () => {
    const { code, out } = await wheelscope("check @", { files });
    expect(code).toBe(3);
    expect(out).toMatch(/\n\n\npkg-1\.0-cp312-cp312-manylinux_2_17_aarch64\.whl .*\n\n✗ Claims /);
    expect(out).toContain("[symbol-version-too-new]");
    expect(out).not.toContain("Native files");
    expect(out).not.toContain("\npkg-1.0-cp312-cp312-manylinux_2_17_x86_64.whl");
    const ids = "--ignore symbol-version-too-new --ignore claimed-tag-not-met";
    const ignored = await wheelscope(`check @ ${ids}`, { files });
    expect(ignored.out).not.toContain("[symbol-version-too-new]");
    expect(ignored.out).toContain("--each");
  });

  it("says which wheels run on the floor", async () => {
    const { out, code } = await wheelscope("check --floor debian-9 @", { files });
    expect(out).toMatch(/ debian-9 /);
    expect(out).toMatch(/✓ {2}cp312 {3}x86_64 {3}glibc {2}✓ /);
    expect(out).toMatch(/✗ {2}cp312 {3}aarch64 {2}glibc {2}✗ /);
    expect(code).toBe(3);
  });
});

describe("other sets of files", () => {
  it("are a list: wheels of several projects, libraries, pure wheels", async () => {
    const { out } = await wheelscope("show @", {
      files: {
        "a-1.0-cp312-cp312-manylinux_2_17_x86_64.whl": wheel({
          fileName: "a-1.0-cp312-cp312-manylinux_2_17_x86_64.whl",
          libraries: [extension("a/_x.so", { needs: { "libc.so.6": ["GLIBC_2.17 memcpy"] } })],
        }),
        "b-2.0-py3-none-any.whl": wheel({ fileName: "b-2.0-py3-none-any.whl", libraries: [] }),
        "libx.so": wheel({
          kind: "library",
          fileName: "libx.so",
          distInfo: null,
          libraries: [library("libx.so")],
        }),
      },
    });
    // A folder stands for its wheels.
    expect(out).toMatch(/^Files {3}2 wheels · 200 kB\n {5}wheel {2}python /);
    expect(out).toMatch(/\n {2}✓ {2}a 1\.0 {2}cp312 {3}x86_64 /);
    expect(out).toMatch(/\n {2}• {2}b 2\.0 {2}py3 /);
    expect(out).not.toContain("What differs");
  });

  it("name bare libraries by their files", async () => {
    const bare = (fileName: string) =>
      wheel({ kind: "library", fileName, distInfo: null, libraries: [library(fileName)] });
    const { out, code } = await wheelscope("show @/liba.so @/libb.so", {
      files: { "liba.so": bare("liba.so"), "libb.so": bare("libb.so") },
    });
    expect(code).toBe(0);
    expect(out).toMatch(/^Files {3}2 files /);
    expect(out).toMatch(/\n {2}• {2}liba\.so {2}x86_64 /);
  });

  it("show what could move the cursor as codes", async () => {
    const name = "a\x1b[2J.so";
    const bare = wheel({ kind: "library", fileName: name, distInfo: null, libraries: [library("x.so")] });
    const { out } = await wheelscope(["show", `@/${name}`, "@/b.so"], {
      files: { [name]: bare, "b.so": { ...bare, fileName: "b.so" } },
    });
    expect(out).not.toContain("\x1b");
    expect(out).toContain("a\\x1b[2J.so");
  });
});
