/** What the oracle takes from the product: the reader and the names it has to look out for. */
import { watchListOf } from "../../../src/core/knowledge/knowledge.ts";
import { knowledge } from "../../../src/data/index.ts";
export { createReader } from "../../../src/engine/elf/elf.ts";

export const watch = watchListOf(knowledge);
