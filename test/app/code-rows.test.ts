import { describe, expect, it } from "vitest";
import { libraryText } from "../../src/present/library/library-text.ts";
import { presentSections } from "../../src/app/report/code/present.ts";
import {
  cxxGroups,
  cxxSummary,
  gpuShort,
  pythonShort,
  pythonTrouble,
  runtimeSummary,
  toolchainGroups,
  toolchainShort,
} from "../../src/present/code.ts";
import { coverageText, generations, gpuMarkdown, gpuRows, targetTotals } from "../../src/present/gpu.ts";
import { capability } from "../../src/core/readings/gpu/devices.ts";
import { emptyColumns, libraryRows, matchesText } from "../../src/present/library/library-rows.ts";
import {
  ageNote,
  groupSystems,
  shortSystemName,
  supportOf,
  supportText,
  systemsSummary,
  tellingSystem,
} from "../../src/present/systems.ts";
import { abi3, codeReport, devices, gpu, systemRow, systems, toolset, torchGpu } from "./code-fixture.ts";
import { libraryReport, report } from "./fixture.ts";

const today = "2026-11-23";

describe("systems", () => {
  it("stand in families of a fixed order, Ubuntu apart from Debian, images last", () => {
    expect(groupSystems(systems).map(({ name, rows }) => [name, rows.length])).toEqual([
      ["Red Hat family", 2],
      ["Ubuntu", 3],
      ["Debian", 2],
      ["Alpine", 1],
      ["Others", 1],
      ["Images and services", 1],
    ]);
  });

  it.each([
    ["Ubuntu 22.04 LTS", "Ubuntu", "22.04 LTS"],
    ["Debian unstable (rolling)", "Debian", "unstable (rolling)"],
    ["Amazon Linux 2023", "Amazon Linux", "2023"],
    ["RHEL 8", "Red Hat family", "RHEL 8"],
    ["Rocky Linux 9", "Red Hat family", "Rocky Linux 9"],
    ["SUSE", "SUSE", "SUSE"],
  ])("%s under %s is %s", (name, group, short) => {
    expect(shortSystemName(systemRow("x", name, "x", "runs"), group)).toBe(short);
  });

  it("tells full, extended and ended support apart by the day", () => {
    const row = systemRow("x", "X", "x", "runs", {
      endOfLife: "2024-06-30",
      extendedEndOfLife: "2029-05-31",
    });
    expect(supportOf(row, "2024-06-30")).toBe("full");
    expect(supportOf(row, "2024-07-01")).toBe("extended");
    expect(supportOf(row, "2029-06-01")).toBe("ended");
    expect(supportOf({ ...row, extendedEndOfLife: null }, "2024-07-01")).toBe("ended");
    expect(supportOf({ ...row, endOfLife: null }, "2999-01-01")).toBe("open");
    expect(supportText(row, today)).toBe("regular support ended June 2024, extended until May 2029");
    expect(supportText(row, "2030-01-01")).toBe("out of support since May 2029");
  });

  it("counts only what is in support", () => {
    expect(systemsSummary(systems, today)).toBe(
      "runs on all 6 systems in support that share its C library and processor",
    );
    expect(
      systemsSummary(
        systems.filter(({ outcome }) => outcome === "runs"),
        today,
      ),
    ).toBe("runs on all 6 systems in support");
    expect(systemsSummary(systems.slice(7, 8), today)).toBe("runs on no system known here");
  });

  it("says what is known from more than a year ago, of systems that still count", () => {
    const rows = [
      systemRow("arch", "Arch Linux", "other", "runs", { asOf: "2026-08-08" }),
      systemRow("colab", "Google Colab", "image", "runs", { asOf: "2026-09-09" }),
      systemRow("alpine-3.24", "Alpine 3.24", "alpine", "other-libc", { asOf: "2020-01-01" }),
      systemRow("rhel-7", "RHEL 7", "rhel", "runs", { asOf: "2020-01-01", endOfLife: "2024-06-30" }),
    ];
    const end = "there may be changes and newer releases that are not taken into account.";
    expect(ageNote(rows, "2027-08-08")).toBeNull();
    expect(ageNote(rows, "2027-08-09")).toBe(
      `What is known of Arch Linux is more than a year old (August 2026): ${end}`,
    );
    expect(ageNote(rows, "2027-09-10")).toBe(
      `What is known of Arch Linux and Google Colab is more than a year old (the oldest of August 2026): ${end}`,
    );
    expect(ageNote([...rows, ...rows], "2027-09-10")).toContain("What is known of 4 of these systems is");
    expect(ageNote([], "2999-01-01")).toBeNull();
  });

  it("looks first at the pinned system, then at the first in support that fails", () => {
    expect(tellingSystem(systems, "debian-13", today)?.id).toBe("debian-13");
    // RHEL 7 fails too, but only an extension of its support goes on.
    expect(tellingSystem(systems, null, today)?.id).toBe("rhel-8");
    expect(tellingSystem(systems, null, "2024-01-01")?.id).toBe("rhel-7");
    expect(tellingSystem(systems, "no-such-system", today)?.id).toBe("rhel-8");
    expect(tellingSystem([], null, today)).toBeNull();
  });
});

