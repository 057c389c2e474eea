/** The command line's worker: a path in, facts out. The built program starts it from beside itself. */
import { parentPort } from "node:worker_threads";
import nodeEndpoint from "comlink/dist/esm/node-adapter";
import { exposeWorkerApi } from "../engine/workers/worker-api.ts";
import { openPath } from "./input/node-source.ts";

if (parentPort === null) throw new Error("node-worker.js is started by wheelscope.js and does nothing alone");

exposeWorkerApi((source) => {
  if (source.kind !== "path") return Promise.reject(new Error("the command line opens files by path only"));
  return openPath(source.path);
}, nodeEndpoint(parentPort));
