/** The link table of one library, as the reader lays it out (`wasm/src/elf/links.rs`); numbers are little endian, as JavaScript's are here. */
import { nameHash } from "../elf/name-hash.ts";

export interface LinkTable {
  /** Hashes of the names of what it offers. */
  readonly exports: Float64Array;
  /** Hash of the version of each; 0: none. */
  readonly exportVersions: Uint32Array;
  /** `HIDDEN` and `OLD`. */
  readonly exportFlags: Uint8Array;
  /** Hashes of the names of what it asks for. */
  readonly imports: Float64Array;
  /** Of each, the version need that it names, counted from 1; 0: none. */
  readonly importNeeds: Uint16Array;
  readonly needVersions: Uint32Array;
  /** Names of the imports, then version and provider of each need. */
  texts(): readonly string[];
}

/** A version that only who asks for it by name gets. */
export const HIDDEN = 1;
/** Of the first version, or of none. */
export const OLD = 2;

export function linkTable(bytes: Uint8Array<ArrayBuffer>): LinkTable {
  const { buffer } = bytes;
  const [exports = 0, imports = 0, needs = 0, text = 0] = new Uint32Array(buffer, 0, 4);
  let at = 16;
  const from = (length: number): number => {
    at += length;
    return at - length;
  };
  const table = {
    exports: new Float64Array(buffer, from(8 * exports), exports),
    imports: new Float64Array(buffer, from(8 * imports), imports),
    exportVersions: new Uint32Array(buffer, from(4 * exports), exports),
    needVersions: new Uint32Array(buffer, from(4 * needs), needs),
    importNeeds: new Uint16Array(buffer, from(2 * imports), imports),
    exportFlags: new Uint8Array(buffer, from(exports), exports),
  };
  const letters = new Uint8Array(buffer, from(text), text);
  return { ...table, texts: () => new TextDecoder().decode(letters).split("\0") };
}

/** Whether a library offers a name, in whatever version. */
export const exportsName = (bytes: Uint8Array<ArrayBuffer>, name: string): boolean =>
  linkTable(bytes).exports.includes(nameHash(name));
