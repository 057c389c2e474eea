/** The page's worker: a file by reference in, facts out. */
import { blobSource } from "../byte-source.ts";
import { exposeWorkerApi } from "./worker-api.ts";

exposeWorkerApi((source) => {
  if (source.kind !== "blob") return Promise.reject(new Error("a page opens files by reference only"));
  return Promise.resolve(blobSource(source.blob));
}, self);
