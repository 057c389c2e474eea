/** INTERIM */
import type { Check } from "./check.ts";

export const oldStringAbi: Check = () => null;
