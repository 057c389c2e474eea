/**
 * The program as users get it: bundled, started as a process, on real wheels. Its text for some fixture wheels is kept in
 * expected/ and reviewed; `U=1 npx vitest run test/cli` writes it again. Each test starts processes of its own, so they run side by side.
 */
import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { access, constants, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeLink } from "../../src/document/link/decode.ts";
import { reportSchema, strictValidator } from "../document/schema.ts";

const root = resolve(import.meta.dirname, "../..");
const wheels = join(root, "test/fixtures/wheels");
const libraries = join(root, "test/fixtures/libraries");

let folder: string;
let program: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wheelscope-built-"));
  await build({
    root,
    configFile: join(root, "vite.cli.config.ts"),
    logLevel: "error",
    build: { outDir: folder },
  });
  program = join(folder, "wheelscope.js");
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

function wheelscope(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    // A folder's documents are more than Node keeps of a process by itself.
    const options = { cwd: root, maxBuffer: 64 << 20 };
    const child = execFile(process.execPath, [program, ...args], options, (_, out, err) => {
      done({ code: child.exitCode ?? -1, out, err });
    });
  });
}

async function wheelNamed(project: string): Promise<string> {
  const name = (await readdir(wheels)).find((file) => file.startsWith(`${project}-`));
  if (name === undefined) throw new Error(`there is no fixture wheel ${project}`);
  return join(wheels, name);
}

describe.concurrent("text", () => {
  it.each([
    ["tiny_ok", []],
    ["glibc_too_new", []],
    ["missing_library", []],
    ["bundled_library", ["--library", "**"]],
    ["forbidden_symbol", ["--evidence", "all"]],
    ["driver_library", []],
    ["mixed_architectures", []],
    ["for_macos", []],
    ["tiny_ok", ["--against", "manylinux1"]],
    ["glibc_too_new", ["--floor", "ubuntu-20.04"]],
    ["string_abi_mixed", ["--library", "**"]],
    ["toolkit_undeclared", []],
    ["abi3_violated", ["--library", "**"]],
  ])("wheelscope show %s %j", async (project, flags) => {
    const { code, out, err } = await wheelscope("show", await wheelNamed(project), ...flags);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const name = [project, ...flags.filter((flag) => /\w/.test(flag))].join(" ").replace(/[^\w]+/g, "-");
    const file = join(import.meta.dirname, "expected", `${name}.txt`);
    if (process.env["U"]) await writeFile(file, out);
    expect(out).toBe(await readFile(file, "utf8"));
  });
});

