/** Workers that crash, never answer, or are no longer wanted. */
import { expose } from "comlink";
import { describe, expect, it } from "vitest";
import type { WheelFacts } from "../../../src/facts/model.ts";
import type { WorkerHandle } from "../../../src/engine/inspect.ts";
import type { Progress } from "../../../src/engine/protocol.ts";
import {
  fakeElf,
  fakeEngine,
  inspectBytes,
  memorySource,
  noise,
  wheelEntries,
  type FakeElf,
} from "./fake-engine.ts";
import { makeZip } from "../zip/zip-writer.ts";

const fileName = "demo-1.0-py3-none-any.whl";
const options = { fileName, watch: { names: [], contains: [] } };
const source = { kind: "path", path: fileName } as const;

function libraries(contents: Record<string, FakeElf>): Uint8Array {
  const files = Object.entries(contents).map(([name, content]) => [name, fakeElf(content)] as const);
  return makeZip(wheelEntries(Object.fromEntries(files)));
}

function states(facts: WheelFacts): string[] {
  return facts.libraries.map(({ path, elf, error }) => `${path} ${elf === null ? error?.id : "read"}`);
}

describe("a worker that dies", () => {
  it("costs the library at fault and nothing else", async () => {
    const names = Array.from({ length: 40 }, (_, index) => `lib${index}.so`);
    const contents = Object.fromEntries(
      names.map((name) => [name, name === "lib17.so" ? { kills: true } : {}]),
    );
    const { engine, started } = fakeEngine(libraries(contents));
    const outcome = await engine.inspect(source, options);
    engine.dispose();
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
    expect(states(outcome.value.facts)).toEqual(
      names.map((name) => `${name} ${name === "lib17.so" ? "engine-crashed" : "read"}`),
    );
    expect(outcome.value.facts.archive.problems).toEqual([]);
    // Halving 43 entries takes six or seven workers.
    expect(started()).toBeLessThan(12);
  });

  it("does not drag an innocent job down with it", async () => {
    const small = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`s${index}.so`, fakeElf()]));
    const entries = wheelEntries({ ...small, "bad.so": fakeElf({ kills: true }) });
    const fillers = Array.from({ length: 6 }, (_, index) => ({
      name: `f${index}`,
      data: noise(900_000),
      method: 0,
    }));
    const outcome = await inspectBytes(makeZip([...fillers, ...entries]));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
    expect(states(outcome.value.facts).sort()).toEqual([
      "bad.so engine-crashed",
      ...Object.keys(small).map((name) => `${name} read`),
    ]);
  });

  it("ends the reading when every one dies", async () => {
    let started = 0;
    const spawn = (): WorkerHandle => {
      started += 1;
      const { port1 } = new MessageChannel();
      return {
        endpoint: port1,
        terminate: () => port1.close(),
        onCrash: (listener) => setTimeout(() => listener("cannot load the worker"), 1),
      };
    };
    const outcome = await inspectBytes(libraries({ "a.so": {}, "b.so": {} }), fileName, {}, { spawn });
    expect(outcome).toMatchObject({
      ok: false,
      error: { id: "engine-crashed", detail: "cannot load the worker" },
    });
    expect(started).toBeLessThan(60);
  });

  it("is distinguished from one that ran out of memory", async () => {
    const spawn = (): WorkerHandle => {
      const { port1 } = new MessageChannel();
      return {
        endpoint: port1,
        terminate: () => port1.close(),
        onCrash: (listener) => setTimeout(() => listener("Worker terminated: out of memory"), 1),
      };
    };
    const outcome = await inspectBytes(fakeElf(), "libdemo.so", {}, { spawn });
    expect(outcome).toMatchObject({ ok: false, error: { id: "out-of-memory" } });
  });

  it("answers a request for symbols with an error, and the next request with symbols", async () => {
    const { engine } = fakeEngine(libraries({ "a.so": {}, "bad.so": {} }));
    const outcome = await engine.inspect(source, options);
    if (!outcome.ok) throw new Error(outcome.error.id);
    const query = { side: "all", text: "", version: null, cxx: null, offset: 0, limit: 1 } as const;
    expect(await outcome.value.symbols("a.so", query)).toMatchObject({ ok: true });
    engine.dispose();
    expect(await outcome.value.symbols("a.so", query)).toMatchObject({
      ok: false,
      error: { id: "cancelled" },
    });
  });
});

