/** INTERIM */
import type { Check } from "./check.ts";

export const initFunctionDiffers: Check = () => null;