describe("the matrix of GPUs", () => {
  it("has the wheel first, then its libraries", () => {
    expect(gpuRows(codeReport).map(({ path }) => path)).toEqual([
      null,
      "torch/lib/libtorch_cuda.so",
      "torchvision/_C_stable.so",
    ]);
    const one = { ...codeReport, gpu: { ...gpu, libraries: gpu.libraries.slice(0, 1) } };
    expect(gpuRows(one)).toHaveLength(1);
    expect(gpuRows(report)).toEqual([]);
  });

  it("groups its columns by generation", () => {
    expect(generations(devices)).toEqual([
      { name: "Volta", columns: 1 },
      { name: "Turing", columns: 1 },
      { name: "Ampere", columns: 2 },
      { name: "Blackwell", columns: 2 },
    ]);
    expect([75, 90, 120, 121].map(capability)).toEqual(["7.5", "9.0", "12.0", "12.1"]);
  });

  it("says each coverage in words", () => {
    const texts = torchGpu.coverage.map(coverageText);
    expect(texts[0]).toBe("nothing that runs in any of 475 kernel groups");
    expect(texts[1]).toBe("machine code in all 475 kernel groups; by sm_75");
    expect(texts[5]).toBe("nothing that runs in 471 of 475 kernel groups; machine code in 4; by sm_120");
    const ptx = { sm: 90, coverage: "ptx", native: 3, ptx: 2, missing: 0, by: [] } as const;
    expect(coverageText(ptx)).toBe("machine code in 3 of 5 kernel groups, PTX in 2");
    expect(coverageText({ ...ptx, native: 0 })).toBe(
      "only through PTX, which the driver compiles, in 2 kernel groups",
    );
  });

  it("adds up the sizes, machine code before PTX, by number", () => {
    expect(
      targetTotals(codeReport).map(({ target, bytes, libraries }) => [target, bytes, libraries]),
    ).toEqual([
      ["sm_80", 63_000_000, 2],
      ["sm_120", 40_000_000, 1],
      ["compute_120", 1_000_000, 1],
    ]);
  });

  it("is a table in Markdown that no file name breaks", () => {
    const odd = "torch/lib/a`|b.so";
    const hostile = {
      ...codeReport,
      gpu: { ...gpu, libraries: ["torch/lib/libtorch_cuda.so", odd] },
      libraries: [...codeReport.libraries, libraryReport(odd, { gpu: torchGpu })],
    };
    const text = gpuMarkdown(hostile, hostile.gpu);
    expect(text).toContain("| library | Volta 7.0 | Turing 7.5 | Ampere 8.0 |");
    expect(text).toContain("| `libtorch_cuda.so` | – | ✓ | ✓ | ✓ | ✓ | 4/475 |");
    expect(text).toContain("Driver: 580.65.06 or newer");
    const rows = text.split("\n").filter((line) => line.startsWith("|"));
    expect(new Set(rows.map((line) => line.split("|").length)).size).toBe(1);
  });
});

