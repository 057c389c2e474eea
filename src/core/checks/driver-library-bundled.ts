/** INTERIM */
import type { Check } from "./check.ts";

export const driverLibraryBundled: Check = () => null;
