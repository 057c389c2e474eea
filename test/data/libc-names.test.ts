/** The names of C libraries: a few that are well known, and sizes within which the lists must lie. */
import { describe, expect, it } from "vitest";
import file from "../../src/data/libc-names.json";
import { commonNames } from "../../src/data/common-names.ts";
import { muslSince } from "../../src/data/musl-since.ts";

describe("names of C libraries", () => {
  it("both have what any C library has", () => {
    for (const name of [
      "malloc",
      "memcpy",
      "pthread_create",
      "dlopen",
      "sin",
      "clock_gettime",
      "localtime_r",
    ]) {
      expect(commonNames.has(name, "musl"), name).toBe(true);
      expect(commonNames.has(name, "glibc"), name).toBe(true);
    }
  });

  it("glibc has names that no musl has", () => {
    for (const name of [
      "__cxa_thread_atexit_impl",
      "__strdup",
      "gnu_get_libc_version",
      "qsort_r",
      "fts_open",
    ])
      expect(commonNames.has(name, "glibc"), name).toBe(true);
    for (const name of ["__cxa_thread_atexit_impl", "gnu_get_libc_version", "fts_open"])
      expect(commonNames.has(name, "musl"), name).toBe(false);
  });

  it("musl still finds the names with 64", () => {
    for (const name of ["open64", "stat64", "lseek64", "fopen64"])
      expect(commonNames.has(name, "musl"), name).toBe(true);
  });

  it("names that musl got later are not common", () => {
    expect(muslSince.get("statx")).toEqual([1, 2, 5]);
    for (const name of muslSince.keys()) {
      expect(commonNames.has(name, "musl"), name).toBe(false);
      // A name that is not in the list was mistyped.
      expect(file.musl.split(" "), name).toContain(name);
    }
  });

  it("nobody has names of compilers and of Python", () => {
    for (const name of ["_Unwind_Resume", "__atomic_load", "PyList_New", "_ZdlPv"]) {
      expect(commonNames.has(name, "musl"), name).toBe(false);
      expect(commonNames.has(name, "glibc"), name).toBe(false);
    }
  });

  it("the lists are whole", () => {
    expect(file.musl.split(" ").length).toBeGreaterThan(1_700);
    expect(file.glibc.split(" ").length).toBeGreaterThan(4_000);
  });
});
