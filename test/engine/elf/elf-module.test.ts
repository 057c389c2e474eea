import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createReader, ReaderTrap } from "../../../src/engine/elf/elf.ts";
import { crate, sourceHash } from "../../../wasm/source-hash.mjs";
import { readerModule } from "./elf-fixtures.ts";

const options = { watch: { names: [], contains: [] }, evidenceLimit: 50 };

test("the committed module is built from the sources beside it", () => {
  const about: unknown = JSON.parse(readFileSync(join(crate, "dist/reader.json"), "utf8"));
  expect(about, "run `npm run wasm` and commit wasm/dist").toMatchObject({
    sourceHash: sourceHash(),
    bytes: readFileSync(join(crate, "dist/reader.wasm")).length,
  });
});

test("the module needs nothing from its host", () => {
  expect(WebAssembly.Module.imports(readerModule)).toEqual([]);
});

test("another module is refused", () => {
  const empty = new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
  expect(() => createReader(empty, options)).toThrow(TypeError);
});

test("a trap is thrown as what it is", () => {
  expect(() => createReader(trapping(), options)).toThrow(ReaderTrap);
});

/** A module with the reader's exports, every one of which is `unreachable`. */
function trapping(): WebAssembly.Module {
  const names = WebAssembly.Module.exports(readerModule)
    .filter((item) => item.kind === "function")
    .map((item) => item.name);
  const section = (id: number, bytes: number[]) => [id, ...leb(bytes.length), ...bytes];
  const text = (name: string) => [name.length, ...new TextEncoder().encode(name)];
  const body = [0x03, 0x00, 0x00, 0x0b];
  const exported = [...names.flatMap((name) => [...text(name), 0, 0]), ...text("memory"), 2, 0];
  return new WebAssembly.Module(
    new Uint8Array([
      ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      ...section(1, [1, 0x60, 0, 0]),
      ...section(3, [1, 0]),
      ...section(5, [1, 0, 1]),
      ...section(7, [...leb(names.length + 1), ...exported]),
      ...section(10, [1, ...body]),
    ]),
  );
}

function leb(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb(value >> 7)];
}
