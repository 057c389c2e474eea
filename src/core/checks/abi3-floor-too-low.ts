/** INTERIM */
import type { Check } from "./check.ts";

export const abi3FloorTooLow: Check = () => null;
