/** The two sentences of every outcome, word for word: they are what people paste into issues. */
import { describe, expect, test } from "vitest";
import { assess } from "../../src/core/assess.ts";
import type { WheelFacts } from "../../src/core/model.ts";
import { plainText } from "../../src/core/sentence.ts";
import { knowledge } from "../../src/data/index.ts";
import { bareLibrary, extension, library, unreadable, versionNeeds, watched, wheel } from "./builders.ts";

function verdict(facts: WheelFacts) {
  const { outcome, headline, second, bestTag, glibcFloor } = assess(facts, knowledge).verdict;
  return { outcome, words: [plainText(headline), plainText(second)], bestTag, glibcFloor };
}

const glibc = (...needs: string[]) => extension("pkg/_x.so", { needs: { "libc.so.6": needs } });

interface Case {
  readonly name: string;
  readonly facts: WheelFacts;
  readonly is: ReturnType<typeof verdict>;
}

const complies: Case[] = [
  {
    name: "exactly",
    facts: wheel({ tags: "manylinux_2_28_x86_64", libraries: [glibc("GLIBC_2.28 fcntl64")] }),
    is: {
      outcome: "complies",
      words: ["Complies with manylinux_2_28_x86_64 as claimed.", "It needs glibc 2.28."],
      bestTag: "manylinux_2_28_x86_64",
      glibcFloor: "2.28",
    },
  },
  {
    name: "and an older policy too",
    facts: wheel({ tags: "manylinux_2_28_x86_64", libraries: [glibc("GLIBC_2.14 memcpy")] }),
    is: {
      outcome: "complies",
      words: [
        "Complies with manylinux_2_28_x86_64 as claimed.",
        "It needs glibc 2.14, and would also pass manylinux_2_17_x86_64.",
      ],
      bestTag: "manylinux_2_17_x86_64",
      glibcFloor: "2.14",
    },
  },
  {
    name: "under both names of one policy",
    facts: wheel({
      tags: "manylinux2014_x86_64.manylinux_2_17_x86_64",
      libraries: [glibc("GLIBC_2.17 clock_gettime")],
    }),
    is: {
      outcome: "complies",
      words: ["Complies with manylinux_2_17_x86_64 as claimed.", "It needs glibc 2.17."],
      bestTag: "manylinux_2_17_x86_64",
      glibcFloor: "2.17",
    },
  },
  {
    name: "with a number that no policy has",
    facts: wheel({
      tags: "manylinux_2_18_x86_64",
      libraries: [
        extension("pkg/_x.so", {
          needs: { "libc.so.6": ["GLIBC_2.18 __cxa_thread_atexit_impl"] },
          watchedSymbols: [watched("__cxa_thread_atexit_impl")],
        }),
      ],
    }),
    is: {
      outcome: "complies",
      words: [
        "Complies with manylinux_2_18_x86_64 as claimed.",
        "It needs glibc 2.18. No policy has that number; auditwheel rounds up to manylinux_2_24_x86_64.",
      ],
      bestTag: "manylinux_2_18_x86_64",
      glibcFloor: "2.18",
    },
  },
  {
    name: "but for libraries from elsewhere",
    facts: wheel({
      tags: "manylinux_2_28_x86_64",
      libraries: [
        library("pkg/a.so", {
          needed: ["libcublas.so.12", "libcudart.so.12"],
          rpath: "$ORIGIN/../nvidia/cublas/lib",
        }),
        library("pkg/b.so", { needs: { "libc.so.6": ["GLIBC_2.28 x"] }, needed: ["libcuda.so.1"] }),
      ],
    }),
    is: {
      outcome: "complies",
      words: [
        "Meets manylinux_2_28_x86_64 but for 2 libraries it expects from other wheels and 1 from the GPU driver.",
        "Nothing else stands against the claim. auditwheel, which counts them as missing, says linux_x86_64.",
      ],
      bestTag: "manylinux_2_28_x86_64",
      glibcFloor: "2.28",
    },
  },
  {
    name: "but for a library that one file does not find",
    facts: wheel({
      libraries: [
        extension("pkg/_x.so", { needed: ["libb.so"], needs: { "libc.so.6": ["GLIBC_2.17 x"] } }),
        library("pkg/libs/libb.so"),
      ],
    }),
    is: {
      outcome: "complies",
      words: [
        "Meets manylinux_2_17_x86_64 but for 1 library of its own that pkg/_x.so does not find.",
        "Nothing else stands against the claim. auditwheel, which counts it as missing, says linux_x86_64.",
      ],
      bestTag: "manylinux_2_17_x86_64",
      glibcFloor: "2.17",
    },
  },
  {
    name: "on musl, whatever the number",
    facts: wheel({
      tags: "musllinux_1_1_x86_64",
      libraries: [extension("pkg/_x.so", { libc: "musl", needed: ["libc.musl-x86_64.so.1"] })],
    }),
    is: {
      outcome: "complies",
      words: [
        "Complies with musllinux_1_1_x86_64 as claimed.",
        "Nothing in a file tells one musl release from another, so the number is taken on trust.",
      ],
      bestTag: "musllinux_1_1_x86_64",
      glibcFloor: null,
    },
  },
  {
    name: "statically linked, on both C libraries",
    facts: wheel({
      tags: "manylinux_2_5_x86_64.manylinux1_x86_64.musllinux_1_1_x86_64",
      libraries: [library("pkg-1.0.data/scripts/tool", { role: "executable", libc: "none", needed: [] })],
    }),
    is: {
      outcome: "complies",
      words: [
        "Complies with manylinux_2_5_x86_64 and musllinux_1_1_x86_64 as claimed.",
        "It needs no C library from the system.",
      ],
      bestTag: "manylinux_2_5_x86_64",
      glibcFloor: null,
    },
  },
  {
    name: "with versions that are only asked for weakly",
    facts: wheel({
      libraries: [
        extension("pkg/_x.so", {
          versionNeeds: [
            ...versionNeeds({ "libc.so.6": ["GLIBC_2.17 x"] }),
            ...versionNeeds({ "libc.so.6": ["GLIBC_2.36 arc4random"] }).map((need) => ({
              ...need,
              weak: true,
            })),
          ],
          sections: { count: 28, dynamicSymbols: true, versionNeeds: true },
        }),
      ],
    }),
    is: {
      outcome: "complies",
      words: [
        "Complies with manylinux_2_17_x86_64 as claimed.",
        "It needs glibc 2.17. auditwheel, which counts versions that are only asked for weakly too, says manylinux_2_36_x86_64.",
      ],
      bestTag: "manylinux_2_17_x86_64",
      glibcFloor: "2.17",
    },
  },
];

