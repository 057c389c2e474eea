/** The sentences of every outcome that is neither yes nor no, and where our judgement sees more than auditwheel's. */
import { describe, expect, test } from "vitest";
import { assess } from "../../../src/core/assess.ts";
import { knowledge } from "../../../src/data/index.ts";
import { bareLibrary, extension, library, unreadable, watched, wheel } from "../builders.ts";
import { glibc, verdict, type Case } from "./verdict-case.ts";

const others: Case[] = [
  {
    name: "a plain linux tag",
    facts: wheel({ tags: "linux_x86_64", libraries: [glibc("GLIBC_2.29 pow")] }),
    is: {
      outcome: "no-claim",
      words: [
        "Tagged linux_x86_64, which promises nothing; it needs glibc 2.29 and fits manylinux_2_31_x86_64.",
        "",
      ],
      bestTag: "manylinux_2_31_x86_64",
      glibcFloor: "2.29",
    },
  },
  {
    name: "a plain linux tag and a missing library",
    facts: wheel({
      tags: "linux_x86_64",
      libraries: [extension("pkg/_x.so", { needed: ["libfoo.so.3", "libc.so.6"] })],
    }),
    is: {
      outcome: "no-claim",
      words: [
        "Tagged linux_x86_64, which promises nothing; it needs libfoo.so.3, which is neither in the wheel nor promised by any policy.",
        "pkg/_x.so needs it. With that library bundled it would meet manylinux_2_5_x86_64.",
      ],
      bestTag: null,
      glibcFloor: null,
    },
  },
  {
    name: "a variant label, which auditwheel cannot read",
    facts: wheel({ tags: "manylinux_2_34_x86_64-cu130", libraries: [glibc("GLIBC_2.29 pow")] }),
    is: {
      outcome: "complies",
      words: [
        "Complies with manylinux_2_34_x86_64 as claimed.",
        "It needs glibc 2.29, and would also pass manylinux_2_31_x86_64.",
      ],
      bestTag: "manylinux_2_31_x86_64",
      glibcFloor: "2.29",
    },
  },
  {
    name: "a variant label after a tag that is not met",
    facts: wheel({ tags: "manylinux_2_17_x86_64-cu130", libraries: [glibc("GLIBC_2.29 pow")] }),
    is: {
      outcome: "fails",
      words: [
        "Claims manylinux_2_17_x86_64, but needs glibc 2.29.",
        "pkg/_x.so asks libc.so.6 for pow (GLIBC_2.29). The best tag it could honestly carry is manylinux_2_31_x86_64.",
      ],
      bestTag: "manylinux_2_31_x86_64",
      glibcFloor: "2.29",
    },
  },
  {
    name: "a bare library",
    facts: bareLibrary("x.so", { needs: { "libm.so.6": ["GLIBC_2.29 pow"] } }),
    is: {
      outcome: "no-claim",
      words: ["x.so needs glibc 2.29 and fits manylinux_2_31_x86_64.", ""],
      bestTag: "manylinux_2_31_x86_64",
      glibcFloor: "2.29",
    },
  },
  {
    name: "pure Python",
    facts: wheel({ tags: "any" }),
    is: {
      outcome: "pure",
      words: ["Pure Python: nothing in it is compiled, so there is nothing to check.", ""],
      bestTag: null,
      glibcFloor: null,
    },
  },
  {
    name: "a platform tag without native code",
    facts: wheel({ tags: "manylinux2014_x86_64.manylinux_2_17_x86_64" }),
    is: {
      outcome: "nothing-native",
      words: [
        "Claims manylinux_2_17_x86_64, but holds nothing compiled.",
        "If it is pure Python, the tag any would let it install everywhere.",
      ],
      bestTag: null,
      glibcFloor: null,
    },
  },
  {
    name: "a platform tag and static archives",
    facts: wheel({ otherNative: [{ kind: "static-archive", count: 20, bytes: 944_000_000 }] }),
    is: {
      outcome: "nothing-native",
      words: [
        "Claims manylinux_2_17_x86_64, and holds 20 static archives (.a) of 944 MB, but nothing that Linux loads.",
        "Such files are counted by their names and not looked into.",
      ],
      bestTag: null,
      glibcFloor: null,
    },
  },
  {
    name: "no platform tag, and programs for Windows",
    facts: wheel({ tags: "any", otherNative: [{ kind: "exe", count: 1, bytes: 90_000 }] }),
    is: {
      outcome: "pure",
      words: [
        "Tagged for any platform, and holds 1 Windows program (.exe) of 90.0 kB; nothing in it is for Linux to load.",
        "Such files are counted by their names and not looked into.",
      ],
      bestTag: null,
      glibcFloor: null,
    },
  },
  {
    name: "another system",
    facts: wheel({ tags: "macosx_11_0_arm64" }),
    is: {
      outcome: "not-linux",
      words: ["A wheel for macOS: the Linux tags have nothing to say about it.", ""],
      bestTag: null,
      glibcFloor: null,
    },
  },
  {
    name: "a library that could not be read",
    facts: wheel({ libraries: [glibc("GLIBC_2.17 x"), unreadable("pkg/torn.so")] }),
    is: {
      outcome: "unknown",
      words: [
        "Cannot be judged: pkg/torn.so could not be read.",
        "What could be read fits manylinux_2_17_x86_64.",
      ],
      bestTag: "manylinux_2_17_x86_64",
      glibcFloor: "2.17",
    },
  },
  {
    name: "a wheel that auditwheel would not open",
    facts: wheel({
      distInfoDirectories: ["a-1.dist-info", "b-1.dist-info"],
      libraries: [glibc("GLIBC_2.17 x")],
    }),
    is: {
      outcome: "unknown",
      words: [
        "Cannot be judged by the policies.",
        "The archive has more than one .dist-info directory at its root. Apart from that it fits manylinux_2_17_x86_64.",
      ],
      bestTag: "manylinux_2_17_x86_64",
      glibcFloor: "2.17",
    },
  },
];

