/**
 * The extra field of a zip header (APPNOTE 4.5): a run of (id, length, data) records. Only the Zip64 one matters to us;
 * what is odd about it is what PyPI refuses.
 */
import { extraField, readU64, FULL_16, FULL_32, type EntryHeader } from "./format.ts";

/** The values that a header of `FULL_*` fields leaves to its Zip64 record. */
export interface WideFields {
  readonly sizeBytes: number;
  readonly compressedBytes: number;
  readonly localHeaderOffset: number;
  readonly disk: number;
  /** What is odd, in words; null: nothing. */
  readonly odd: string | null;
  /** The last record is longer than the field: Python refuses that in a directory, and passes over it before an entry. */
  readonly cutOff: boolean;
  /** A field needs its Zip64 value and there is none: the entry cannot be located. */
  readonly missing: boolean;
}

/** Lengths of a Zip64 record that hold whole fields: 0 to 3 of 8 bytes, and the disk number. */
const ZIP64_LENGTHS = new Set([0, 8, 16, 24, 28]);

/** Widens the fields of one header by its extra field, which begins at `at`. */
export function widen(narrow: EntryHeader, view: DataView, at: number): WideFields {
  const { zip64, odd, cutOff } = findZip64(view, at, at + narrow.extraBytes);
  let cursor = zip64?.from ?? 0;
  const end = zip64?.to ?? 0;
  let missing = false;
  const take = (value: number, full: number, bytes: 4 | 8): number => {
    if (value !== full || zip64 === null) return value;
    if (cursor + bytes > end) {
      missing = true;
      return value;
    }
    const wide = bytes === 8 ? readU64(view, cursor) : view.getUint32(cursor, true);
    cursor += bytes;
    return wide;
  };
  // The order is fixed, and only fields that are full in the header are present (4.5.3).
  const sizeBytes = take(narrow.sizeBytes, FULL_32, 8);
  const compressedBytes = take(narrow.compressedBytes, FULL_32, 8);
  const localHeaderOffset = take(narrow.localHeaderOffset, FULL_32, 8);
  const disk = take(narrow.disk, FULL_16, 4);
  return { sizeBytes, compressedBytes, localHeaderOffset, disk, odd, cutOff, missing };
}

interface Zip64Search {
  readonly zip64: { readonly from: number; readonly to: number } | null;
  readonly odd: string | null;
  readonly cutOff: boolean;
}

const NOTHING: Zip64Search = { zip64: null, odd: null, cutOff: false };

function findZip64(view: DataView, from: number, to: number): Zip64Search {
  if (from === to) return NOTHING;
  let zip64: Zip64Search["zip64"] = null;
  let odd: string | null = null;
  const seen = new Set<number>();
  let at = from;
  while (at + 4 <= to) {
    const id = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const next = at + 4 + length;
    if (next > to) return { zip64, odd: "an extra field runs past its end", cutOff: true };
    if (seen.has(id) && (id === extraField.zip64 || id === extraField.unicodePath)) {
      odd = `extra field 0x${id.toString(16).padStart(4, "0")} twice`;
    } else if (id === extraField.zip64) {
      zip64 = { from: at + 4, to: next };
      if (!ZIP64_LENGTHS.has(length)) odd = `a Zip64 field of ${length} ${length === 1 ? "byte" : "bytes"}`;
    }
    seen.add(id);
    at = next;
  }
  return { zip64, odd, cutOff: false };
}