const fails: Case[] = [
  {
    name: "by glibc, and says which symbol in which library",
    facts: wheel({
      libraries: [
        glibc("GLIBC_2.14 memcpy", "GLIBC_2.28 other fcntl64"),
        library("pkg/b.so", { needs: { "libc.so.6": ["GLIBC_2.28 statx"] } }),
      ],
    }),
    is: {
      outcome: "fails",
      words: [
        "Claims manylinux_2_17_x86_64, but needs glibc 2.28.",
        "pkg/_x.so and 1 other file ask libc.so.6 for fcntl64 (GLIBC_2.28). The best tag it could honestly carry is manylinux_2_28_x86_64.",
      ],
      bestTag: "manylinux_2_28_x86_64",
      glibcFloor: "2.28",
    },
  },
  {
    name: "by libstdc++, with the compiler it came from",
    facts: wheel({
      libraries: [
        extension("pkg/_x.so", {
          needs: { "libstdc++.so.6": ["GLIBCXX_3.4.29 _ZSt28__throw_bad_array_new_lengthv"] },
        }),
      ],
    }),
    is: {
      outcome: "fails",
      words: [
        "Claims manylinux_2_17_x86_64, but needs GLIBCXX_3.4.29 (GCC 11.1 or newer).",
        "pkg/_x.so asks libstdc++.so.6 for std::__throw_bad_array_new_length (GLIBCXX_3.4.29). The best tag it could honestly carry is manylinux_2_34_x86_64.",
      ],
      bestTag: "manylinux_2_34_x86_64",
      glibcFloor: null,
    },
  },
  {
    name: "with a glibc that no policy knows",
    facts: wheel({ libraries: [glibc("GLIBC_2.43 sqrtf")] }),
    is: {
      outcome: "fails",
      words: [
        "Claims manylinux_2_17_x86_64, but needs glibc 2.43.",
        "pkg/_x.so asks libc.so.6 for sqrtf (GLIBC_2.43). As it is, it fits no policy.",
      ],
      bestTag: null,
      glibcFloor: "2.43",
    },
  },
  {
    name: "a claimed number without a policy that is too low",
    facts: wheel({ tags: "manylinux_2_29_x86_64", libraries: [glibc("GLIBC_2.30 gettid")] }),
    is: {
      outcome: "fails",
      words: [
        "Claims manylinux_2_29_x86_64, but needs glibc 2.30.",
        "pkg/_x.so asks libc.so.6 for gettid (GLIBC_2.30). The best tag it could honestly carry is manylinux_2_31_x86_64.",
      ],
      bestTag: "manylinux_2_31_x86_64",
      glibcFloor: "2.30",
    },
  },
  {
    name: "by a library, but would fit with it bundled",
    facts: wheel({ libraries: [extension("pkg/_x.so", { needed: ["libfoo.so.3", "libc.so.6"] })] }),
    is: {
      outcome: "fails",
      words: [
        "Claims manylinux_2_17_x86_64, but needs libfoo.so.3, which is neither in the wheel nor promised by the tag.",
        "pkg/_x.so needs it. With that library bundled it would meet manylinux_2_5_x86_64.",
      ],
      bestTag: null,
      glibcFloor: null,
    },
  },
  {
    name: "one of two tags, and says that the other is met",
    facts: wheel({
      tags: "manylinux_2_17_x86_64.musllinux_1_2_x86_64",
      libraries: [glibc("GLIBC_2.17 x")],
    }),
    is: {
      outcome: "fails",
      words: [
        "Claims musllinux_1_2_x86_64, but its native files are linked for glibc.",
        "Its other tag, manylinux_2_17_x86_64, is met.",
      ],
      bestTag: "manylinux_2_17_x86_64",
      glibcFloor: "2.17",
    },
  },
  {
    name: "by its architecture",
    facts: wheel({ tags: "manylinux_2_17_aarch64", libraries: [glibc("GLIBC_2.17 x")] }),
    is: {
      outcome: "fails",
      words: ["Claims manylinux_2_17_aarch64, but its native files are for x86_64.", ""],
      bestTag: null,
      glibcFloor: null,
    },
  },
  {
    name: "native code under the tag any",
    facts: wheel({ tags: "any", libraries: [glibc("GLIBC_2.17 x")] }),
    is: {
      outcome: "fails",
      words: [
        "Claims to run on any platform, but holds 1 native file for Linux on x86_64.",
        "The best tag it could honestly carry is manylinux_2_17_x86_64.",
      ],
      bestTag: "manylinux_2_17_x86_64",
      glibcFloor: "2.17",
    },
  },
];

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

describe("complies", () => {
  test.each(complies)("$name", ({ facts, is }) => expect(verdict(facts)).toEqual(is));
});
describe("fails", () => {
  test.each(fails)("$name", ({ facts, is }) => expect(verdict(facts)).toEqual(is));
});
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

test("what is asked of the loader counts, though auditwheel leaves it out", () => {
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
