/** The two sentences of a wheel that keeps its claim or breaks it, word for word: they are what people paste into issues. */
import { describe, expect, test } from "vitest";
import { extension, library, versionNeeds, watched, wheel } from "../builders.ts";
import { glibc, verdict, type Case } from "./verdict-case.ts";

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
    name: "whose native code lies in a purelib folder, which is where auditwheel stops",
    facts: wheel({
      tags: "manylinux1_x86_64",
      libraries: [
        extension("pkg-1.0.data/purelib/pkg/_x.so", { needs: { "libc.so.6": ["GLIBC_2.17 clock_gettime"] } }),
      ],
    }),
    is: {
      outcome: "fails",
      words: [
        "Claims manylinux1_x86_64, but needs glibc 2.17; besides, native code lies in a purelib folder, which auditwheel refuses.",
        "pkg-1.0.data/purelib/pkg/_x.so asks libc.so.6 for clock_gettime (GLIBC_2.17). The best tag it could honestly carry is manylinux_2_17_x86_64.",
      ],
      bestTag: "manylinux_2_17_x86_64",
      glibcFloor: "2.17",
    },
  },
  {
    name: "only by native code in a purelib folder",
    facts: wheel({ libraries: [extension("pkg-1.0.data/purelib/pkg/_x.so")] }),
    is: {
      outcome: "fails",
      words: [
        "Holds native code in a purelib folder, which auditwheel refuses.",
        "The file concerned: pkg-1.0.data/purelib/pkg/_x.so. Apart from that it meets manylinux_2_17_x86_64.",
      ],
      bestTag: "manylinux_2_5_x86_64",
      glibcFloor: null,
    },
  },
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
    name: "native code of two architectures under the tag any",
    facts: wheel({
      tags: "any",
      libraries: [
        glibc("GLIBC_2.17 x"),
        library("pkg/liby.so", { architecture: "aarch64", machine: 183, needed: ["libc.so.6"] }),
      ],
    }),
    is: {
      outcome: "fails",
      words: [
        "Claims to run on any platform, but holds 2 native files for Linux on x86_64 and aarch64.",
        "The best tag it could honestly carry is manylinux_2_17_x86_64.",
      ],
      bestTag: "manylinux_2_17_x86_64",
      glibcFloor: "2.17",
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

describe("complies", () => {
  test.each(complies)("$name", ({ facts, is }) => expect(verdict(facts)).toEqual(is));
});
describe("fails", () => {
  test.each(fails)("$name", ({ facts, is }) => expect(verdict(facts)).toEqual(is));
});