describe("cancelling", () => {
  /** Opens files and never says another word. */
  function silent(): { spawn: () => WorkerHandle; ended: () => number } {
    let ended = 0;
    const spawn = (): WorkerHandle => {
      const { port1, port2 } = new MessageChannel();
      expose({ open: () => ({ ok: true, value: null }), readJob: () => new Promise(() => undefined) }, port2);
      return {
        endpoint: port1,
        terminate: () => {
          ended += 1;
          port1.close();
        },
        onCrash: () => undefined,
      };
    };
    return { spawn, ended: () => ended };
  }

  it("ends workers that never answer", async () => {
    const { spawn, ended } = silent();
    const abort = new AbortController();
    const inspecting = inspectBytes(libraries({ "a.so": {} }), fileName, { signal: abort.signal }, { spawn });
    await new Promise((resolve) => setTimeout(resolve, 30));
    abort.abort();
    // Whoever waited for an answer would wait until this test fails.
    expect(await inspecting).toMatchObject({ ok: false, error: { id: "cancelled" } });
    expect(ended()).toBe(1);
  });

  it("works while the directory is being read, and before anything is", async () => {
    const abort = new AbortController();
    const stuck = { size: 5000, read: () => new Promise<never>(() => undefined) };
    const open = () => Promise.resolve(stuck);
    const inspecting = inspectBytes(new Uint8Array(0), fileName, { signal: abort.signal }, { open });
    abort.abort();
    expect(await inspecting).toMatchObject({ ok: false, error: { id: "cancelled" } });
    const late = await inspectBytes(libraries({}), fileName, { signal: abort.signal });
    expect(late).toMatchObject({ ok: false, error: { id: "cancelled" } });
  });

  it("leaves the engine ready for the next file", async () => {
    const { engine } = fakeEngine(libraries({ "a.so": {} }));
    const abort = new AbortController();
    const first = engine.inspect(source, { ...options, signal: abort.signal });
    abort.abort();
    expect(await first).toMatchObject({ ok: false, error: { id: "cancelled" } });
    expect(await engine.inspect(source, options)).toMatchObject({ ok: true });
    engine.dispose();
  });

  it("after the end changes nothing", async () => {
    const abort = new AbortController();
    const { engine } = fakeEngine(libraries({ "a.so": {} }));
    const outcome = await engine.inspect(source, { ...options, signal: abort.signal });
    abort.abort();
    if (!outcome.ok) throw new Error(outcome.error.id);
    const query = { side: "all", text: "", version: null, cxx: null, offset: 0, limit: 1 } as const;
    expect(await outcome.value.symbols("a.so", query)).toMatchObject({ ok: true });
    engine.dispose();
  });
});

