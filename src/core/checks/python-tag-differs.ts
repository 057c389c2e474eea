/** INTERIM */
import type { Check } from "./check.ts";

export const pythonTagDiffers: Check = () => null;
