/** The same engine on real threads and the real ELF reader, in Node: what message channels in one process cannot show. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, readFile, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import nodeEndpoint from "comlink/dist/esm/node-adapter";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPath } from "../../../src/node/source.ts";
import { createEngine, type Engine, type WorkerHandle } from "../../../src/engine/inspect.ts";
import type { Progress } from "../../../src/engine/protocol.ts";

const wheel = resolve("test/fixtures/wheels/bundled_library-1.0-cp312-cp312-manylinux_2_17_x86_64.whl");
const out = resolve("node_modules/.cache/threads-test");
const watch = { names: [], contains: [] };

let module: WebAssembly.Module;
let engine: Engine;
const threads = new Set<Worker>();

beforeAll(async () => {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    ssr: { noExternal: true, target: "node" },
    build: {
      ssr: true,
      outDir: out,
      emptyOutDir: true,
      rollupOptions: {
        input: { worker: "src/node/worker.ts" },
        output: { entryFileNames: "[name].mjs", chunkFileNames: "[name].mjs" },
      },
    },
  });
  expect(existsSync(resolve(out, "worker.mjs"))).toBe(true);
  module = await WebAssembly.compile(await readFile("wasm/dist/reader.wasm"));
  engine = createEngine({
    module,
    workers: 2,
    spawn,
    open: (source) => (source.kind === "path" ? openPath(source.path) : Promise.reject(new Error("a path"))),
  });
}, 60_000);

afterAll(() => engine.dispose());

function spawn(): WorkerHandle {
  const thread = new Worker(resolve(out, "worker.mjs"));
  threads.add(thread);
  thread.on("exit", () => threads.delete(thread));
  return {
    endpoint: nodeEndpoint(thread),
    terminate: () => void thread.terminate(),
    onCrash: (listener) => {
      thread.on("error", (error: Error) => listener(error.message));
      thread.on("exit", (code) => listener(`exit ${code}`));
    },
  };
}

describe("real threads", () => {
  it("read a wheel, its symbols and its hash", async () => {
    const outcome = await engine.inspect({ kind: "path", path: wheel }, { fileName: basename(wheel), watch });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
    const { facts, symbols, sha256, close } = outcome.value;
    expect(facts.record).toMatchObject({ present: true, problems: [] });
    expect(facts.libraries.length).toBeGreaterThanOrEqual(2);
    for (const library of facts.libraries)
      expect(library).toMatchObject({ error: null, elf: { architecture: "x86_64" } });

    const [first] = facts.libraries;
    const query = { side: "all", text: "", version: null, cxx: null, offset: 0, limit: 5000 } as const;
    const page = await symbols(first?.path ?? "", query);
    const counts = first?.elf?.symbolCounts;
    expect(page).toMatchObject({
      ok: true,
      value: { total: (counts?.defined ?? 0) + (counts?.undefined ?? 0) },
    });

    const seen: Progress[] = [];
    const hash = createHash("sha256")
      .update(await readFile(wheel))
      .digest("hex");
    expect(await sha256((progress) => seen.push(progress))).toEqual({ ok: true, value: hash });
    expect(seen.at(-1)?.bytesDone).toBe(facts.sizeBytes);
    close();
  });

  it("read names without any file", async () => {
    expect(await engine.names(["_ZNSsC1Ev", "main"])).toEqual({
      ok: true,
      value: [
        { name: "_ZNSsC1Ev", demangled: "std::string::string()", cxx: "old" },
        { name: "main", demangled: null, cxx: null },
      ],
    });
  });

  it("survive a thread that is shot", async () => {
    const outcome = await engine.inspect({ kind: "path", path: wheel }, { fileName: basename(wheel), watch });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
    await Promise.all([...threads].map((thread) => thread.terminate()));
    const { facts, symbols } = outcome.value;
    const query = { side: "all", text: "", version: null, cxx: null, offset: 0, limit: 10 } as const;
    expect(await symbols(facts.libraries[0]?.path ?? "", query)).toMatchObject({ ok: true });
    outcome.value.close();
  });

  it("end when the reading is cancelled", async () => {
    const abort = new AbortController();
    // A library with 512 MB of nothing behind it takes a while.
    const folder = await mkdtemp(resolve(tmpdir(), "wheelscope-"));
    const large = resolve(folder, "large.so");
    await copyFile("test/fixtures/libraries/glibc_too_new.cpython-312-x86_64-linux-gnu.so", large);
    await truncate(large, 512 << 20);
    const inspecting = engine.inspect(
      { kind: "path", path: large },
      {
        fileName: "large.so",
        watch,
        signal: abort.signal,
        onProgress: ({ bytesDone }) => {
          if (bytesDone > 0) abort.abort();
        },
      },
    );
    expect(await inspecting).toMatchObject({ ok: false, error: { id: "cancelled" } });
    await expect.poll(() => threads.size).toBe(0);
    await rm(folder, { recursive: true });
  });
});
