/** INTERIM */
import type { StableAbi } from "../core/python/knowledge.ts";

export const stableAbi: StableAbi = { added: {} };
