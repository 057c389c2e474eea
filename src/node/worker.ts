/** The worker thread: a source in, facts out. The built programs start it from beside themselves, as `node-worker.js`. */
import { parentPort } from "node:worker_threads";
import nodeEndpoint from "comlink/dist/esm/node-adapter";
import { exposeWorkerApi } from "../engine/workers/worker-api.ts";
import { openSource } from "./source.ts";

if (parentPort === null) throw new Error("node-worker.js is started by Wheelscope and does nothing alone");

exposeWorkerApi(openSource, nodeEndpoint(parentPort));
