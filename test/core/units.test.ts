import { expect, it } from "vitest";
import { formatBytes, powerOfTwo } from "../../src/core/units.ts";
import { alignment, percent } from "../../src/present/units.ts";

it.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [1000, "1.0 kB"],
  [16_600_000, "16.6 MB"],
  [99_500, "100 kB"],
  [391_000, "391 kB"],
  [999_600, "1.0 MB"],
  [3_000_000_000_000, "3.0 TB"],
])("%i bytes are %s", (size, text) => {
  expect(formatBytes(size)).toBe(text);
});

it.each([
  [0, "none"],
  [1, "none"],
  [16, "16 bytes"],
  [512, "512 bytes"],
  [4096, "4 KiB"],
  [65_536, "64 KiB"],
  [2_097_152, "2 MiB"],
  [5000, "5000 bytes"],
])("segments aligned to %i have the alignment %s", (size, text) => {
  expect(alignment(size)).toBe(text);
});

it("states shares of a hundred", () => {
  expect([0, 0.004, 0.042, 0.37, 1].map(percent)).toEqual(["0 %", "< 1 %", "4 %", "37 %", "100 %"]);
  expect(powerOfTwo(3072)).toBe("3 KiB");
});
