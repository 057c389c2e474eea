import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRelease, releaseKey } from "../../../src/core/release/read-release.ts";
import type { ReleaseFamily } from "../../../src/core/release/release.ts";
import { cxxNames, extension, pythonNames, unreadable, wheel } from "../builders.ts";
import { assess } from "../../../src/core/assess.ts";
import { knowledge } from "../../../src/data/index.ts";
import type { ReleaseInput } from "../../../src/core/release/release.ts";
import { parseWheelName } from "../../../src/facts/names/wheel-name.ts";
import { built, glibc, groupOf, differencesOf, unread } from "./wheels.ts";
import { propertyRuns } from "../../property-runs.ts";
import { cpuNow } from "../../cpu-time.ts";

describe("rows", () => {
  it("stand in the order of Python, system, architecture and C library, whatever the order of the files", () => {
    const names = [
      "cp38-abi3-manylinux_2_17_x86_64",
      "cp310-cp310-manylinux_2_17_x86_64",
      "cp310-cp310-musllinux_1_2_x86_64",
      "cp310-cp310-manylinux_2_17_aarch64",
      "cp310-cp310-manylinux_2_17_i686",
      "cp313-cp313-manylinux_2_17_x86_64",
      "cp313-cp313t-manylinux_2_17_x86_64",
    ];
    const wheels = names.map((name) => ({ name, input: built(name) }));
    fc.assert(
      fc.property(fc.shuffledSubarray(wheels, { minLength: names.length }), (shuffled) => {
        const { rows } = groupOf(...shuffled.map(({ input }) => input));
        expect(rows.map(({ fileName }) => fileName)).toEqual(names.map((name) => `pkg-1.0-${name}.whl`));
        for (const row of rows) expect(row.fileName).toContain(shuffled[row.index]?.name);
      }),
      { numRuns: propertyRuns(20) },
    );
  });

  it("say what the report says, and the tags where it has no answer", () => {
    const { rows } = groupOf(
      built("cp312-cp312-manylinux_2_17_x86_64", {
        needs: {
          "libc.so.6": ["GLIBC_2.34 pthread_create"],
          "libstdc++.so.6": [
            "GLIBCXX_3.4.21 _ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE9_M_appendEPKcm",
          ],
        },
        cxx: cxxNames({
          fromRuntime: { new: ["_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE9_M_appendEPKcm"] },
        }),
      }),
      unread("pkg-1.0-cp312-cp312-macosx_11_0_arm64.whl"),
      unread("pkg-1.0-cp312-cp312-win_amd64.whl"),
    );
    expect(rows[0]).toMatchObject({
      project: "pkg",
      version: "1.0",
      python: "cp312",
      system: "Linux",
      architecture: "x86_64",
      libc: "glibc",
      outcome: "fails",
      bestTag: "manylinux_2_34_x86_64",
      glibcFloor: "2.34",
      stringAbis: ["new"],
      findings: [
        { id: "claimed-tag-not-met", severity: "error" },
        { id: "symbol-version-too-new", severity: "error" },
      ],
      counts: { error: 2, warning: 0 },
      error: null,
    });
    expect(rows[0]?.maxima).toEqual([
      {
        family: "GLIBC",
        version: "GLIBC_2.34",
        number: "2.34",
        policy: "manylinux_2_34",
        library: "pkg/_x.so",
        symbol: "pthread_create",
        row: 0,
      },
      {
        family: "GLIBCXX",
        version: "GLIBCXX_3.4.21",
        number: "3.4.21",
        policy: "manylinux_2_24",
        library: "pkg/_x.so",
        symbol: "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE9_M_appendEPKcm",
        row: 0,
      },
    ]);
    expect(rows.slice(1).map(({ system, architecture, outcome }) => [system, architecture, outcome])).toEqual(
      [
        ["Windows", "amd64", "unread"],
        ["macOS", "arm64", "unread"],
      ],
    );
  });
});

