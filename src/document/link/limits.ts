/** What is read of links and documents at most, since anybody can write them. */
import type { Limits } from "./form/json.ts";

/** Characters of a link. Chrome cuts an address in its bar at 32,779. */
export const LINK_LIMIT = 32_000;

export const linkLimits: Limits = {
  decoded: 2 * 1024 * 1024,
  /** Releases have up to a hundred or so. */
  wheels: 300,
  libraries: 5_000,
  nameCharacters: 512,
  items: 80_000,
};

/** A JSON document holds the facts as they were read, and a folder of wheels may stand in one file. */
export const documentLimits: Limits = {
  decoded: 32 * 1024 * 1024,
  wheels: 2_000,
  libraries: 50_000,
  nameCharacters: 64 * 1024,
  items: 4_000_000,
};
