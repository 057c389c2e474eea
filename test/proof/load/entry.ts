/** What the proof of loading takes from the product: facts from files, and the model of loading. */
export { assess } from "../../../src/core/assess.ts";
export { answerFor } from "../../../src/core/together/answer.ts";
export { importOrder } from "../../../src/core/together/import-order.ts";
export { loadTogether, worldOf } from "../../../src/core/together/together.ts";
export { tableHost } from "../../../src/core/together/known-host.ts";
export { watchListOf } from "../../../src/core/knowledge/knowledge.ts";
export { bind } from "../../../src/core/loading/names.ts";
export { addEnvironment } from "../../../src/cli/together/environment.ts";
export { hostOfMachine, pageSize, readSystem, systemFiles } from "../../../src/cli/together/machine.ts";
export { emptySet, joinMembers } from "../../../src/cli/together/read-set.ts";
export { commonNames } from "../../../src/data/libc-names/common-names.ts";
export { knowledge } from "../../../src/data/index.ts";
export { createEngine } from "../../../src/engine/inspect.ts";
export { openPath } from "../../../src/node/source.ts";
export { workerHere } from "../../engine/workers/worker-here.ts";
