/** `load` and `doctor` over fixture wheels, read for real, and over an environment made of them. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Inspector, LinkedFacts } from "../../src/cli/input/inspector.ts";
import { run } from "../../src/cli/run.ts";
import { watchListOf } from "../../src/core/knowledge/knowledge.ts";
import { commonNames } from "../../src/data/libc-names/common-names.ts";
import { knowledge } from "../../src/data/index.ts";
import type { TogetherJson } from "../../src/document/json/together-json.ts";
import { createEngine, type Engine } from "../../src/engine/inspect.ts";
import type { SourceDescriptor } from "../../src/engine/protocol.ts";
import type { Outcome } from "../../src/facts/inspect-error.ts";
import { openPath } from "../../src/node/source.ts";
import { workerHere } from "../engine/workers/worker-here.ts";

const root = join(import.meta.dirname, "../..");
const wheel = (start: string, tag = "cp312-cp312-manylinux_2_17_x86_64"): string =>
  join(root, `test/fixtures/wheels/${start}-1.0-${tag}.whl`);

let engine: Engine;
let folder = "";

beforeAll(async () => {
  const open = (source: SourceDescriptor) =>
    source.kind === "path" ? openPath(source.path) : Promise.reject(new Error("only paths here"));
  const module = await WebAssembly.compile(readFileSync(join(root, "wasm/dist/reader.wasm")));
  engine = createEngine({ module, workers: 1, open, spawn: () => workerHere(open) });
  folder = mkdtempSync(join(tmpdir(), "wheelscope-load-test-"));
});
afterAll(() => {
  engine.dispose();
  rmSync(folder, { recursive: true });
});

async function inspectLinked(path: string): Promise<Outcome<LinkedFacts>> {
  const options = { fileName: basename(path), watch: watchListOf(knowledge), keepLinks: true };
  const outcome = await engine.inspect(
    { kind: "path", path },
    { ...options, commonNames: () => Promise.resolve(commonNames) },
  );
  if (!outcome.ok) return outcome;
  const { facts, tables } = outcome.value;
  return { ok: true, value: { facts, tables } };
}

async function wheelscope(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: "", err: "" };
  const stream = (key: keyof typeof written) => ({
    write: (text: string) => void (written[key] += text),
    isTerminal: false,
    width: 100,
  });
  const inspector: Inspector = {
    inspect: () => Promise.reject(new Error("not asked")),
    inspectLinked: ({ path }) => inspectLinked(path),
    names: () => Promise.reject(new Error("not asked")),
    dispose: () => undefined,
  };
  const code = await run(words, {
    out: stream("out"),
    err: stream("err"),
    noColor: true,
    createInspector: () => Promise.resolve(inspector),
    readInput: () => Promise.resolve(""),
    page: null,
    today: "2026-12-01",
    signal: new AbortController().signal,
  });
  return { code, ...written };
}

async function json(...words: string[]): Promise<TogetherJson> {
  const { out } = await wheelscope(...words, "--json");
  return JSON.parse(out) as TogetherJson;
}

describe("load", () => {
  it("loads a wheel whose library is found", async () => {
    const { code, out } = await wheelscope("load", wheel("bundled_library"));
    expect(code).toBe(0);
    expect(out).toContain("✓ 1 file of 1 package: 1 loads.");
  });

  it("fails where no search path leads to a library of the wheel", async () => {
    const { code, out } = await wheelscope("load", wheel("unreachable_library"));
    expect(code).toBe(1);
    expect(out).toContain("libfoo.so.1: cannot open shared object file: No such file or directory");
  });

  it("says what is needed from elsewhere, and does not fail", async () => {
    const { code, out } = await wheelscope("load", wheel("missing_library"));
    expect(code).toBe(0);
    expect(out).toContain("It needs libfoo.so.1, which nothing here brings.");
  });

  it("names the symbol, and who has it otherwise", async () => {
    const path = wheel("string_abi_mixed", "cp312-cp312-manylinux_2_28_x86_64");
    const { files, fails } = await json("load", path);
    expect(fails).toBe(1);
    const [failing] = files.filter(({ outcome, counts }) => counts && outcome === "fails");
    expect(failing?.message).toBe("undefined symbol: _ZN6shapes8describeB5cxx11ERKNS_5ShapeE");
    expect(failing?.cause).toContain("with the other ABI of std::string");
  });

  it("holds versions against a system", async () => {
    const { code } = await wheelscope("load", wheel("glibc_too_new"), "--system", "debian-12");
    expect(code).toBe(0);
    const old = await wheelscope("load", wheel("glibc_too_new"), "--system", "debian-11");
    expect(old.code).toBe(1);
    expect(old.out).toContain("version `GLIBC_2.34' not found");
  });

  it("leaves out modules for another Python", async () => {
    const { other_python, python } = await json("load", wheel("bundled_library"), "--python", "3.11");
    expect(python).toBe("Python 3.11");
    expect(other_python).toHaveLength(1);
  });

  it("names what cannot be read, and goes on", async () => {
    const broken = join(folder, "broken-1.0-py3-none-any.whl");
    writeFileSync(broken, "no archive");
    const { code, out } = await wheelscope("load", broken, wheel("bundled_library"));
    expect(code).toBe(3);
    expect(out).toContain("1 loads");
    expect(out).toContain(broken);
  });

  it("writes Markdown, and refuses what it does not know", async () => {
    const { out } = await wheelscope("load", wheel("unreachable_library"), "--format", "markdown");
    expect(out).toContain("- ✗ `unreachable_library/");
    expect((await wheelscope("load")).code).toBe(2);
    expect((await wheelscope("load", wheel("bundled_library"), "--system", "debian")).code).toBe(2);
    expect((await wheelscope("load", wheel("bundled_library"), "--python", "three")).code).toBe(2);
    expect((await wheelscope("load", wheel("bundled_library"), "-o", wheel("bundled_library"))).code).toBe(2);
  });
});

describe("doctor", () => {
  /** As pip leaves it: files, METADATA, RECORD. */
  function installed(...wheels: string[]): string {
    const environment = mkdtempSync(join(folder, "env-"));
    const site = join(environment, "lib/python3.12/site-packages");
    for (const path of wheels) {
      for (const [name, bytes] of Object.entries(unzipSync(readFileSync(path)))) {
        mkdirSync(dirname(join(site, name)), { recursive: true });
        writeFileSync(join(site, name), bytes);
      }
    }
    writeFileSync(join(environment, "pyvenv.cfg"), "version = 3.12.4\n");
    return environment;
  }

  it("finds the one package that does not load", async () => {
    const environment = installed(wheel("bundled_library"), wheel("unreachable_library"));
    const { files, packages, python, fails } = await json("doctor", environment, "--system", "debian-12");
    expect(python).toBe("Python 3.12");
    expect([...packages].sort()).toEqual(["bundled-library 1.0", "unreachable-library 1.0"]);
    expect(fails).toBe(1);
    expect(files.find(({ counts, outcome }) => counts && outcome === "fails")?.package).toBe(
      "unreachable-library 1.0",
    );
  });

  it("does not fail what a script of the package may load first", async () => {
    const environment = installed(wheel("unreachable_library"));
    const site = join(environment, "lib/python3.12/site-packages");
    const script = join(site, "unreachable_library/__init__.py");
    writeFileSync(script, "import ctypes\nctypes.CDLL('libfoo.so.1')\n");
    const { fails, needs, files } = await json("doctor", environment, "--system", "debian-12");
    expect([fails, needs]).toEqual([0, 1]);
    expect(files.find(({ counts }) => counts)?.remedy).toContain(
      "If a script of the package loads what is missing first",
    );
  });

  it("takes a site-packages folder, and says when there is none", async () => {
    const environment = installed(wheel("bundled_library"));
    const site = join(environment, "lib/python3.12/site-packages");
    expect((await json("doctor", site, "--system", "debian-12")).loads).toBe(1);
    const { code, err } = await wheelscope("doctor", join(folder, "nowhere"));
    expect(code).toBe(2);
    expect(err).toContain("there is no folder");
  });
});
