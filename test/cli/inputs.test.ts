/** Which files a command line reads, and which it does not write over. */
import { execFile } from "node:child_process";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { library, wheel } from "../core/builders.ts";
import { useWorld } from "./world.ts";

const { wheelscope, path } = useWorld();

const bad = wheel({
  tags: "manylinux_2_17_x86_64",
  libraries: [library("pkg/_x.so", { needs: { "libc.so.6": ["GLIBC_2.34 pthread_create"] } })],
});
const fine = wheel({ tags: "manylinux_2_17_x86_64", libraries: [library("pkg/_x.so")] });

describe("folders", () => {
  it("are searched to the bottom", async () => {
    await mkdir(path("dir/sub/deeper"), { recursive: true });
    await writeFile(path("dir/sub/deeper/bad.whl"), "");
    const { code, out } = await wheelscope("check @/dir", { files: { "bad.whl": bad } });
    expect([code, out]).toEqual([1, expect.stringContaining("bad.whl")]);
  });

  it("linked in a circle end", async () => {
    await mkdir(path("dir/sub"), { recursive: true });
    await symlink(path("dir"), path("dir/sub/again"));
    await writeFile(path("dir/sub/a.whl"), "");
    expect(await wheelscope("check -q @/dir", { files: { "a.whl": fine } })).toMatchObject({ code: 0 });
  });

  it.skipIf(process.platform === "win32")("hold pipes, which are named and not read", async () => {
    await mkdir(path("dir"));
    await writeFile(path("dir/a.whl"), "");
    await promisify(execFile)("mkfifo", [path("dir/pipe.whl")]);
    const world = { files: { "a.whl": fine } };
    const { code, err } = await wheelscope("check @/dir", world);
    expect([code, err]).toEqual([3, expect.stringContaining("pipe.whl: it is a pipe")]);
    expect(await wheelscope("check @/dir/pipe.whl", world)).toMatchObject({ code: 3 });
    expect((await wheelscope("check /dev/null", world)).err).toContain("/dev/null: it is a device");
  });
});

describe("--output never destroys", () => {
  const files = { "a.whl": fine, "b.whl": fine };

  it("the first wheel of `check -o dist/*.whl`", async () => {
    await writeFile(path("first.whl"), "precious");
    const { code, err } = await wheelscope("check -o @/first.whl @/a.whl @/b.whl", { files });
    expect([code, err]).toEqual([2, expect.stringContaining("first.whl is left as it is")]);
    expect(await readFile(path("first.whl"), "utf8")).toBe("precious");
  });

  it.each(["lib.so", "lib.so.1.2", "LIB.WHL"])("%s", async (name) => {
    await writeFile(path(name), "precious");
    expect(await wheelscope(["show", "-o", path(name), path("a.whl")], { files })).toMatchObject({ code: 2 });
    expect(await readFile(path(name), "utf8")).toBe("precious");
  });

  it("a library or an archive of another name, an input by another name, a folder", async () => {
    await writeFile(path("program"), "\x7fELF…");
    await writeFile(path("archive.zip"), "PK\x03\x04…");
    await writeFile(path("in.json"), "{}");
    await symlink(path("in.json"), path("link"));
    for (const name of ["program", "archive.zip", "link", "."])
      expect((await wheelscope(["show", "-o", path(name), path("in.json")], { files })).code, name).toBe(2);
    expect(await readFile(path("in.json"), "utf8")).toBe("{}");
  });

  it("but writes over what it wrote before", async () => {
    await writeFile(path("report.txt"), "old");
    expect(await wheelscope("show -o @/report.txt @/a.whl", { files })).toMatchObject({ code: 0 });
    expect(await readFile(path("report.txt"), "utf8")).toContain("a.whl");
  });
});

describe("letters that hide", () => {
  // Right-to-left override, zero-width space, a C1 control, a soft hyphen, a tag letter.
  const odd = "pkg/\u202eos.x\u200b\u0085\u00ad\u{e0041}.so";
  const files = { "a.whl": wheel({ tags: "manylinux_2_17_x86_64", libraries: [library(odd)] }) };

  it.each(["show @/a.whl", "show --json @/a.whl", "show --format markdown --library * @/a.whl"])(
    "stand as codes in %s",
    async (line) => {
      const { out } = await wheelscope(line, { files });
      expect(out).toMatch(/\\u\{?202e/);
      expect(out).not.toMatch(/[\p{Cf}\u0080-\u009f]/u);
    },
  );

  it("are the same name for programs", async () => {
    const { out } = await wheelscope("show --json @/a.whl", { files });
    expect(JSON.stringify(JSON.parse(out))).toContain(odd);
  });
});

it("exits like auditwheel in its format: 1 where it gives no tag", async () => {
  const files = { "pure.whl": wheel({ tags: "any", libraries: [] }), "a.whl": fine };
  expect(await wheelscope("show --format auditwheel @/pure.whl", { files })).toMatchObject({ code: 1 });
  expect(await wheelscope("show --format auditwheel @/a.whl", { files })).toMatchObject({ code: 0 });
  expect(await wheelscope("show @/pure.whl", { files })).toMatchObject({ code: 0 });
});

it("speaks of no claim when another tag is asked about", async () => {
  const files = { "a.whl": bad };
  for (const tag of ["manylinux_2_17", "manylinux_2_99"]) {
    const { out } = await wheelscope(`show --against ${tag} @/a.whl`, { files });
    expect(out.replaceAll(/whatever it claims|claimed-tag-not-met/g, "")).not.toMatch(/\bclaim/i);
  }
});

it("ignores the consequence of a cause that is ignored", async () => {
  const files = { "a.whl": bad };
  const check = (rule: string) => wheelscope(`check @/a.whl --ignore ${rule}`, { files });
  expect(await check("symbol-version-too-new")).toMatchObject({ code: 0 });
  expect(await check("symbol-version-too-new:pkg/*")).toMatchObject({ code: 0 });
  expect(await check("symbol-version-too-new:other/*")).toMatchObject({ code: 1 });
  expect(await check("claimed-tag-not-met")).toMatchObject({ code: 1 });
});
