/** Whole commands with made-up files: what is written where, and the exit code. */
import { readFile, readdir, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { help } from "../../src/cli/args/help.ts";
import { inspectError } from "../../src/facts/inspect-error.ts";
import { extension, library, wheel } from "../core/builders.ts";
import { useWorld } from "./world.ts";

const tag = "manylinux_2_17_x86_64";
const fine = wheel({
  tags: tag,
  libraries: [library("pkg/_x.so", { needs: { "libc.so.6": ["GLIBC_2.17 memcpy"] } })],
});
const tooNew = wheel({
  tags: tag,
  libraries: [
    library("pkg/_new.so", { needs: { "libc.so.6": ["GLIBC_2.34 pthread_create dlopen"] } }),
    library("pkg/_old.so", { needs: { "libc.so.6": ["GLIBC_2.5 memcpy"] } }),
  ],
});
const unread = wheel({
  tags: tag,
  libraries: [
    { ...library("pkg/_x.so"), elf: null, error: inspectError("library-truncated", { path: "pkg/_x.so" }) },
  ],
});
const pure = wheel({ tags: "any", libraries: [] });

const { wheelscope, path, folder } = useWorld();

describe("exit codes", () => {
  const files = {
    "fine.whl": fine,
    "new.whl": tooNew,
    "unread.whl": unread,
    "pure.whl": pure,
    "broken.whl": { ok: false, error: inspectError("not-a-zip") } as const,
    "crash.whl": { ok: false, error: inspectError("engine-crashed") } as const,
  };

  it.each([
    ["show @/fine.whl", 0],
    ["show @/new.whl", 0],
    ["show @/unread.whl", 0],
    ["show @/broken.whl", 3],
    ["show @/crash.whl", 4],
    ["show @/not-there.whl", 3],
    ["check @/fine.whl", 0],
    ["check @/new.whl", 1],
    ["check @/new.whl --against manylinux_2_34", 0],
    ["check @/fine.whl --against manylinux1", 1],
    ["check @/unread.whl", 3],
    ["check @/pure.whl", 0],
    ["check @/pure.whl --require-platform", 1],
    ["check @/fine.whl --require-platform", 0],
    ["check @/fine.whl @/new.whl", 1],
    ["check @/new.whl @/broken.whl", 3],
    ["check @/broken.whl @/crash.whl @/new.whl", 4],
    ["check @", 4],
    ["show --fail-on error", 2],
    ["explain no-such-id", 2],
    ["show @/fine.whl --against windows", 2],
  ])("wheelscope %s ends with %i", async (line, code) => {
    expect((await wheelscope(line, { files })).code).toBe(code);
  });

  it("is 4 where a command throws, and says so", async () => {
    const { code, err, out, disposed } = await wheelscope("show @/a.whl", {
      files: { "a.whl": new Error("surprise") },
    });
    expect(code).toBe(4);
    expect(err).toMatch(/^wheelscope: this is a fault of Wheelscope.*please report it\.\nError: surprise\n/);
    expect({ out, disposed }).toEqual({ out: "", disposed: 1 });
  });

  it("is 130 after Ctrl+C, with nothing written", async () => {
    const world = { files: { "a.whl": tooNew }, signal: AbortSignal.abort() };
    expect(await wheelscope("check @/a.whl --output @/out.txt", world)).toMatchObject({ code: 130, out: "" });
    expect(await readdir(folder())).toEqual(["a.whl"]);
  });
});

describe("--ignore and --fail-on", () => {
  const files = { "new.whl": tooNew };
  const both = "--ignore claimed-tag-not-met --ignore symbol-version-too-new";

  it.each([
    [`check @/new.whl ${both}`, 0],
    ["check @/new.whl --ignore symbol-version-too-new", 0],
    ["check @/new.whl --ignore claimed-tag-not-met --ignore symbol-version-too-new:_new.so", 0],
    ["check @/new.whl --ignore claimed-tag-not-met --ignore symbol-version-too-new:_old.so", 1],
  ])("wheelscope %s ends with %i", async (line, code) => {
    expect((await wheelscope(line, { files })).code).toBe(code);
  });

  it("still lists what is ignored, marked", async () => {
    const { out } = await wheelscope(`check @/new.whl ${both}`, { files });
    expect(out).toContain("[symbol-version-too-new] ignored");
    const json = JSON.parse((await wheelscope(`check @/new.whl --json ${both}`, { files })).out) as {
      findings: { id: string; ignored?: boolean }[];
    };
    expect(json.findings.find(({ id }) => id === "symbol-version-too-new")?.ignored).toBe(true);
  });

  it("fails on milder findings if asked to", async () => {
    const stack = wheel({ tags: tag, libraries: [library("pkg/_x.so", { executableStack: true })] });
    const world = { files: { "stack.whl": stack } };
    expect((await wheelscope("check @/stack.whl", world)).code).toBe(0);
    expect((await wheelscope("check @/stack.whl --fail-on warning", world)).code).toBe(1);
  });
});

describe("streams", () => {
  const files = {
    "a.whl": tooNew,
    "b.whl": fine,
    "broken.whl": { ok: false, error: inspectError("not-a-zip") } as const,
  };

  it("keeps a pipe free of colours and progress", async () => {
    const { out, err } = await wheelscope("show @/a.whl", { files });
    expect(out).not.toContain("\x1b");
    expect(err).toBe("");
  });

  it("colours a terminal, tells progress on standard error, and wipes it away", async () => {
    const { out, err } = await wheelscope("show @/a.whl", { files, terminal: true });
    expect(out).toContain("\x1b[31m✗\x1b[39m");
    expect(err).toBe("\r\x1b[Ka.whl    43 %   1 of 3 native files\r\x1b[K");
  });

  it("respects NO_COLOR and --color", async () => {
    expect((await wheelscope("show @/a.whl", { files, terminal: true, noColor: true })).out).not.toContain(
      "\x1b",
    );
    expect((await wheelscope("show @/a.whl --color never", { files, terminal: true })).out).not.toContain(
      "\x1b",
    );
    expect((await wheelscope("show @/a.whl --color always", { files })).out).toContain("\x1b");
  });

  it("says on standard error what could not be read", async () => {
    const { out, err } = await wheelscope("show @/broken.whl", { files });
    expect(out).toBe("");
    expect(err).toMatch(/^wheelscope: .*broken\.whl: Not a wheel\. .* \[not-a-zip\]\n$/);
  });

  it("names folders without wheels and missing files", async () => {
    expect((await wheelscope("show @")).err).toMatch(/^wheelscope: .+: the folder holds no wheels\n$/);
    expect((await wheelscope("show @/none.whl")).err).toMatch(/none\.whl: there is no such file\n$/);
  });

  it("prints one document for one input, one a line for several", async () => {
    const one = await wheelscope("show --json @/a.whl", { files });
    expect(one.out.split("\n").length).toBeGreaterThan(10);
    expect(JSON.parse(one.out)).toMatchObject({ version: 1, wheel: "a.whl" });
    const several = await wheelscope("show --json @", { files });
    const lines = several.out.trimEnd().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as { wheel: string }).wheel)).toEqual([
      "a.whl",
      "b.whl",
      "broken.whl",
    ]);
    expect(several.code).toBe(3);
  });

  it("prints one line a file with --quiet", async () => {
    const { out } = await wheelscope("show --quiet @/a.whl @/b.whl", { files });
    expect(out.split("\n")).toEqual([
      expect.stringMatching(/^✗ a\.whl: /),
      expect.stringMatching(/^✓ b\.whl: /),
      "",
    ]);
  });

  it("says in check what fails beside a kept claim, with --quiet too", async () => {
    const stacked = wheel({ libraries: [extension("pkg/_x.so", { executableStack: true })] });
    const line = "-q --fail-on warning @/b.whl --format";
    const text = await wheelscope(`check ${line} text`, { files: { "b.whl": stacked } });
    expect(text.out).toMatch(/^✗ b\.whl: Complies .* Fails for executable-stack\.\n$/);
    expect(text.code).toBe(1);
    const markdown = await wheelscope(`check ${line} markdown`, { files: { "b.whl": stacked } });
    expect(markdown.out).toMatch(/^- ✗ `b\.whl`: Complies .* Fails for executable-stack\.\n$/);
    const shown = await wheelscope("show -q @/b.whl", { files: { "b.whl": stacked } });
    expect(shown.out).not.toContain("executable-stack");
  });

  it("is the same every time", async () => {
    const twice = [await wheelscope("show @", { files }), await wheelscope("show @", { files })];
    expect(twice[0]?.out).toBe(twice[1]?.out);
  });
});