describe("groups", () => {
  it("are releases; what is no wheel comes last", () => {
    const bare = { ...wheel({ kind: "library", fileName: "libx.so" }), name: null };
    const { groups } = readRelease([
      { kind: "report", report: assess(bare, knowledge) },
      built("Other_Name-2.0/cp312-cp312-manylinux_2_17_x86_64"),
      built("other.name-2.0/cp313-cp313-manylinux_2_17_x86_64"),
      built("other_name-2.1/cp312-cp312-manylinux_2_17_x86_64"),
    ]);
    expect(groups.map(({ project, version, rows }) => [project, version, rows.length])).toEqual([
      ["Other_Name", "2.0", 2],
      ["other_name", "2.1", 1],
      [null, null, 1],
    ]);
  });

  it("keep apart what a name could fake", () => {
    expect(releaseKey("__proto__-1.0-py3-none-any.whl")).toBe("");
    expect(releaseKey("constructor-1.0-py3-none-any.whl")).toBe("constructor 1.0");
    expect(releaseKey("A.b-V1.0RC1-py3-none-any.whl")).toBe("a-b 1.0rc1");
  });

  it("are none without files", () => {
    expect(readRelease([])).toEqual({ groups: [] });
  });
});

describe("policies by architecture", () => {
  /** `manylinux_2_17  all some – `: the states of one policy, and who is in the way. */
  const line = (family: ReleaseFamily | undefined, policy: string) =>
    family?.policies
      .find((each) => each.policy === policy)
      ?.cells.map(({ state, limiting, claiming }) => [state, limiting, claiming]);

  it("tell who fits, who does not, and which policy does not know an architecture", () => {
    const { families } = groupOf(
      built("cp312-cp312-manylinux_2_17_x86_64", glibc("2.17")),
      built("cp313-cp313-manylinux_2_28_x86_64", glibc("2.28")),
      built("cp312-cp312-manylinux_2_17_aarch64", glibc("2.17")),
      built("cp312-cp312-musllinux_1_2_x86_64"),
      unread("pkg-1.0-cp314-cp314-manylinux_2_17_x86_64.whl"),
    );
    expect(
      families.map(({ libc, columns }) => [libc, columns.map(({ architecture }) => architecture)]),
    ).toEqual([
      ["glibc", ["x86_64", "aarch64"]],
      ["musl", ["x86_64"]],
    ]);
    const [family] = families;
    expect(line(family, "manylinux_2_12")).toEqual([
      ["none", [0, 1], []],
      ["undefined", [], []],
    ]);
    expect(line(family, "manylinux_2_17")).toEqual([
      ["some", [1], [0]],
      ["all", [], [2]],
    ]);
    expect(line(family, "manylinux_2_28")).toEqual([
      ["all", [], [1]],
      ["all", [], []],
    ]);
    expect(family?.policies.map(({ policy }) => policy).slice(0, 4)).toEqual([
      "manylinux_2_5",
      "manylinux_2_12",
      "manylinux_2_17",
      "manylinux_2_24",
    ]);
    expect(family?.columns[0]).toMatchObject({ rows: [0, 1], glibcFloor: "2.28" });
    expect(family?.columns[0]?.maxima).toMatchObject([{ family: "GLIBC", number: "2.28", row: 1 }]);
  });

  it("never count a wheel with an unreadable library as fitting", () => {
    const report = assess(wheel({ libraries: [extension("pkg/_y.so"), unreadable("pkg/_x.so")] }), knowledge);
    const { families } = groupOf({ kind: "report", report }, built("cp313-cp313-manylinux_2_17_x86_64"));
    const states = families.flatMap(({ policies }) =>
      policies.flatMap(({ cells }) => cells.map((cell) => [cell.state, cell.limiting])),
    );
    expect(states.length).toBeGreaterThan(10);
    for (const state of states) expect(state).toEqual(["some", [0]]);
  });
});

