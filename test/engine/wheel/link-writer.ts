/** Writes link tables as the reader does (`wasm/src/elf/links.rs`). */
import { nameHash } from "../../../src/engine/elf/name-hash.ts";
import { HIDDEN, OLD } from "../../../src/engine/wheel/link-table.ts";

export interface Exported {
  readonly name: string;
  readonly version?: string;
  readonly hidden?: boolean;
}

export interface Imported {
  readonly name: string;
  /** Version and provider. */
  readonly need?: readonly [version: string, library: string];
}

/** Any hash will do as long as equal versions have equal ones; never 0. */
const versionHash = (text: string): number =>
  [...text].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0, 7) || 1;

export function linkBytes(
  exports: readonly Exported[],
  imports: readonly Imported[],
): Uint8Array<ArrayBuffer> {
  const needs = imports.flatMap(({ need }) => (need === undefined ? [] : [need]));
  const texts = [...imports.map(({ name }) => name), ...needs.flat()];
  const text = new TextEncoder().encode(texts.map((each) => `${each}\0`).join(""));
  const parts = [
    Uint32Array.of(exports.length, imports.length, needs.length, text.length),
    Float64Array.from([...exports, ...imports], ({ name }) => nameHash(name)),
    Uint32Array.from(exports, ({ version }) => (version === undefined ? 0 : versionHash(version))),
    Uint32Array.from(needs, ([version]) => versionHash(version)),
    Uint16Array.from(imports, ({ need }) => (need === undefined ? 0 : needs.indexOf(need) + 1)),
    Uint8Array.from(exports, ({ version, hidden }) =>
      version === undefined ? OLD : hidden === true ? HIDDEN : 0,
    ),
    text,
  ];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}
