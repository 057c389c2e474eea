/** INTERIM */
import type { Check } from "./check.ts";

export const cudaLibraryUndeclared: Check = () => null;
