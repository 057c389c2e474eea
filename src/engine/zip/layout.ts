/**
 * Once every local header has been read, the archive's bytes must be accounted for: entry after entry, then the
 * directory. Bytes that belong to nothing can hold a second archive that another tool reads instead.
 */
import type { ArchiveProblems } from "./archive-problems.ts";
import type { ZipDirectory, ZipEntry } from "./directory.ts";
import { bytesText } from "./end.ts";
import { flag } from "./format.ts";
import { DESCRIPTOR_BYTES } from "./local-header.ts";

interface Place {
  readonly path: string | null;
  readonly from: number;
  /** Null: unknown. */
  readonly to: number | null;
  readonly descriptor: boolean;
}

/** `dataFrom`: where each entry's data begins in the file; an entry that is not there could not be read at all. */
export function checkLayout(
  directory: ZipDirectory,
  dataFrom: ReadonlyMap<ZipEntry, number>,
  problems: ArchiveProblems,
): void {
  const places = directory.entries.map((entry): Place => {
    const data = dataFrom.get(entry);
    return {
      path: entry.path,
      from: entry.offset,
      to: data === undefined ? null : data + entry.compressedBytes,
      descriptor: (entry.flags & flag.dataDescriptor) !== 0,
    };
  });
  places.sort((a, b) => a.from - b.from);
  places.push({ path: null, from: directory.from, to: directory.to, descriptor: false });

  let end: number | null = directory.shift;
  let descriptor = false;
  let first = true;
  for (const place of places) {
    const gap: number = end === null ? 0 : place.from - end;
    if (gap < 0) problems.add("overlapping-entries", place.path);
    else if (gap > 0 && first) problems.add("data-before-start", null, bytesText(gap));
    else if (gap > 0 && !(descriptor && DESCRIPTOR_BYTES.has(gap))) {
      problems.add("data-between-entries", place.path, bytesText(gap));
    }
    end = place.to === null ? null : Math.max(end ?? 0, place.to);
    descriptor = place.descriptor;
    first = false;
  }
}
