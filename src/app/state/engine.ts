/** Starts the engine for the page: module workers, and the reader compiled once while its bytes still arrive. */
import { createEngine, type Engine, type WorkerHandle } from "../../engine/inspect.ts";
import { blobSource } from "../../engine/byte-source.ts";
import readerAddress from "../../../wasm/dist/reader.wasm?url";

/** More workers than this gain nothing: reading the file becomes the limit. */
const mostWorkers = 8;

let started: Promise<Engine> | null = null;

/** The one engine of the page; started on first use, and again if the start failed (a lost connection). */
export function pageEngine(): Promise<Engine> {
  started ??= start().catch((error: unknown) => {
    started = null;
    throw error;
  });
  return started;
}

async function start(): Promise<Engine> {
  return createEngine({
    spawn,
    module: await compileReader(),
    workers: Math.min(navigator.hardwareConcurrency, mostWorkers),
    open: (source) =>
      source.kind === "blob"
        ? Promise.resolve(blobSource(source.blob))
        : Promise.reject(new Error("a page cannot open a path")),
  });
}

async function compileReader(): Promise<WebAssembly.Module> {
  const response = await fetch(readerAddress);
  if (!response.ok) throw new Error(`the reader could not be loaded (status ${response.status})`);
  // Streaming needs the right media type, which not every static host sends.
  if (response.headers.get("content-type") === "application/wasm")
    return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

function spawn(): WorkerHandle {
  const worker = new Worker(new URL("../../engine/workers/worker.ts", import.meta.url), { type: "module" });
  return {
    endpoint: worker,
    terminate: () => worker.terminate(),
    onCrash: (listener) => {
      worker.addEventListener("error", (event) => listener(event.message));
      worker.addEventListener("messageerror", () => listener("a message could not be read"));
    },
  };
}