describe("long symbol names", () => {
  const [deep, flat] = [`_ZN${"6shapes".repeat(30)}3addEv`, `_ZN6shapes${"5Shape".repeat(20)}3addEv`];
  const c = `c_${"long_".repeat(40)}name`;
  const needs = { "libstdc++.so.6": [`GLIBCXX_3.4.31 ${deep} ${flat} ${c} _ZN5shortEv`] };
  const files = { "a.whl": wheel({ tags: tag, libraries: [library("pkg/_x.so", { needs })] }) };

  it("are printed as C++ spells them, or cut, in evidence and in a library's block", async () => {
    for (const flags of ["", "--library ** ", "--format markdown "]) {
      const { out } = await wheelscope(`show ${flags}@/a.whl`, { files });
      const text = out.replace(/\s+/g, " ");
      expect(text).toContain("shapes::add(shapes::Shape)");
      expect(text).toContain(`${"shapes::".repeat(10)}…`);
      expect(text).toContain("c_long_long_");
      expect(text).toContain("_ZN5shortEv");
      for (const name of [deep, flat, c]) expect(text).not.toContain(name);
    }
  });

  it("are whole with --evidence all and in documents", async () => {
    for (const flags of ["--evidence all ", "--json "]) {
      const { out } = await wheelscope(`show ${flags}@/a.whl`, { files });
      for (const name of [deep, flat, c]) expect(out).toContain(name);
    }
  });
});

