/** INTERIM */
import type { Check } from "./check.ts";

export const cudaMajorsMixed: Check = () => null;
