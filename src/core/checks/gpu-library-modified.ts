/** INTERIM */
import type { Check } from "./check.ts";

export const gpuLibraryModified: Check = () => null;
