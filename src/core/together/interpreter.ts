/** A version as text as the Python that imports: `3.12`; null: any. */
import type { Interpreter } from "../readings/python/claim.ts";

export function interpreterOf(version: string | null): Interpreter | null {
  const [major, minor] = (version ?? "").split(".").map(Number);
  return major === undefined || minor === undefined || Number.isNaN(minor)
    ? null
    : { implementation: "cpython", version: [major, minor], freeThreaded: false, debug: false };
}
