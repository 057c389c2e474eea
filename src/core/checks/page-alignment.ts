/** INTERIM */
import type { Check } from "./check.ts";

export const pageAlignment: Check = () => null;
