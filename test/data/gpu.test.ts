/** The tables of GPUs and accelerator libraries are well formed: what their unfolding and the readings rely on. */
import { describe, expect, test } from "vitest";
import { compareReleases } from "../../src/core/knowledge/gpu.ts";
import { normalizeName } from "../../src/facts/names/project-name.ts";
import { knowledge } from "../../src/data/index.ts";

const { gpu, driverLibraries } = knowledge;
const ids = new Set(gpu.components.map(({ id }) => id));

describe("GPUs", () => {
  test("are in order, each once, in a family that exists and is not younger", () => {
    const sms = gpu.devices.map(({ sm }) => sm);
    expect(sms).toEqual([...new Set(sms)].sort((a, b) => a - b));
    for (const { sm, family, generation } of gpu.devices) {
      expect(sms).toContain(family);
      expect(family).toBeLessThanOrEqual(sm);
      expect(Math.floor(family / 10)).toBe(Math.floor(sm / 10));
      expect(generation).toMatch(/^[A-Z][a-z]+( [A-Z][a-z]+)?$/);
    }
  });

  test("begin and end with releases of CUDA", () => {
    for (const { cuda, until, ptx } of gpu.devices) {
      expect(cuda).toMatch(/^\d+\.\d$/);
      if (until !== null) expect(compareReleases(until, cuda)).toBeGreaterThan(0);
      if (ptx !== null) expect(gpu.ptx.has(ptx)).toBe(true);
    }
  });
});

test("PTX and drivers rise with the releases", () => {
  for (const table of [
    [...gpu.ptx],
    [...gpu.drivers],
    [...gpu.majorDrivers].map(([a, b]) => [String(a), b] as const),
  ]) {
    expect(table.length).toBeGreaterThan(4);
    table.slice(1).forEach(([key, value], index) => {
      const [before = "", valueBefore = ""] = table[index] ?? [];
      expect(compareReleases(key, before)).toBeGreaterThan(0);
      expect(compareReleases(value, valueBefore)).toBeGreaterThan(0);
    });
  }
});

describe.each(gpu.components.map((component) => [component.libraries[0] ?? "", component] as const))(
  "lib%s",
  (_, component) => {
    test("has packages, parts and versions that make sense", () => {
      expect(component.libraries.length).toBeGreaterThan(0);
      for (const name of [...component.packages.values(), ...component.also].map((each) =>
        each.replace("*", ""),
      ))
        expect(normalizeName(name)).toBe(name);
      for (const id of component.brings) expect(ids).toContain(id);
      for (const starts of component.versions.values())
        for (const start of starts) expect(start).toMatch(/^\d+$/);
      if (component.beside !== null) expect(ids).toContain(component.beside);
      expect(component.from === "package").toBe(component.packages.size > 0);
    });
  },
);

test("no library belongs to two components", () => {
  const names = gpu.components.flatMap(({ libraries }) => libraries);
  expect(names.length).toBe(new Set(names).size);
});

test("carriers bring what exists, and the driver's files are known as such", () => {
  for (const { brings } of gpu.carriers) for (const id of brings) expect(ids).toContain(id);
  for (const name of driverLibraries) {
    const stem = name.slice(3, name.indexOf(".so"));
    expect(gpu.components.find(({ libraries }) => libraries.includes(stem))?.from).toBe("driver");
  }
});
