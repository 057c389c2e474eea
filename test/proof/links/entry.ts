/** What the proof of links takes from the product: facts from files, the judgement, and both ends of a link. */
export { assess } from "../../../src/core/assess.ts";
export { decodeLink } from "../../../src/document/link/decode.ts";
export { encodeLink } from "../../../src/document/link/encode.ts";
export { coreOf, essenceOf } from "../../../src/document/link/prune/essence.ts";
export { droppedText, sharedReport } from "../../../src/document/link/shared-report.ts";
export { commonNames } from "../../../src/data/libc-names/common-names.ts";
export { watchListOf } from "../../../src/core/knowledge/knowledge.ts";
export { knowledge } from "../../../src/data/index.ts";
export { createEngine } from "../../../src/engine/inspect.ts";
export { workerHere } from "../../engine/workers/worker-here.ts";
export { openPath } from "../../../src/node/source.ts";