describe.concurrent("a release", () => {
  it.each([
    ["text", []],
    ["markdown", ["--format", "markdown"]],
  ])("wheelscope check, in %s", async (format, flags) => {
    const names = (await readdir(wheels)).filter((name) => name.startsWith("side_by_side-"));
    const { code, out, err } = await wheelscope(
      "check",
      ...flags,
      ...names.map((name) => join(wheels, name)),
    );
    expect({ code, err }).toEqual({ code: 1, err: "" });
    const file = join(import.meta.dirname, "expected", `side_by_side-${format}.txt`);
    if (process.env["U"]) await writeFile(file, out);
    expect(out).toBe(await readFile(file, "utf8"));
  });

  it("is one link, with the hash of each file", async () => {
    const names = (await readdir(wheels)).filter((name) => name.startsWith("side_by_side-"));
    const { code, out } = await wheelscope("link", ...names.map((name) => join(wheels, name)));
    expect(code).toBe(0);
    const opened = decodeLink(out.trim().replace("#/r/", ""));
    const facts = opened.ok ? opened.value.wheels.map((one) => one.facts) : [];
    expect(facts.map(({ fileName }) => fileName)).toEqual(names);
    for (const { sha256 } of facts) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe.concurrent("the program", () => {
  it("is executable and says its version", async () => {
    await access(program, constants.X_OK);
    expect((await readFile(program, "utf8")).startsWith("#!/usr/bin/env node\n")).toBe(true);
    const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
    expect((await wheelscope("--version")).out).toMatch(`wheelscope ${version} `);
  });

  it("needs nothing but Node's own modules", async () => {
    for (const file of (await readdir(folder)).filter((name) => name.endsWith(".js"))) {
      const text = await readFile(join(folder, file), "utf8");
      const imported = [...text.matchAll(/^import\b[^"']*["']([^"']+)["']/gm)].map(([, from = ""]) => from);
      for (const from of imported) expect(from.startsWith("./") || isBuiltin(from), from).toBe(true);
    }
  });

  it("judges a bare library", async () => {
    const { code, out } = await wheelscope(
      "show",
      "-q",
      join(libraries, "on_s390x.cpython-312-s390x-linux-gnu.so"),
    );
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringContaining("manylinux_2_17_s390x") as string,
    });
  });

  it("reads the names in a message on standard input", async () => {
    const child = spawn(process.execPath, [program, "explain", "-"], { stdio: ["pipe", "pipe", "inherit"] });
    child.stdin.end("ImportError: _draw.so: undefined symbol: _ZN6shapes8describeB5cxx11ERKNS_5ShapeE\n");
    let out = "";
    child.stdout.setEncoding("utf8").on("data", (piece: string) => (out += piece));
    const code = await new Promise((done) => child.once("close", done));
    expect(code).toBe(0);
    expect(out).toContain("shapes::describe[abi:cxx11](shapes::Shape const&)");
  });

  it("hashes the file for JSON", async () => {
    const { out } = await wheelscope("show", "--json", await wheelNamed("tiny_ok"));
    expect((JSON.parse(out) as { sha256: string }).sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("prints auditwheel's document with four blanks and nothing else", async () => {
    const { out } = await wheelscope("show", "--format", "auditwheel", await wheelNamed("glibc_too_new"));
    const document = JSON.parse(out) as object;
    expect(out).toBe(`${JSON.stringify(document, null, 4)}\n`);
    expect(Object.keys(document)).toEqual([
      "version",
      "wheel",
      "pure",
      "overall_tag",
      "sym_tag",
      "pyfpe",
      "ucs2",
      "unsupported_isa",
      "versioned_symbols",
      "external_libs",
      "policy_upgrades",
    ]);
  });

  it.each([
    ["damaged", "zip-damaged"],
    ["not_a_zip", "not-a-zip"],
  ])("says what is wrong with %s", async (project, id) => {
    const { code, out, err } = await wheelscope("check", await wheelNamed(project));
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toMatch(`[${id}]`);
  });

  it("judges a folder of wheels in one process, in order, each document as the schema says", async () => {
    const { code, out } = await wheelscope("check", "--json", "--ignore", "executable-stack", wheels);
    const documents = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { wheel: string; $schema: string });
    expect(documents.map(({ wheel }) => wheel)).toEqual(
      (await readdir(wheels)).filter((name) => name.endsWith(".whl")).sort(),
    );
    const fits = strictValidator();
    for (const document of documents) {
      expect(fits(document), `${document.wheel}: ${JSON.stringify(fits.errors)}`).toBe(true);
      // Those of errors too.
      expect(Object.entries(document)[0]).toEqual(["$schema", reportSchema["$id"]]);
    }
    expect(code).toBe(3);
  }, 30_000);

  it("ends when nobody reads its output any more", async () => {
    const child = spawn(process.execPath, [program, "show", "--each", wheels], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((done) => child.once("exit", done));
    expect(code).toBe(141);
  }, 30_000);

  it.runIf(existsSync("/dev/full"))("says so when its output cannot be written", async () => {
    const child = spawn("sh", ["-c", `exec "$0" "$1" policies > /dev/full`, process.execPath, program]);
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (piece: string) => (err += piece));
    const code = await new Promise((done) => child.once("close", done));
    expect({ code, err }).toEqual({
      code: 3,
      err: "wheelscope: the result cannot be written: the disk is full\n",
    });
  });
});

// Alone: it is about time.
describe("the program, interrupted,", () => {
  it("ends at once on Ctrl+C and leaves no file", async () => {
    const fixture = await wheelNamed("tiny_ok");
    const many = Array.from({ length: 2000 }, () => fixture);
    const file = join(folder, "never.json");
    const child = spawn(process.execPath, [program, "show", "--json", "--output", file, ...many], {
      stdio: "ignore",
    });
    // By then the program is at work, even on a busy machine.
    setTimeout(() => child.kill("SIGINT"), 1500);
    const code = await new Promise((done) => child.once("exit", done));
    expect(code).toBe(130);
    expect((await readdir(folder)).filter((name) => name.startsWith("never"))).toEqual([]);
  }, 30_000);
});
