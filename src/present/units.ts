/** Figures with their units. English only, the same on every machine. */
export { formatBytes } from "../core/units.ts";
import { powerOfTwo } from "../core/units.ts";

/** 13,048 */
export function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}

/** "1 library", "16 libraries", "13,048 names". */
export function plural(count: number, one: string, many: string = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** `37 %`, `< 1 %`. `share`: 0 to 1. */
export function percent(share: number): string {
  const value = 100 * share;
  return value > 0 && value < 1 ? "< 1 %" : `${Math.round(value)} %`;
}

/**
 * The alignment of a file's segments in memory: `64 KiB`, `16 bytes`. 0 and 1 both mean that none is asked for (gABI, `p_align`);
 * a file without segments to load, as an object file, has 0.
 */
export function alignment(size: number): string {
  return size <= 1 ? "none" : powerOfTwo(size);
}
