/** INTERIM */
import type { ToolchainKnowledge } from "../core/toolchain/knowledge.ts";

export const toolchain: ToolchainKnowledge = { glibcxxSince: {} };
