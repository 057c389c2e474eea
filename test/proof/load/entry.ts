/** What the proof of loading takes from the product: facts from files, and the loader's model. */
export { assess } from "../../../src/core/assess.ts";
export { commonNames } from "../../../src/data/common-names.ts";
export { watchListOf } from "../../../src/core/knowledge/knowledge.ts";
export { judge } from "../../../src/core/auditwheel/judge.ts";
export { linkLibraries } from "../../../src/core/linkage/linkage.ts";
export { indexWheel } from "../../../src/core/linkage/resolve.ts";
export { loadTree } from "../../../src/core/loading/tree.ts";
export { ownJudgement } from "../../../src/core/verdict/own-judgement.ts";
export { knowledge } from "../../../src/data/index.ts";
export { createEngine } from "../../../src/engine/inspect.ts";
export { openPath } from "../../../src/node/source.ts";
export { workerHere } from "../../engine/workers/worker-here.ts";
