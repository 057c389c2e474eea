/** INTERIM */
import type { Check } from "./check.ts";

export const cxxRuntimeExported: Check = () => null;