describe("C++, toolchain, Python", () => {
  it("puts the unusual ABI first", () => {
    const groups = cxxGroups(codeReport);
    expect(groups.map(({ flavour, libraries }) => [flavour, libraries.length])).toEqual([
      ["old", 1],
      ["new", 2],
    ]);
    expect(cxxSummary(groups)).toBe("old ABI in 1 library, new ABI in 2");
    expect(runtimeSummary(groups)).toBe(
      "the system’s libstdc++ (2), the system’s libstdc++, newer parts linked in (1)",
    );
    expect(cxxSummary([])).toBe("nothing tells which std::string ABI");
  });

  it("tells the same toolchain once", () => {
    const groups = toolchainGroups(codeReport);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.paths).toHaveLength(2);
  });

  it("shortens for the table's columns", () => {
    const [torch, vision, native, plain] = codeReport.libraries;
    if (!torch || !vision || !native || !plain) throw new Error("the fixture has four libraries");
    expect([torch, vision, native, plain].map(gpuShort)).toEqual(["8.0–12.0", "8.0, PTX", "", ""]);
    expect(toolchainShort(torch)).toBe("GCC 14.2.1");
    expect(pythonShort(native)).toBe("abi3 3.11");
    expect(pythonShort({ ...native, python: { ...abi3, outside: ["_PyArg_Parse"] } })).toBe("abi3, not kept");
    expect(pythonShort({ ...native, python: { ...abi3, suffix: null } })).toBe("stable 3.11");
  });

  it("names what speaks against the claim", () => {
    expect(pythonTrouble(abi3, "stable")).toBeNull();
    const broken = {
      ...abi3,
      outside: ["_PyArg_Parse"],
      tooNew: [{ symbol: "PyBuffer_FillInfo", added: "3.11" }],
      init: { expected: "PyInit_a", found: ["PyInit_b"], fits: false },
    };
    expect(pythonTrouble(broken, "stable")).toBe(
      "1 import outside of the stable ABI, 1 import newer than claimed, no PyInit_a",
    );
    expect(pythonTrouble({ ...broken, tooNew: [], init: null }, "other")).toBeNull();
  });
});

describe("in the table and the text of a library", () => {
  it("columns appear where libraries differ, and the filter finds their words", () => {
    const rows = libraryRows(codeReport);
    const rustc = {
      ...toolset,
      tools: toolset.tools.map((tool) => ({ ...tool, name: "rustc", version: "1.90.0" })),
    };
    const more = libraryRows({
      ...codeReport,
      libraries: [
        ...codeReport.libraries,
        libraryReport("a.so", { toolchain: rustc, python: { ...abi3, suffix: "cpython-312" } }),
      ],
    });
    expect(emptyColumns(rows)).toEqual(expect.arrayContaining(["python", "toolchain"]));
    for (const column of ["string", "gpu", "python", "toolchain"] as const) {
      expect(emptyColumns(more)).not.toContain(column);
      expect(emptyColumns(libraryRows(report))).toContain(column);
    }
    const find = (text: string): readonly string[] =>
      rows.filter((row) => matchesText(row, text)).map(({ name }) => name);
    expect(find("old abi")).toEqual(["_native.so"]);
    expect(find("compute_120")).toEqual(["_C_stable.so"]);
    expect(find("gcc-toolset-14")).toEqual(["libtorch_cuda.so", "_C_stable.so"]);
    expect(find("abi3")).toEqual(["_native.so"]);
  });

  it("the text for an issue has each reading with its evidence", () => {
    const [torch, , native] = codeReport.libraries;
    if (!torch || !native) throw new Error("the fixture has four libraries");
    const text = libraryText(torch, codeReport);
    expect(text).toContain("  C++ ABI: Uses the new std::string ABI: 56 imports from libstdc++.");
    expect(text).toContain("  C++ runtime: the system’s libstdc++");
    expect(text).toContain("      GCC: (GNU) 14.2.1 20250110 (Red Hat 14.2.1-7)");
    expect(text).toContain("      sm_80 60.0 MB, sm_120 40.0 MB");
    expect(libraryText(native, codeReport)).toContain(
      "  Python ABI: All 61 imports are in the stable ABI of Python 3.11.",
    );
  });
});

describe("sections", () => {
  it("are there where they have something to say", () => {
    expect(presentSections(codeReport).map(({ id }) => id)).toEqual([
      "ladder",
      "findings",
      "systems",
      "gpu",
      "accelerators",
      "cxx",
      "python",
      "toolchain",
      "libraries",
    ]);
    expect(presentSections(report).map(({ id }) => id)).toEqual(["ladder", "findings", "libraries"]);
  });
});
