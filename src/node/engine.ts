/**
 * The engine in Node: worker threads, the reader's module from beside the program, files by path or out of memory. The
 * command line and the API are built from it, each into a folder of its own with `node-worker.js` and `reader.wasm`.
 */
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import nodeEndpoint from "comlink/dist/esm/node-adapter";
import { createEngine, type Engine, type WorkerHandle } from "../engine/inspect.ts";
import { openSource } from "./source.ts";

export interface NodeEngine extends Engine {
  /**
   * Whether the workers keep the process alive, as they do from the start. Those that wait for a next file need not: a
   * program that has nothing else to do may end.
   */
  keepAlive(needed: boolean): void;
}

/** Starts no worker before the first file. Rejects if the reader's module is not beside the program. */
export async function createNodeEngine(): Promise<NodeEngine> {
  const module = await WebAssembly.compile(await readFile(new URL("./reader.wasm", import.meta.url)));
  const workers = new Set<Worker>();
  let needed = true;
  const spawn = (): WorkerHandle => {
    const worker = new Worker(new URL("./node-worker.js", import.meta.url));
    workers.add(worker);
    worker.on("exit", () => workers.delete(worker));
    if (!needed) worker.unref();
    return handleOf(worker);
  };
  const engine = createEngine({
    spawn,
    module,
    workers: Math.min(availableParallelism(), 8),
    open: openSource,
  });
  return {
    ...engine,
    keepAlive(now) {
      needed = now;
      for (const worker of workers)
        if (now) worker.ref();
        else worker.unref();
    },
  };
}

function handleOf(worker: Worker): WorkerHandle {
  return {
    endpoint: nodeEndpoint(worker),
    terminate: () => void worker.terminate(),
    onCrash(listener) {
      worker.on("error", (error: Error) => listener(error.message));
      worker.on("exit", (code) => {
        if (code !== 0) listener(`the worker ended with code ${code}`);
      });
    },
  };
}
