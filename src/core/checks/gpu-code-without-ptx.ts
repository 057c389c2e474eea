/** INTERIM */
import type { Check } from "./check.ts";

export const gpuCodeWithoutPtx: Check = () => null;
