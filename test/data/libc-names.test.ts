/** The names of C libraries: a few that are well known, and what the lists must be. */
import { describe, expect, it } from "vitest";
import { finds, laterNote, laterWords } from "../../src/core/knowledge/later-names.ts";
import { commonNameLists, commonNames } from "../../src/data/libc-names/common-names.ts";
import { laterNames } from "../../src/data/libc-names/later-names.ts";
import type { Architecture } from "../../src/facts/model.ts";

const inMusl = (name: string, on: Architecture = "x86_64") => commonNames.ageOf(name, "musl", on);
const inGlibc = (name: string, on: Architecture = "x86_64") => commonNames.ageOf(name, "glibc", on);

const found = (
  libc: "glibc" | "musl",
  name: string,
  release: readonly number[],
  on: Architecture = "x86_64",
) => {
  const later = laterNames[libc].get(name);
  if (later === undefined) throw new Error(`${libc} always had ${name}`);
  return finds(later, release, on);
};

describe("names of C libraries", () => {
  it.each([
    "malloc",
    "memcpy",
    "pthread_create",
    "dlopen",
    "sin",
    "clock_gettime",
    "localtime_r",
    "__tls_get_addr",
  ])("both have %s", (name) => {
    expect([inMusl(name), inGlibc(name)]).toEqual(["always", "always"]);
  });

  it("glibc has names that no musl has", () => {
    for (const name of [
      "__cxa_thread_atexit_impl",
      "gnu_get_libc_version",
      "fts_open",
      "__memcpy_chk",
      "dlvsym",
    ]) {
      expect(inGlibc(name), name).not.toBe("never");
      expect(inMusl(name), name).toBe("never");
    }
  });

  it("nobody has names of compilers and of Python, nor versions and placeholders", () => {
    for (const name of ["_Unwind_Resume", "__atomic_load", "PyList_New", "_ZdlPv", "GCC_3.0", "GLIBC_2.17"]) {
      expect(inMusl(name), name).toBe("never");
      expect(inGlibc(name), name).toBe("never");
    }
  });

  it("some are there on some architectures only", () => {
    expect([inMusl("__aeabi_memcpy", "armv7l"), inMusl("__aeabi_memcpy")]).toEqual(["always", "never"]);
    expect([inMusl("__gnu_Unwind_Find_exidx", "armv6l"), inMusl("__gnu_Unwind_Find_exidx")]).toEqual([
      "always",
      "never",
    ]);
    expect([inMusl("__tls_get_offset", "s390x"), inMusl("__tls_get_offset")]).toEqual(["always", "never"]);
    // Of an architecture that no list is about nothing is known.
    expect(inMusl("__aeabi_memcpy", "ppc64")).toBe("always");
  });

  it("glibc hides names of old programs from who asks for no version, unless that is the first", () => {
    expect([inGlibc("__pow_finite"), inGlibc("__pow_finite", "aarch64")]).toEqual(["never", "later"]);
    expect(inGlibc("xdr_quad_t")).toBe("never");
    expect(inGlibc("sys_errlist")).toBe("always");
    expect(inGlibc("errno")).toBe("always");
  });

  it("musl finds the names for large files, but for one that is too long for its loader", () => {
    for (const name of ["open64", "stat64", "lseek64", "fopen64", "readdir64_r", "__fxstatat64"])
      expect(inMusl(name), name).toBe("always");
    const releases = [
      [1, 1, 24],
      [1, 2, 3],
      [1, 2, 4],
      [1, 2, 5],
      [1, 2, 6],
    ];
    expect(releases.map((release) => found("musl", "posix_fallocate64", release))).toEqual([
      true,
      true,
      false,
      false,
      true,
    ]);
  });
});

describe("names that came later", () => {
  it.each([
    ["musl", "reallocarray", [1, 2, 1], [1, 2, 2]],
    ["musl", "qsort_r", [1, 2, 2], [1, 2, 3]],
    ["musl", "statx", [1, 2, 4], [1, 2, 5]],
    ["musl", "renameat2", [1, 2, 5], [1, 2, 6]],
    ["glibc", "secure_getenv", [2, 12], [2, 17]],
    ["glibc", "__cxa_thread_atexit_impl", [2, 17], [2, 18]],
    ["glibc", "stat", [2, 31], [2, 33]],
    ["glibc", "strlcpy", [2, 36], [2, 38]],
    ["glibc", "__isoc23_strtol", [2, 37], [2, 38]],
  ] as const)("%s got %s", (libc, name, before, since) => {
    expect(commonNames.ageOf(name, libc, "x86_64")).toBe("later");
    expect([found(libc, name, before), found(libc, name, since)]).toEqual([false, true]);
  });

  it("a release of which only the first numbers are known is taken to be the newest", () => {
    expect(found("musl", "statx", [1, 2])).toBe(true);
    expect(found("musl", "statx", [1, 1])).toBe(false);
  });

  it("architectures lack some in between", () => {
    expect(inMusl("__stat_time64", "armv7l")).toBe("later");
    expect(inMusl("__stat_time64")).toBe("never");
    expect([found("musl", "__xstat", [1, 2, 3], "i686"), found("musl", "__xstat", [1, 2, 3])]).toEqual([
      false,
      true,
    ]);
  });

  it("has words for both", () => {
    const [statx, long] = ["statx", "posix_fallocate64"].map((name) => laterNames.musl.get(name)!);
    expect([laterWords(statx!), laterNote(statx!)]).toEqual([
      "which musl has since 1.2.5",
      "in musl since 1.2.5",
    ]);
    expect([laterWords(long!), laterNote(long!)]).toEqual([
      "which musl 1.2.4 and 1.2.5 do not find",
      "not found by musl 1.2.4 and 1.2.5",
    ]);
  });
});

it("the lists are whole: sorted, each name once, of a plausible length", () => {
  const bounds = { glibc: [3_000, 5_500], musl: [1_600, 2_000] } as const;
  for (const libc of ["glibc", "musl"] as const) {
    const { always, later, onlyOn, hidden } = commonNameLists[libc];
    const names = [...always.split(" "), ...later.split(" ")];
    expect(always.split(" ")).toEqual(always.split(" ").sort());
    // posix_fallocate64 and the like were always there, and are not everywhere.
    const twice = names.length - new Set(names).size;
    expect(twice).toBe(libc === "musl" ? 5 : 0);
    for (const name of names) expect(name).not.toMatch(/^(?:GLIBC|GCC|CXXABI)_\d|_placeholder$|@/);
    for (const group of [...Object.values(onlyOn), ...Object.values(hidden)])
      for (const name of group.split(" ")) expect(names).toContain(name);
    expect(names.length).toBeGreaterThan(bounds[libc][0]);
    expect(names.length).toBeLessThan(bounds[libc][1]);
  }
});
