/** INTERIM */
import type { Check } from "./check.ts";

export const cxx11FromOldGcc: Check = () => null;
