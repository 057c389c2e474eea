/**
 * Finds the zip directory from the end of the file (APPNOTE 4.3.14 to 4.3.16), as Python's zipfile does, on which
 * installers rely: the last end record counts, and bytes before the archive shift every offset.
 */
import type { ArchiveProblems } from "./archive-problems.ts";
import type { ByteSource } from "../byte-source.ts";
import { readExactly } from "../byte-source.ts";
import { fail } from "../failure.ts";
import {
  fixedBytes,
  FULL_16,
  FULL_32,
  readEnd,
  readZip64End,
  readZip64Locator,
  signature,
  viewOf,
  type EndRecord,
} from "./format.ts";

/** Where the directory lies. Offsets are those of the file. */
export interface DirectoryPlace {
  readonly from: number;
  readonly to: number;
  readonly entries: number;
  /** Added to every offset the archive states: the number of bytes before it. */
  readonly shift: number;
}

/** The longest end record and what may stand before it. */
const TAIL_BYTES = fixedBytes.end + FULL_16 + fixedBytes.zip64Locator + fixedBytes.zip64End;

/** Null if there is no end record: not a zip archive, or one cut short. */
export async function findDirectory(
  source: ByteSource,
  problems: ArchiveProblems,
): Promise<DirectoryPlace | null> {
  const tailFrom = Math.max(0, source.size - TAIL_BYTES);
  const tail = await readExactly(source, tailFrom, source.size);
  const view = viewOf(tail);
  const at = lastEndRecord(view);
  if (at === null) return null;

  const end = readEnd(view, at);
  const after = tail.length - (at + fixedBytes.end + end.commentBytes);
  if (end.commentBytes > 0) problems.add("archive-comment", null, bytesText(end.commentBytes));
  if (after > 0) problems.add("data-after-end", null, bytesText(after));

  const zip64 = await findZip64End(source, view, tailFrom, at, end, problems);
  const record = zip64?.record ?? end;
  checkSingleDisk(record);
  const to = zip64?.at ?? tailFrom + at;
  const from = to - record.directoryBytes;
  const shift = from - record.directoryOffset;
  if (from < 0 || shift < 0) {
    fail("zip-damaged", { detail: "the directory would begin before the file", offset: tailFrom + at });
  }
  if (shift > 0) problems.add("data-before-start", null, bytesText(shift));
  return { from, to, entries: record.entries, shift };
}

export function bytesText(count: number): string {
  return count === 1 ? "1 byte" : `${count} bytes`;
}

/** The last place whose signature fits and whose comment does not run past the end of the file. */
function lastEndRecord(view: DataView): number | null {
  for (let at = view.byteLength - fixedBytes.end; at >= 0; at--) {
    if (view.getUint8(at) !== 0x50 || view.getUint32(at, true) !== signature.end) continue;
    if (at + fixedBytes.end + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  return null;
}

interface FoundZip64 {
  readonly record: Omit<EndRecord, "commentBytes">;
  readonly at: number;
}

async function findZip64End(
  source: ByteSource,
  tail: DataView,
  tailFrom: number,
  endAt: number,
  end: EndRecord,
  problems: ArchiveProblems,
): Promise<FoundZip64 | null> {
  const locatorAt = endAt - fixedBytes.zip64Locator;
  if (locatorAt < 0 || tail.getUint32(locatorAt, true) !== signature.zip64Locator) return null;
  const locator = readZip64Locator(tail, locatorAt);
  if (locator.disks > 1 || locator.endDisk > 0) fail("zip-multi-disk");

  // Right before the locator, unless it has extensible data; the offset stated there ignores bytes before the archive.
  const usual = tailFrom + locatorAt - fixedBytes.zip64End;
  for (const at of [usual, locator.endOffset]) {
    if (at < 0 || at + fixedBytes.zip64End > tailFrom + locatorAt) continue;
    const view = viewOf(await readExactly(source, at, at + fixedBytes.zip64End));
    if (view.getUint32(0, true) !== signature.zip64End) continue;
    const record = readZip64End(view, 0);
    if (record.recordBytes !== fixedBytes.zip64End - 12) {
      problems.add("zip64-extra-odd", null, "extensible data in the Zip64 end record");
    }
    if (end.entries !== FULL_16 && end.entries !== record.entries) {
      problems.add("directory-count-differs", null, `${end.entries} and ${record.entries} entries`);
    }
    if (end.directoryBytes !== FULL_32 && end.directoryBytes !== record.directoryBytes) {
      problems.add("zip64-extra-odd", null, "two sizes of the directory");
    }
    return { record, at };
  }
  return fail("zip-damaged", { detail: "no Zip64 end record", offset: tailFrom + locatorAt });
}

function checkSingleDisk(end: Omit<EndRecord, "commentBytes">): void {
  if (end.disk !== 0 || end.directoryDisk !== 0 || end.entriesHere !== end.entries) fail("zip-multi-disk");
}