describe("--output", () => {
  const files = { "a.whl": tooNew };

  it("writes the file whole and nothing else", async () => {
    await writeFile(path("out.json"), "before");
    const { code, out } = await wheelscope("show --json @/a.whl --output @/out.json", { files });
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(JSON.parse(await readFile(path("out.json"), "utf8"))).toMatchObject({ version: 1 });
    expect((await readdir(folder())).sort()).toEqual(["a.whl", "out.json"]);
  });

  it("has no colours, whatever standard output is", async () => {
    await wheelscope("show @/a.whl --output @/out.txt", { files, terminal: true });
    expect(await readFile(path("out.txt"), "utf8")).not.toContain("\x1b");
  });

  it("is an error where the file cannot be written", async () => {
    const { code, err } = await wheelscope("show @/a.whl --output @/no/such/out.txt", { files });
    expect(code).toBe(3);
    expect(err).toMatch(/out\.txt cannot be written: there is no such file/);
  });
});

describe("other commands", () => {
  it("prints the help", async () => {
    expect(await wheelscope("--help")).toMatchObject({ code: 0, out: help, err: "" });
    for (const line of help.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  it("prints versions", async () => {
    expect((await wheelscope("--version")).out).toMatch(
      /^wheelscope \d+\.\d+\.\d+ \(policies of \d{4}-\d\d-\d\d, report version 1\)\n$/,
    );
  });

  it("lists the policies", async () => {
    const { out } = await wheelscope("policies");
    expect(out).toMatch(/manylinux_2_17 +manylinux2014 +aarch64 /);
    expect(out).toContain("musllinux_1_2");
    const { policies } = JSON.parse((await wheelscope("policies --json")).out) as {
      policies: { name: string }[];
    };
    expect(policies[0]?.name).toBe("manylinux_2_5");
  });

  it("answers wrong usage with a way out", async () => {
    expect(await wheelscope("shwo a.whl")).toMatchObject({
      code: 2,
      out: "",
      err: "wheelscope: There is no command “shwo”; did you mean show?\nTry: wheelscope --help\n",
    });
  });
});
