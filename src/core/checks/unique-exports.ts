/** INTERIM */
import type { Check } from "./check.ts";

export const uniqueExports: Check = () => null;
