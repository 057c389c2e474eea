/** Where a wheel runs: each outcome with its sentence and its reasons, on systems known well. */
import { describe, expect, test } from "vitest";
import { judge } from "../../../src/core/auditwheel/judge.ts";
import { linkLibraries } from "../../../src/core/linkage/linkage.ts";
import { loadWheel } from "../../../src/core/loading/loading.ts";
import type { WheelFacts } from "../../../src/facts/model.ts";
import { ownJudgement } from "../../../src/core/verdict/own-judgement.ts";
import type { SystemRow } from "../../../src/core/readings/readings.ts";
import { plainText } from "../../../src/core/sentence.ts";
import { readSystems } from "../../../src/core/readings/systems/read-systems.ts";
import { knowledge } from "../../../src/data/index.ts";
import { bareLibrary, extension, library, unreadable, wheel, type LibraryShape } from "../builders.ts";

function rowsOf(facts: WheelFacts): SystemRow[] {
  const judgement = ownJudgement(facts, knowledge, judge(facts, knowledge));
  const linkage = linkLibraries(facts, knowledge, judgement);
  const loading = loadWheel(facts, linkage, judgement.architecture, knowledge);
  return readSystems(facts, knowledge, judgement, { linkage, loading });
}

function rowOf(facts: WheelFacts, id: string): SystemRow {
  const row = rowsOf(facts).find((each) => each.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
}

/** Outcome and sentence. */
const resultOf = (facts: WheelFacts, id: string): [outcome: string, sentence: string] => {
  const { outcome, sentence } = rowOf(facts, id);
  return [outcome, plainText(sentence)];
};

const withNeeds = (needs: LibraryShape["needs"], tags = "manylinux_2_17_x86_64", shape: LibraryShape = {}) =>
  wheel({ tags, libraries: [extension("pkg/_x.so", { ...(needs && { needs }), ...shape })] });

describe("glibc", () => {
  const facts = withNeeds({ "libc.so.6": ["GLIBC_2.34 zzz pthread_create", "GLIBC_2.33 stat"] });

  test("too old: the version, the symbol, the file, and what is there", () => {
    expect(resultOf(facts, "ubuntu-20.04")).toEqual([
      "needs-newer-glibc",
      "Needs GLIBC_2.34 (pthread_create in pkg/_x.so); Ubuntu 20.04 LTS has 2.31.",
    ]);
    expect(rowOf(facts, "ubuntu-20.04").reasons).toEqual([
      { in: "pkg/_x.so", symbol: "pthread_create", version: "GLIBC_2.34", from: "libc.so.6" },
      { in: "pkg/_x.so", symbol: "stat", version: "GLIBC_2.33", from: "libc.so.6" },
    ]);
  });

  test("new enough: how close it is", () => {
    expect(resultOf(facts, "ubuntu-22.04")).toEqual([
      "runs",
      "Needs at most GLIBC_2.34; Ubuntu 22.04 LTS has 2.35.",
    ]);
    expect(rowOf(facts, "rhel-9").outcome).toBe("runs");
    expect(rowOf(facts, "debian-11").outcome).toBe("needs-newer-glibc");
  });

  test("a release that has only no symbols of its own number is not older for it", () => {
    expect(rowOf(withNeeds({ "libc.so.6": ["GLIBC_2.18 x"] }), "ubuntu-14.04").outcome).toBe("runs");
  });

  test("markers count by the release that brought them, or as a backport", () => {
    const packed = withNeeds({ "libc.so.6": ["GLIBC_ABI_DT_RELR"] });
    expect(resultOf(packed, "ubuntu-22.04")).toEqual([
      "needs-newer-glibc",
      "Needs GLIBC_ABI_DT_RELR (pkg/_x.so, new in 2.36); Ubuntu 22.04 LTS has 2.35.",
    ]);
    expect(rowOf(packed, "debian-12").outcome).toBe("runs");
    const plt = withNeeds({ "libc.so.6": ["GLIBC_ABI_DT_X86_64_PLT"] });
    expect(rowOf(plt, "oracle-10").outcome).toBe("runs");
    expect(rowOf(plt, "rhel-10").outcome).toBe("needs-newer-glibc");
  });

  test("a need of the loader itself counts", () => {
    const facts = withNeeds({ "ld-linux-x86-64.so.2": ["GLIBC_2.35 _dl_find_object"] });
    expect(rowOf(facts, "rhel-9").outcome).toBe("needs-newer-glibc");
  });

  test("a weak need does not", () => {
    const weak = { library: "libc.so.6", version: "GLIBC_2.38", weak: true, symbolCount: 0, symbols: [] };
    expect(rowOf(withNeeds({}, "manylinux_2_17_x86_64", { versionNeeds: [weak] }), "rhel-8")).toMatchObject({
      outcome: "runs",
      reasons: [],
    });
  });

  test("private symbols leave it open", () => {
    const facts = withNeeds({ "libc.so.6": ["GLIBC_PRIVATE __libc_dlopen_mode"] });
    expect(resultOf(facts, "ubuntu-24.04")).toEqual([
      "unknown",
      "pkg/_x.so uses private symbols of glibc; whether the build of Ubuntu 24.04 LTS has the same is not known.",
    ]);
  });
});

describe("libstdc++ and libgcc", () => {
  const needs = {
    "libc.so.6": ["GLIBC_2.14 memcpy"],
    "libstdc++.so.6": ["GLIBCXX_3.4.30 _ZNSt18condition_variable4waitERSt11unique_lockISt5mutexE"],
  };

  test("an old libstdc++ under a fitting glibc", () => {
    expect(resultOf(withNeeds(needs), "rhel-9")).toEqual([
      "needs-newer-libstdcxx",
      "Needs GLIBCXX_3.4.30 (std::condition_variable::wait in pkg/_x.so); RHEL 9 has 3.4.29.",
    ]);
    // The same glibc, another libstdc++.
    expect(rowOf(withNeeds(needs), "amazon-linux-2023").outcome).toBe("runs");
  });

  test("both too old", () => {
    const both = withNeeds({ ...needs, "libc.so.6": ["GLIBC_2.34 dlopen"] });
    expect(resultOf(both, "ubuntu-20.04")).toEqual([
      "needs-newer-runtime",
      "Needs GLIBC_2.34 (dlopen in pkg/_x.so) and GLIBCXX_3.4.30 (std::condition_variable::wait in pkg/_x.so); " +
        "Ubuntu 20.04 LTS has 2.31 and 3.4.28.",
    ]);
  });

  test("libgcc comes with the libstdc++ of the same compiler", () => {
    const facts = (version: string) => withNeeds({ "libgcc_s.so.1": [`${version} x`] });
    expect(rowOf(facts("GCC_12.0.0"), "ubuntu-22.04").outcome).toBe("runs");
    expect(rowOf(facts("GCC_14.0.0"), "ubuntu-22.04").outcome).toBe("needs-newer-runtime");
    expect(rowOf(facts("GCC_14.0.0"), "sles-16.0").outcome).toBe("runs");
    expect(rowOf(facts("GCC_16.0.0"), "arch").outcome).toBe("runs");
  });

  test("a copy in the wheel answers for it, but its own glibc need counts", () => {
    const facts = wheel({
      libraries: [
        extension("pkg/_x.so", {
          needs: { "libstdc++-0a1b2c3d.so.6.0.33": ["GLIBCXX_3.4.33 x"] },
          rpath: "$ORIGIN/../pkg.libs",
        }),
        library("pkg.libs/libstdc++-0a1b2c3d.so.6.0.33", {
          soname: "libstdc++-0a1b2c3d.so.6.0.33",
          needs: { "libc.so.6": ["GLIBC_2.32 __libc_single_threaded"] },
        }),
      ],
    });
    expect(resultOf(facts, "rhel-9")).toEqual([
      "runs",
      "Needs at most GLIBC_2.32; RHEL 9 has 2.34. libstdc++ comes with the wheel.",
    ]);
    expect(resultOf(facts, "rhel-8")).toEqual([
      "needs-newer-glibc",
      "Needs GLIBC_2.32 (__libc_single_threaded in pkg.libs/libstdc++-0a1b2c3d.so.6.0.33); RHEL 8 has 2.28.",
    ]);
  });

  test("where the system's own is not known, only what needs it is open", () => {
    expect(resultOf(withNeeds(needs), "azure-linux-3")).toEqual([
      "unknown",
      "Needs GLIBCXX_3.4.30 (std::condition_variable::wait in pkg/_x.so); which libstdc++ Azure Linux 3.0 has is not known here.",
    ]);
    expect(rowOf(withNeeds({ "libc.so.6": ["GLIBC_2.38 x"] }), "azure-linux-3").outcome).toBe("runs");
    expect(resultOf(withNeeds({ "libgcc_s.so.1": ["GCC_14.0.0 x"] }), "azure-linux-3")).toEqual([
      "unknown",
      "Needs GCC_14.0.0 (x in pkg/_x.so); which libgcc Azure Linux 3.0 has is not known here.",
    ]);
  });

  test("a glibc of today was built by a GCC whose libraries are new enough for most", () => {
    const modest = {
      "libc.so.6": ["GLIBC_2.17 x"],
      "libgcc_s.so.1": ["GCC_4.2.0 _Unwind_GetIPInfo"],
      "libstdc++.so.6": ["GLIBCXX_3.4.22 _ZNSt6thread15_M_start_threadEv", "CXXABI_1.3.9 _ZdlPvm"],
    };
    expect(resultOf(withNeeds(modest), "azure-linux-3")).toEqual([
      "runs",
      "Needs at most GLIBC_2.17 and GLIBCXX_3.4.22; Azure Linux 3.0 has 2.38 and 3.4.22 or newer.",
    ]);
    expect(rowOf(withNeeds(modest), "gentoo").outcome).toBe("runs");
  });

  test("what is taken from another system is said", () => {
    expect(rowOf(withNeeds(needs), "lambda-al2023").reasons.at(-1)).toEqual({
      note: "libstdc++ as in Amazon Linux 2023; not measured on AWS Lambda (Python 3.12 to 3.14)",
    });
  });

  test("conda brings libstdc++ but not glibc", () => {
    expect(rowOf(withNeeds(needs), "conda").outcome).toBe("runs");
    expect(resultOf(withNeeds({ "libc.so.6": ["GLIBC_2.34 dlopen"] }), "conda")).toEqual([
      "unknown",
      "Needs GLIBC_2.34 (dlopen in pkg/_x.so); conda (defaults channel) has 2.28 or newer: conda brings its own libstdc++, " +
        "but glibc is that of the system around it.",
    ]);
  });
});

describe("other libraries of the system", () => {
  test("one that nothing brings is named in every row; the versions are enough all the same", () => {
    const facts = withNeeds({}, "manylinux_2_17_x86_64", { needed: ["libc.so.6", "libgomp.so.1"] });
    expect(resultOf(facts, "ubuntu-22.04")).toEqual([
      "installs-but",
      "Needs no particular version of glibc. It also needs libgomp.so.1, which must come from elsewhere. The package libgomp1 brings it there.",
    ]);
    expect(rowOf(facts, "ubuntu-22.04").reasons).toEqual([
      { in: "pkg/_x.so", from: "libgomp.so.1", note: "must come from elsewhere" },
    ]);
  });

  test("one that is not installed by default is named", () => {
    const facts = withNeeds({}, "manylinux_2_17_x86_64", { needed: ["libc.so.6", "libGL.so.1"] });
    expect(resultOf(facts, "lambda-al2023")).toEqual([
      "installs-but",
      "Needs no particular version of glibc. libGL.so.1 must be installed there.",
    ]);
    expect(rowOf(facts, "lambda-al2023").reasons).toEqual([
      { in: "pkg/_x.so", from: "libGL.so.1", note: "not installed there by default" },
    ]);
  });

  test("what other wheels bring is set aside", () => {
    const facts = withNeeds({ "libcublas.so.12": ["GLIBC_2.99 odd"] }, "manylinux_2_17_x86_64", {
      rpath: "$ORIGIN/../nvidia/cublas/lib",
    });
    expect(rowOf(facts, "rhel-8").outcome).toBe("runs");
  });
});

describe("another C library or architecture", () => {
  const musl = (tags: string) =>
    wheel({
      tags,
      libraries: [extension("pkg/_x.so", { libc: "musl", needed: ["libc.musl-x86_64.so.1"] })],
    });

  test("glibc on Alpine", () => {
    expect(resultOf(withNeeds({ "libc.so.6": ["GLIBC_2.14 memcpy"] }), "alpine-3.22")).toEqual([
      "other-libc",
      "Linked for glibc; Alpine 3.22 has musl, and its compatibility layer gcompat is no promise.",
    ]);
  });

  test("musl on Alpine, as new as the tag asks; and elsewhere", () => {
    expect(resultOf(musl("musllinux_1_2_x86_64"), "alpine-3.22")).toEqual([
      "runs",
      "Linked for musl, which has no versions; Alpine 3.22 has musl 1.2.5.",
    ]);
    expect(resultOf(musl("musllinux_1_2_x86_64"), "alpine-3.12")).toEqual([
      "needs-newer-runtime",
      "musllinux_1_2_x86_64 asks for musl 1.2; Alpine 3.12 has musl 1.1.24, and pip does not take it there.",
    ]);
    expect(rowOf(musl("musllinux_1_1_x86_64"), "alpine-3.12").outcome).toBe("runs");
    expect(resultOf(musl("musllinux_1_2_x86_64"), "ubuntu-24.04")).toEqual([
      "other-libc",
      "Linked for musl; Ubuntu 24.04 LTS has glibc.",
    ]);
  });

  test("systems of the wheel's C library come first, each kind in the order of the tables", () => {
    const order = knowledge.systems.systems;
    const glibcFirst = [
      ...order.filter((s) => s.libc === "glibc"),
      ...order.filter((s) => s.libc === "musl"),
    ];
    expect(rowsOf(withNeeds({})).map(({ id }) => id)).toEqual(glibcFirst.map(({ id }) => id));
    expect(rowsOf(musl("musllinux_1_2_x86_64"))[0]?.id).toMatch(/^alpine/);
  });

  test("architectures a system is not made for", () => {
    const shape: LibraryShape = { architecture: "s390x", machine: 22, byteOrder: "big" };
    const facts = withNeeds({ "libc.so.6": ["GLIBC_2.17 x"] }, "manylinux_2_17_s390x", shape);
    expect(resultOf(facts, "colab")).toEqual([
      "other-architecture",
      "Built for s390x; Google Colab is made for x86_64.",
    ]);
    expect(rowOf(facts, "rhel-8").outcome).toBe("runs");
  });

  test("versions that differ by architecture", () => {
    const shape: LibraryShape = { architecture: "aarch64", machine: 183, loadAlignment: 65_536 };
    const facts = withNeeds({ "libc.so.6": ["GLIBC_2.18 x"] }, "manylinux_2_17_aarch64", shape);
    expect(rowOf(facts, "rhel-7").outcome).toBe("runs");
    expect(rowOf(withNeeds({ "libc.so.6": ["GLIBC_2.18 x"] }), "rhel-7").outcome).toBe("needs-newer-glibc");
  });

  test("static files run on both C libraries", () => {
    const facts = wheel({
      tags: "manylinux_2_17_x86_64.musllinux_1_1_x86_64",
      libraries: [library("pkg-1.0.data/scripts/tool", { libc: "none", role: "executable", needed: [] })],
    });
    expect(resultOf(facts, "alpine-3.22")).toEqual(["runs", "Needs nothing of the system’s C library."]);
    expect(rowOf(facts, "rhel-8").outcome).toBe("runs");
    const glibcOnly = { ...facts, name: withNeeds({}).name };
    expect(resultOf(glibcOnly, "alpine-3.22")).toEqual([
      "pip-refuses",
      "Needs nothing of the system’s C library. But pip does not take it there: the file name has no tag for musl.",
    ]);
  });
});

describe("what is judged", () => {
  test("needs of the files, not the claim; that pip goes by the claim is said", () => {
    const facts = withNeeds({ "libc.so.6": ["GLIBC_2.14 memcpy"] }, "manylinux_2_28_x86_64");
    expect(resultOf(facts, "ubuntu-18.04")).toEqual([
      "pip-refuses",
      "Needs at most GLIBC_2.14; Ubuntu 18.04 LTS has 2.27. But pip does not take it there: manylinux_2_28_x86_64 asks for glibc 2.28.",
    ]);
    const two = withNeeds(
      { "libc.so.6": ["GLIBC_2.14 memcpy"] },
      "manylinux_2_28_x86_64.manylinux_2_17_x86_64",
    );
    expect(resultOf(two, "ubuntu-18.04")[1]).toBe("Needs at most GLIBC_2.14; Ubuntu 18.04 LTS has 2.27.");
    const plain = withNeeds({ "libc.so.6": ["GLIBC_2.14 memcpy"] }, "linux_x86_64");
    expect(resultOf(plain, "ubuntu-18.04")[1]).toBe("Needs at most GLIBC_2.14; Ubuntu 18.04 LTS has 2.27.");
  });

  test("nothing is promised where a file could not be read, but a reason against stays one", () => {
    const facts = wheel({
      libraries: [
        extension("pkg/_x.so", { needs: { "libc.so.6": ["GLIBC_2.34 dlopen"] } }),
        unreadable("pkg/_y.so"),
      ],
    });
    expect(resultOf(facts, "ubuntu-22.04")).toEqual([
      "unknown",
      "pkg/_y.so could not be read; nothing else stands in the way on Ubuntu 22.04 LTS.",
    ]);
    expect(rowOf(facts, "ubuntu-22.04").reasons).toEqual([{ in: "pkg/_y.so", note: "could not be read" }]);
    expect(rowOf(facts, "ubuntu-20.04").outcome).toBe("needs-newer-glibc");
  });

  test("several files: the one whose symbol says most, and how many more", () => {
    const facts = wheel({
      libraries: [
        extension("pkg/_a.so", { needs: { "libc.so.6": ["GLIBC_2.34 _Zodd"] } }),
        extension("pkg/_b.so", { needs: { "libc.so.6": ["GLIBC_2.34 dlopen"] } }),
      ],
    });
    expect(rowOf(facts, "rhel-8").reasons).toEqual([
      {
        in: "pkg/_b.so",
        symbol: "dlopen",
        version: "GLIBC_2.34",
        from: "libc.so.6",
        note: "1 other file too",
      },
    ]);
  });

  test("a bare library by its own needs", () => {
    const facts = bareLibrary("libx.so", { needs: { "libstdc++.so.6": ["GLIBCXX_3.4.33 x"] } });
    expect(rowOf(facts, "ubuntu-22.04").outcome).toBe("needs-newer-libstdcxx");
    expect(rowOf(facts, "ubuntu-24.04").outcome).toBe("runs");
  });

  test("no rows if there is nothing to judge", () => {
    expect(rowsOf(wheel({ tags: "any" }))).toEqual([]);
    expect(rowsOf(wheel({ tags: "macosx_11_0_arm64" }))).toEqual([]);
    expect(rowsOf(wheel({ libraries: [unreadable("pkg/_x.so")] }))).toEqual([]);
    const android = wheel({
      tags: "android_24_arm64_v8a",
      libraries: [
        extension("pkg/_x.so", {
          libc: "bionic",
          architecture: "aarch64",
          machine: 183,
          needed: ["libc.so"],
        }),
      ],
    });
    expect(rowsOf(android)).toEqual([]);
  });
});
