/** INTERIM */
import type { Knowledge } from "../knowledge.ts";
import type { ElfFacts } from "../model.ts";
import type { ToolchainReading } from "../readings.ts";

export function readToolchain(_elf: ElfFacts, _knowledge: Knowledge): ToolchainReading | null {
  return null;
}