describe("everything else", () => {
  test.each(others)("$name", ({ facts, is }) => expect(verdict(facts)).toEqual(is));
});

test("aarch64 systems with glibc 2.17 provide GLIBC_2.18, but not its forbidden symbols", () => {
  const on = (watchedSymbols: readonly ReturnType<typeof watched>[]) =>
    verdict(
      wheel({
        tags: "manylinux_2_17_aarch64",
        libraries: [
          extension("pkg/_x.so", {
            architecture: "aarch64",
            machine: 183,
            needs: { "libc.so.6": ["GLIBC_2.18 __cxa_thread_atexit_impl"] },
            watchedSymbols,
          }),
        ],
      }),
    );
  const symbol = watched("__cxa_thread_atexit_impl");
  expect(on([{ ...symbol, binding: "weak" }])).toMatchObject({ outcome: "complies", glibcFloor: "2.17" });
  expect(on([symbol])).toMatchObject({ outcome: "fails", glibcFloor: "2.18" });
});

test("version needs without section headers count, though auditwheel does not see them", () => {
  const facts = wheel({
    libraries: [
      extension("pkg/_x.so", {
        needs: { "libc.so.6": ["GLIBC_2.34 pthread_create"] },
        sections: { count: 0, dynamicSymbols: false, versionNeeds: false },
      }),
    ],
  });
  expect(assess(facts, knowledge).auditwheel).toMatchObject({ overallTag: "manylinux_2_5_x86_64" });
  expect(verdict(facts)).toMatchObject({ outcome: "fails", bestTag: "manylinux_2_34_x86_64" });
});

test("what is needed from the loader counts, though auditwheel leaves it out", () => {
  const facts = wheel({
    libraries: [
      extension("pkg/_x.so", {
        needs: { "ld-linux-x86-64.so.2": ["GLIBC_2.35 _dl_find_object"], "libc.so.6": ["GLIBC_2.4 x"] },
      }),
    ],
  });
  expect(assess(facts, knowledge).auditwheel).toMatchObject({ overallTag: "manylinux_2_5_x86_64" });
  expect(verdict(facts)).toMatchObject({
    outcome: "fails",
    bestTag: "manylinux_2_35_x86_64",
    glibcFloor: "2.35",
  });
});

test("a file that RECORD leaves out counts too", () => {
  const facts = wheel({
    libraries: [
      glibc("GLIBC_2.17 x"),
      library("pkg/hidden.so", {
        inRecord: false,
        needs: { "libc.so.6": ["GLIBC_2.28 statx"] },
        needed: ["libc.so.6", "libgone.so.1"],
      }),
    ],
  });
  expect(assess(facts, knowledge).auditwheel).toMatchObject({ overallTag: "manylinux_2_17_x86_64" });
  expect(verdict(facts).words[0]).toBe(
    "Claims manylinux_2_17_x86_64, but needs glibc 2.28, and needs libgone.so.1, which is neither in the wheel nor promised by the tag.",
  );
});

test("says so where auditwheel sees less than there is", () => {
  const facts = wheel({
    libraries: [
      extension("pkg/_x.so", {
        needs: { "libc.so.6": ["GLIBC_2.17 clock_gettime"] },
        sections: { count: 0, dynamicSymbols: false, versionNeeds: false },
      }),
    ],
  });
  expect(verdict(facts).words).toEqual([
    "Complies with manylinux_2_17_x86_64 as claimed.",
    "It needs glibc 2.17. auditwheel, which does not see all that is needed, says manylinux_2_5_x86_64.",
  ]);
});
