/** INTERIM */
import type { GpuDevice } from "../readings.ts";

export interface GpuKnowledge {
  readonly devices: readonly GpuDevice[];
}
