/** The table of systems is well formed, and says of well-known systems what is known of them. */
import { describe, expect, it } from "vitest";
import { parseVersionName } from "../../src/facts/names/version-name.ts";
import { knowledge } from "../../src/data/index.ts";
import stored from "../../src/data/systems.json";

const { systems, date } = knowledge.systems;
const one = (id: string) => systems.find((system) => system.id === id);

describe("systems", () => {
  it("have ids and names of their own, and a known family", () => {
    expect(new Set(systems.map(({ id }) => id)).size).toBe(systems.length);
    expect(new Set(systems.map(({ name }) => name)).size).toBe(systems.length);
    for (const { id, family, kind } of systems) {
      expect(id).toMatch(/^[a-z][a-z0-9.-]*$/);
      expect(["ubuntu", "debian", "rhel", "fedora", "amazon", "suse", "alpine", "other", "image"]).toContain(
        family,
      );
      expect(kind === "image").toBe(family === "image");
    }
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it("have no field that is not read", () => {
    const known = "id name family kind libc cxx on except also as open pages lacks ends extended asOf".split(
      " ",
    );
    for (const row of stored.systems) for (const field of Object.keys(row)) expect(known).toContain(field);
  });

  it("have versions that are numbers, of the families that are compared", () => {
    for (const system of systems) {
      expect(system.release.length).toBeGreaterThanOrEqual(2);
      for (const limits of [system.limits, ...system.exceptions.values()]) {
        for (const [family, numbers] of limits) {
          expect(["GLIBC", "GLIBCXX", "CXXABI", "GCC"]).toContain(family);
          expect(numbers.every(Number.isInteger)).toBe(true);
        }
      }
      expect(system.limits.has("GLIBCXX")).toBe(system.limits.has("CXXABI"));
      expect(system.limits.has("GLIBC")).toBe(system.libc === "glibc");
      for (const marker of system.markers) expect(parseVersionName(marker).numbers).toBeNull();
      expect(system.architectures.length).toBeGreaterThan(0);
      for (const each of system.exceptions.keys()) expect(system.architectures).toContain(each);
    }
  });

  it("have a date of their own where it is not the file's", () => {
    for (const row of stored.systems) {
      if (!("asOf" in row)) continue;
      expect(row.asOf).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);
      expect(row.asOf).not.toBe(stored.date);
    }
    expect(one("ubuntu-22.04")?.asOf).toBe(stored.date);
    expect(one("colab")?.asOf).toBe("2026-09-09");
  });

  it("have dates in order", () => {
    for (const { endOfLife, extendedEndOfLife } of systems) {
      for (const day of [endOfLife, extendedEndOfLife]) {
        if (day !== null) expect(day).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);
      }
      if (extendedEndOfLife !== null) expect(extendedEndOfLife > (endOfLife ?? "9")).toBe(true);
    }
  });

  it("are those expected", () => {
    expect(systems.length).toBe(106);
    expect(one("ubuntu-22.04")).toMatchObject({
      libcText: "glibc 2.35",
      release: [2, 35],
      endOfLife: "2027-04-01",
    });
    expect(one("ubuntu-22.04")?.limits.get("GLIBCXX")).toEqual([3, 4, 30]);
    expect(one("amazon-linux-2023")?.limits.get("GLIBCXX")).toEqual([3, 4, 33]);
    expect(one("alpine-3.19")).toMatchObject({
      libc: "musl",
      release: [1, 2, 4],
      libcText: "musl 1.2.4_git20230717",
    });
    expect(one("conda")).toMatchObject({ libcText: "glibc 2.28 or newer" });
  });
});
