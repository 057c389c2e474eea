/** INTERIM */
import type { Check } from "./check.ts";

export const couldBeAbi3: Check = () => null;
