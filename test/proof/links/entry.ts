/** What the proof of links takes from the product: facts from files, the judgement, and both ends of a link. */
export { assess } from "../../../src/core/assess.ts";
export { decodeLink } from "../../../src/core/link/decode.ts";
export { encodeLink } from "../../../src/core/link/encode.ts";
export { coreOf, essenceOf } from "../../../src/core/link/essence.ts";
export { droppedText, sharedReport } from "../../../src/core/link/shared-report.ts";
export { watchListOf } from "../../../src/core/knowledge/knowledge.ts";
export { knowledge } from "../../../src/data/index.ts";
export { createEngine } from "../../../src/engine/inspect.ts";
export { exposeWorkerApi } from "../../../src/engine/worker-api.ts";
export { openPath } from "../../../src/cli/node-source.ts";
