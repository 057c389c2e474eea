/** The hash of a name, in the reader and here: the same values stand in `wasm/tests/links.rs`. */
import { expect, it } from "vitest";
import { nameHash } from "../../../src/engine/elf/name-hash.ts";

it("is the reader's", () => {
  expect(nameHash("")).toBe(7855485055279502);
  expect(nameHash("memcpy")).toBe(8930005192645344);
  expect(nameHash("_ZN2at6Tensor3addEv")).toBe(8161995899745111);
});
