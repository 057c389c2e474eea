/** Libraries of test/fixtures as archive entries, for the tests of the ELF reader. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { unzipSync } from "fflate";
import type { EntryJob, Pieces } from "../../../src/engine/elf/elf-job.ts";
import { createReader, type ElfReader } from "../../../src/engine/elf/elf.ts";

const root = join(import.meta.dirname, "../../..");

export const readerModule = new WebAssembly.Module(readFileSync(join(root, "wasm/dist/reader.wasm")));

export function newReader(): ElfReader {
  return createReader(readerModule, {
    watch: { names: ["PyInit__core"], contains: [] },
    evidenceLimit: 50,
  });
}

export const fixtures = {
  glibcTooNew: "glibc_too_new.cpython-312-x86_64-linux-gnu.so",
  noSectionHeaders: "no_section_headers.cpython-312-x86_64-linux-gnu.so",
  onS390x: "on_s390x.cpython-312-s390x-linux-gnu.so",
} as const;

export function content(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(root, "test/fixtures/libraries", name)));
}

export interface Entry {
  readonly job: EntryJob;
  readonly compressed: Uint8Array;
}

/** The module each fixture is in its wheel. */
const modules = new Map<string, string>([
  [fixtures.glibcTooNew, "_pool"],
  [fixtures.noSectionHeaders, "_core"],
  [fixtures.onS390x, "_core"],
]);

export function entry(name: string, bytes: Uint8Array, compression: EntryJob["compression"]): Entry {
  const compressed = compression === "stored" ? bytes : new Uint8Array(deflateRawSync(bytes, { level: 4 }));
  const job: EntryJob = {
    path: `pkg/${modules.get(name) ?? name}.so`,
    compression,
    compressedBytes: compressed.length,
    sizeBytes: bytes.length,
    crc32: crc32(bytes),
  };
  return { job, compressed };
}

/** The first library of a wheel of the fixtures. */
export function firstOf(wheel: string): Entry {
  const files = Object.entries(unzipSync(readFileSync(join(root, "test/fixtures/wheels", wheel))));
  const found = files.find(([, bytes]) => String.fromCharCode(...bytes.subarray(1, 4)) === "ELF");
  if (found === undefined) throw new Error(`${wheel} has no library`);
  return entry(found[0], found[1], "deflate");
}

/** The entry's compressed bytes in pieces of a size; `asked` collects the offsets that were asked for. */
export function inPieces({ compressed }: Entry, size: number, asked: number[] = []): Pieces {
  return async function* (from) {
    asked.push(from);
    for (let at = from; at < compressed.length; at += size) {
      yield await Promise.resolve(compressed.subarray(at, at + size));
    }
  };
}
