/** What is given to the ELF reader: an entry, and its bytes; and what it gives. */
import type { ElfFacts } from "../../facts/model.ts";

/** One entry as the archive's directory describes it. */
export interface EntryJob {
  /** Its file name tells which init function makes it an extension module. */
  readonly path: string;
  readonly compression: "stored" | "deflate";
  readonly compressedBytes: number;
  readonly sizeBytes: number;
  /** Null: unknown (a library outside an archive), not checked. */
  readonly crc32: number | null;
}

/** What the reader gives of an entry. `links`: its link table (`wasm/src/elf/links.rs`); null if it has too many names. */
export interface ReadElf {
  readonly facts: ElfFacts;
  readonly links: Uint8Array<ArrayBuffer> | null;
}

/** Compressed bytes of one entry from an offset on, in pieces of any size; called again for ranges read a second time. */
export type Pieces = (from: number) => AsyncIterable<Uint8Array>;
