/** INTERIM */
import type { Check } from "./check.ts";

export const abi3Violated: Check = () => null;
