/** INTERIM */
import type { Check } from "./check.ts";

export const mixedStringAbi: Check = () => null;