describe("differences", () => {
  it("an aarch64 wheel that needs a newer glibc than the x86_64 one, and breaks its claim", () => {
    const group = groupOf(
      built("cp312-cp312-manylinux_2_17_x86_64", glibc("2.14")),
      built("cp312-cp312-manylinux_2_17_aarch64", glibc("2.28", "fcntl64")),
    );
    expect(differencesOf(group)).toEqual([
      "! glibc needed: 2.28 on aarch64, 2.14 on x86_64. fcntl64 (GLIBC_2.28) is asked for by pkg/_x.so. | 1 GLIBC",
      "! Only on aarch64: Tag not met. | 1 findings",
      "! Only on aarch64: Symbol versions too new. | 1 findings",
    ]);
    expect(group.differences[0]).toMatchObject({ kind: "version", family: "GLIBC", rows: [1] });
    expect(group.differences[2]).toMatchObject({ kind: "finding", finding: "symbol-version-too-new" });
  });

  it("no difference where an architecture cannot do with less", () => {
    expect(
      differencesOf(
        groupOf(
          built("cp312-cp312-manylinux_2_17_x86_64", glibc("2.2.5")),
          built("cp312-cp312-manylinux_2_17_aarch64", glibc("2.17")),
          built("cp312-cp312-manylinux_2_31_riscv64", glibc("2.27")),
        ),
      ),
    ).toEqual([]);
  });

  it("one Python in all architectures, and a single wheel", () => {
    const shape = (minor: string) => glibc(minor, "log2");
    expect(
      differencesOf(
        groupOf(
          built("cp312-cp312-manylinux_2_17_x86_64", shape("2.17")),
          built("cp312-cp312-manylinux_2_17_aarch64", shape("2.17")),
          built("cp313-cp313-manylinux_2_28_x86_64", shape("2.28")),
          built("cp313-cp313-manylinux_2_28_aarch64", shape("2.28")),
        ),
      ),
    ).toEqual([
      "• glibc needed: 2.28 for cp313, 2.17 for cp312. log2 (GLIBC_2.28) is asked for by pkg/_x.so. | 2 GLIBC, 3 GLIBC",
      "• Oldest glibc promised by the file names: 2.28 for cp313, 2.17 for cp312. | 2 claim, 3 claim",
    ]);
    const [single] = differencesOf(
      groupOf(
        built("cp312-cp312-manylinux_2_28_x86_64", shape("2.17")),
        built("cp312-cp312-manylinux_2_28_aarch64", shape("2.17")),
        built("cp313-cp313-manylinux_2_28_x86_64", shape("2.28")),
        built("cp313-cp313-manylinux_2_28_aarch64", shape("2.17")),
      ),
    );
    expect(single).toBe(
      "• glibc needed: 2.28 for cp313 on x86_64, 2.17 for cp312 on x86_64, cp312 on aarch64 and cp313 on aarch64. " +
        "log2 (GLIBC_2.28) is asked for by pkg/_x.so. | 2 GLIBC",
    );
  });

  it("compares one C library with itself, and the most portable of several wheels for the same Python", () => {
    expect(
      differencesOf(
        groupOf(
          built("cp312-cp312-manylinux_2_28_x86_64", glibc("2.28")),
          built("cp312-cp312-musllinux_1_2_x86_64"),
          built("cp312-cp312-manylinux_2_17_x86_64", glibc("2.17")),
          built("cp312-cp312-manylinux_2_17_aarch64", glibc("2.17")),
        ),
      ),
    ).toEqual([]);
  });

  it("names the C library if there are several to compare, and the claims of musl", () => {
    expect(
      differencesOf(
        groupOf(
          built("cp312-cp312-manylinux_2_17_x86_64"),
          built("cp312-cp312-manylinux_2_17_aarch64"),
          built("cp312-cp312-musllinux_1_1_x86_64"),
          built("cp312-cp312-musllinux_1_2_aarch64"),
        ),
      ),
    ).toEqual(["• Oldest musl promised by the file names: 1.2 on aarch64, 1.1 on x86_64. | 3 claim"]);
    expect(
      differencesOf(
        groupOf(
          built("cp312-cp312-manylinux_2_17_x86_64", { executableStack: true }),
          built("cp312-cp312-manylinux_2_17_aarch64"),
          built("cp312-cp312-musllinux_1_2_x86_64"),
          built("cp312-cp312-musllinux_1_2_aarch64"),
        ),
      ),
    ).toEqual(["! With glibc, only on x86_64: Executable stack. | 0 findings"]);
  });

  it("the std::string ABI", () => {
    const name = "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE9_M_appendEPKcm";
    const fresh = { cxx: cxxNames({ fromRuntime: { new: [name] } }) };
    const old = { cxx: cxxNames({ fromRuntime: { old: ["_ZNSs6appendEPKcm"] } }) };
    const all = differencesOf(
      groupOf(
        built("cp312-cp312-manylinux_2_17_x86_64", old),
        built("cp312-cp312-manylinux_2_17_aarch64", fresh),
        built("cp312-cp312-manylinux_2_17_i686", old),
      ),
    );
    expect(all[0]).toBe(
      "! The std::string ABI is not the same: old on x86_64 and i686, new on aarch64. | 1 string-abi",
    );
  });

  it("CUDA by its major, and GPU libraries that only some need", () => {
    const cuda = (major: number) => ({ needed: ["libc.so.6", `libcudart.so.${String(major)}`] });
    const two = differencesOf(
      groupOf(
        built("cp312-cp312-manylinux_2_17_x86_64", cuda(12)),
        built("cp312-cp312-manylinux_2_17_aarch64", cuda(13)),
      ),
    );
    expect(two).toContain(
      "! GPU libraries are not the same: CUDA 12 on x86_64, CUDA 13 on aarch64. | 0 gpu, 1 gpu",
    );
    const one = differencesOf(
      groupOf(
        built("cp312-cp312-manylinux_2_17_x86_64", cuda(12)),
        built("cp312-cp312-manylinux_2_17_aarch64"),
      ),
    );
    expect(one).toContain(
      "• GPU libraries are not the same: CUDA 12 on x86_64, none on aarch64. | 0 gpu, 1 gpu",
    );
  });

  it("Pythons missing on one architecture, unless abi3 serves them; a missing architecture is nobody's fault", () => {
    expect(
      differencesOf(
        groupOf(
          built("cp312-cp312-manylinux_2_17_x86_64"),
          built("cp313-cp313-manylinux_2_17_x86_64"),
          built("cp313-cp313t-manylinux_2_17_x86_64"),
          built("cp312-cp312-manylinux_2_17_aarch64"),
          built("cp39-abi3-manylinux_2_17_i686", { python: pythonNames(["PyModule_Create2"]) }),
          built("cp312-cp312-musllinux_1_2_x86_64"),
        ),
      ).filter((sentence) => sentence.includes("no wheel")),
    ).toEqual([
      "• Among these files is no wheel for cp39-abi3 on x86_64.",
      "• Among these files is no wheel for cp39-abi3, cp313 and cp313t on aarch64.",
      "• Among these files is no wheel for cp313t on i686.",
    ]);
    const some = [built("cp38-cp38-manylinux_2_17_x86_64"), built("cp39-cp39-manylinux_2_17_aarch64")];
    expect(differencesOf(groupOf(...some))).toEqual([]);
  });

  it("none for one wheel, and none for files that are no wheels", () => {
    expect(differencesOf(groupOf(built("cp312-cp312-manylinux_2_17_x86_64")))).toEqual([]);
    const bare = (fileName: string) => {
      const facts = { ...wheel({ kind: "library", fileName }), name: null };
      return { kind: "report", report: assess(facts, knowledge) } as const;
    };
    expect(differencesOf(groupOf(bare("a.so"), bare("b.so")))).toEqual([]);
  });

  it("take no time to speak of for thousands of made-up wheels", () => {
    const one = built("cp312-cp312-manylinux_2_17_x86_64", glibc("2.28"));
    if (one.kind !== "report") throw new Error("no report");
    const { report } = one;
    const inputs = Array.from({ length: 3000 }, (_, index): ReleaseInput => {
      const fileName = `pkg-1.0-cp${String(index)}-cp${String(index)}-manylinux_2_17_x86_64.whl`;
      const facts = { ...report.facts, fileName, name: parseWheelName(fileName) };
      const architecture = `machine-${index}` as const;
      return { kind: "report", report: { ...report, facts, architecture } };
    });
    const start = cpuNow();
    expect(groupOf(...inputs).rows).toHaveLength(3000);
    expect(cpuNow() - start).toBeLessThan(5000);
  });
});
