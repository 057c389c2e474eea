/** All readings of the code facts, made once before the checks look at them. */
import type { Judgement } from "../auditwheel/judge.ts";
import { readCxx } from "./cxx/read-cxx.ts";
import { readAccelerators } from "./gpu/read-accelerators.ts";
import { readGpu } from "./gpu/read-gpu.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { WheelFacts } from "../../facts/model.ts";
import type { Loading } from "../loading/loading.ts";
import type { LinkageMap } from "../verdict/own-blockers.ts";
import { readPython } from "./python/read-python.ts";
import type {
  Accelerators,
  CxxReading,
  GpuReading,
  PythonReading,
  SystemRow,
  ToolchainReading,
  WheelGpu,
  WheelPython,
} from "./readings.ts";
import { readSystems } from "./systems/read-systems.ts";
import { readToolchains } from "./toolchain/read-toolchain.ts";

/** Maps are by path of the library. */
export interface Readings {
  readonly cxx: ReadonlyMap<string, CxxReading>;
  readonly toolchain: ReadonlyMap<string, ToolchainReading>;
  readonly gpu: {
    readonly libraries: ReadonlyMap<string, GpuReading>;
    readonly wheel: WheelGpu | null;
  };
  readonly accelerators: Accelerators | null;
  readonly python: {
    readonly libraries: ReadonlyMap<string, PythonReading>;
    readonly wheel: WheelPython | null;
  };
  readonly systems: readonly SystemRow[];
}

export function readCode(
  facts: WheelFacts,
  knowledge: Knowledge,
  judgement: Judgement,
  linkage: LinkageMap,
  loading: Loading,
): Readings {
  return {
    cxx: readCxx(facts, linkage),
    toolchain: readToolchains(facts, knowledge),
    gpu: readGpu(facts, knowledge),
    accelerators: readAccelerators(facts, knowledge, linkage),
    python: readPython(facts, knowledge),
    systems: readSystems(facts, knowledge, judgement, { linkage, loading }),
  };
}
