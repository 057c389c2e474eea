/** INTERIM */
import type { Check } from "./check.ts";

export const compilersMixed: Check = () => null;