describe("workers", () => {
  it("are used again for the next file, and ended in the end", async () => {
    const { engine, started, ended } = fakeEngine(libraries({ "a.so": {} }));
    for (let round = 0; round < 3; round++) {
      const outcome = await engine.inspect(source, options);
      if (!outcome.ok) throw new Error(outcome.error.id);
      outcome.value.close();
    }
    expect(started()).toBe(1);
    engine.dispose();
    expect(ended()).toBe(1);
  });

  it("can be started ahead of the first file", async () => {
    const { engine, started } = fakeEngine(libraries({ "a.so": {} }), { workers: 3 });
    engine.warm();
    engine.warm();
    expect(started()).toBe(3);
    expect(await engine.inspect(source, options)).toMatchObject({ ok: true });
    expect(started()).toBe(3);
    engine.dispose();
  });

  it("answer about names with and without a file, and are given back", async () => {
    const { engine, started, ended } = fakeEngine(libraries({ "a.so": {} }), { workers: 1 });
    const reading = { ok: true, value: [{ name: "_Zf", demangled: "f", cxx: null }] };
    expect(await engine.names(["_Zf"])).toEqual(reading);
    expect(await engine.pieces(["_Zf"])).toMatchObject({ ok: true, value: [[{ text: "_Zf" }]] });
    const outcome = await engine.inspect(source, options);
    if (!outcome.ok) throw new Error(outcome.error.id);
    expect(started()).toBe(1);
    expect(await engine.names(["_Zf"])).toEqual(reading);
    outcome.value.close();
    expect([started(), ended()]).toEqual([1, 0]);
    engine.dispose();
    expect(ended()).toBe(1);
  });

  it("are shared by all files that are open, and never by two requests at once", async () => {
    const { engine, started, ended } = fakeEngine(libraries({ "a.so": {} }), { workers: 1 });
    const query = { side: "all", text: "", version: null, cxx: null, offset: 0, limit: 10 } as const;
    const first = await engine.inspect(source, options);
    const second = await engine.inspect(source, options);
    if (!first.ok || !second.ok) throw new Error("the wheel was not read");
    for (const { value } of [first, second, first]) {
      expect(await value.symbols("a.so", query)).toMatchObject({ ok: true });
    }
    expect([started(), ended()]).toEqual([1, 0]);
    const both = await Promise.all([first.value.symbols("a.so", query), second.value.symbols("a.so", query)]);
    expect(both).toMatchObject([{ ok: true }, { ok: true }]);
    expect(started()).toBe(2);
    first.value.close();
    second.value.close();
    // As many are kept as one file needs.
    expect(ended()).toBe(1);
    engine.dispose();
  });

  it("say so when they are ended or die over a question about names", async () => {
    const silent = (crashes: boolean) => (): WorkerHandle => {
      const { port1 } = new MessageChannel();
      return {
        endpoint: port1,
        terminate: () => port1.close(),
        onCrash: (listener) => void (crashes && setTimeout(() => listener("gone"), 1)),
      };
    };
    const dying = fakeEngine(new Uint8Array(), { spawn: silent(true) });
    expect(await dying.engine.names(["_Zf"])).toMatchObject({ ok: false, error: { id: "engine-crashed" } });
    const waiting = fakeEngine(new Uint8Array(), { spawn: silent(false) });
    const asked = waiting.engine.names(["_Zf"]);
    waiting.engine.dispose();
    expect(await asked).toMatchObject({ ok: false, error: { id: "cancelled" } });
  });

  it("of two open files do not disturb each other", async () => {
    const { engine, started } = fakeEngine(libraries({ "a.so": { needed: ["x"] } }));
    const outcomes = await Promise.all([engine.inspect(source, options), engine.inspect(source, options)]);
    expect(outcomes).toMatchObject([{ ok: true }, { ok: true }]);
    expect(started()).toBe(2);
    engine.dispose();
  });

  it("close what they opened", async () => {
    let open = 0;
    const bytes = libraries({ "a.so": {} });
    const counted = () => {
      open += 1;
      return Promise.resolve({ ...memorySource(bytes), close: () => void (open -= 1) });
    };
    const { engine } = fakeEngine(bytes, { open: counted });
    const outcome = await engine.inspect(source, options);
    if (!outcome.ok) throw new Error(outcome.error.id);
    outcome.value.close();
    await expect.poll(() => open).toBe(0);
    engine.dispose();
  });
});

describe("progress", () => {
  it("only grows, is not reported too often, and ends complete", async () => {
    const files = Array.from({ length: 30 }, (_, index) => [
      `lib${index}.so`,
      fakeElf({ padding: "x".repeat(1000) }),
    ]);
    const large = { name: "large.bin", data: noise(12 << 20), method: 0 };
    const zip = makeZip([...wheelEntries(Object.fromEntries(files) as Record<string, Uint8Array>), large]);
    const seen: Progress[] = [];
    const started = performance.now();
    const outcome = await inspectBytes(zip, fileName, { onProgress: (progress) => seen.push(progress) });
    const elapsed = performance.now() - started;
    expect(outcome.ok).toBe(true);
    expect(seen[0]).toMatchObject({ phase: "directory", bytesTotal: 0 });
    const reading = seen.filter(({ phase }) => phase === "libraries");
    for (const key of ["bytesDone", "librariesDone", "librariesFound"] as const) {
      const values = reading.map((progress) => progress[key]);
      expect(values).toEqual([...values].sort((a, b) => a - b));
    }
    const last = seen.at(-1);
    expect(last).toMatchObject({ librariesDone: 30, librariesFound: 30 });
    expect(last?.bytesDone).toBe(last?.bytesTotal);
    expect(seen.length).toBeLessThanOrEqual(elapsed / 50 + 4);
  });
});
