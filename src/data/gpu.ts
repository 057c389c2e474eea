/** INTERIM */
import type { GpuKnowledge } from "../core/gpu/knowledge.ts";

export const gpu: GpuKnowledge = { devices: [] };
