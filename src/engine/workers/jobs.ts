/**
 * Cuts an archive into jobs for the workers. Reading costs as much as inflating in a browser, and each read has its
 * price: small neighbours are read together, a large entry is a job of its own, and the largest job comes first.
 */
import { limits } from "../limits.ts";
import type { ZipDirectory, ZipEntry } from "../zip/directory.ts";
import { FULL_16, fixedBytes } from "../zip/format.ts";

export interface Job {
  /** In the order they lie in the file. */
  readonly entries: readonly ZipEntry[];
  /** The range of the file that should hold them, headers included. */
  readonly from: number;
  readonly to: number;
}

export function planJobs(directory: ZipDirectory): Job[] {
  const entries = [...directory.entries].sort((a, b) => a.offset - b.offset);
  const jobs: Job[] = [];
  let open: { entries: ZipEntry[]; from: number; to: number } | null = null;
  for (const [index, entry] of entries.entries()) {
    const to = Math.min(entries[index + 1]?.offset ?? directory.from, farthestEnd(entry));
    if (isLarge(entry)) {
      jobs.push({ entries: [entry], from: entry.offset, to: Math.max(to, entry.offset) });
      open = null;
    } else if (
      open !== null &&
      to - open.from <= limits.batchBytes &&
      open.entries.length < limits.batchEntries
    ) {
      open.entries.push(entry);
      open.to = Math.max(open.to, to);
    } else {
      open = { entries: [entry], from: entry.offset, to: Math.max(to, entry.offset) };
      jobs.push(open);
    }
  }
  return jobs.sort((a, b) => packedBytes(b) - packedBytes(a));
}

/** Large enough to be read piece by piece on its own. */
export function isLarge(entry: ZipEntry): boolean {
  return entry.compressedBytes >= limits.ownJobBytes;
}

export function packedBytes(job: Job): number {
  let sum = 0;
  for (const entry of job.entries) sum += entry.compressedBytes;
  return sum;
}

/** The local extra field's length is not in the directory; it is at most 64 KiB. */
function farthestEnd(entry: ZipEntry): number {
  return entry.offset + fixedBytes.localHeader + entry.nameBytes + FULL_16 + entry.compressedBytes;
}
