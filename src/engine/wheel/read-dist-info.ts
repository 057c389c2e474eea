/** The three text files of a wheel's dist-info directory, read on the main side while the workers read the libraries. */
import type { DistInfoFacts, WheelName } from "../../facts/model.ts";
import type { ByteSource } from "../byte-source.ts";
import { distInfoFacts, ownDistInfo } from "./dist-info.ts";
import { limits } from "../limits.ts";
import { parseRecord, recordedSha256, type ParsedRecord } from "./record.ts";
import type { WheelFiles } from "./wheel-files.ts";
import { readEntry } from "../zip/entry.ts";
import { isForeignEntry } from "../zip/format.ts";

export interface DistInfo {
  readonly facts: DistInfoFacts;
  /** Null: there is none. */
  readonly record: ParsedRecord | null;
  /** `METADATA` and `WHEEL`, as far as `RECORD` states another digest for them. */
  readonly differingHashes: readonly string[];
}

/** `sha256`: hex digest of bytes. Null if the archive has no dist-info directory. */
export async function readDistInfo(
  source: ByteSource,
  files: WheelFiles,
  name: WheelName | null,
  sha256: (bytes: Uint8Array) => Promise<string>,
): Promise<DistInfo | null> {
  const directory = ownDistInfo(files.distInfoDirectories, name);
  if (directory === null) return null;
  const read = async (file: string, maximumBytes: number): Promise<Uint8Array | null> => {
    const entry = files.byPath.get(`${directory}/${file}`);
    // The archive's problems name it; what else the wheel holds can be judged without it.
    if (entry === undefined || isForeignEntry(entry)) return null;
    return readEntry(source, entry, maximumBytes);
  };
  const metadata = await read("METADATA", limits.metadataBytes);
  const wheel = await read("WHEEL", limits.metadataBytes);
  const recordBytes = await read("RECORD", limits.recordBytes);
  const record = recordBytes === null ? null : await parseRecord(text(recordBytes));

  const differingHashes: string[] = [];
  for (const [file, bytes] of [
    ["METADATA", metadata],
    ["WHEEL", wheel],
  ] as const) {
    const path = `${directory}/${file}`;
    const row = record?.rows.find((candidate) => candidate.path === path);
    const recorded = row === undefined ? null : recordedSha256(row);
    if (recorded !== null && bytes !== null && (await sha256(bytes)) !== recorded) differingHashes.push(path);
  }
  return {
    facts: distInfoFacts(directory, metadata && text(metadata), wheel && text(wheel)),
    record,
    differingHashes,
  };
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
