/** INTERIM */
import type { Check } from "./check.ts";

export const severalOpenmp: Check = () => null;
