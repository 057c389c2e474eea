/** INTERIM */
import type { Check } from "./check.ts";

export const libpythonStatic: Check = () => null;
