/** The worker's body on the thread of whoever asks: for tests of the reading and the judging, not of the threads. */
import type { WorkerHandle } from "../../../src/engine/inspect.ts";
import { exposeWorkerApi, type MakeReader, type OpenSource } from "../../../src/engine/workers/worker-api.ts";

/** Ends like a thread: its ports are closed and so is the file that it has open. */
export function workerHere(open: OpenSource, makeReader?: MakeReader): WorkerHandle {
  const { port1, port2 } = new MessageChannel();
  const letGo = exposeWorkerApi(open, port2, makeReader);
  const terminate = () => {
    letGo();
    port1.close();
    port2.close();
  };
  return { endpoint: port1, terminate, onCrash: () => undefined };
}
