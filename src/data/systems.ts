/** INTERIM */
import type { SystemsKnowledge } from "../core/systems/knowledge.ts";

export const systems: SystemsKnowledge = { date: "2026-11-01" };
