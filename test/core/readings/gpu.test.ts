/** Which GPUs run which code: the rules, the counting by kernel group, and the sentences. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../../src/core/assess.ts";
import type { GpuCode } from "../../../src/facts/code-facts.ts";
import { countCoverage } from "../../../src/core/readings/gpu/coverage.ts";
import { deviceOf, devicesFor, runs } from "../../../src/core/readings/gpu/devices.ts";
import { readGpu } from "../../../src/core/readings/gpu/read-gpu.ts";
import type { WheelFacts } from "../../../src/facts/model.ts";
import { plainText } from "../../../src/core/sentence.ts";
import { knowledge } from "../../../src/data/index.ts";
import { cudaCode, extension, library, wheel } from "../builders.ts";

const { gpu } = knowledge;

function target(text: string) {
  const [first] = cudaCode({ [text]: 1 }).cuda?.targets ?? [];
  if (first === undefined) throw new Error(text);
  return first;
}

describe("what runs where", () => {
  test.each([
    // Machine code: same major, minor not below.
    ["sm_80", 80, "native"],
    ["sm_80", 86, "native"],
    ["sm_80", 89, "native"],
    ["sm_86", 80, null],
    ["sm_80", 90, null],
    ["sm_75", 80, null],
    ["sm_100", 103, "native"],
    ["sm_100", 110, null],
    ["sm_100", 120, null],
    ["sm_120", 121, "native"],
    ["sm_50", 52, "native"],
    // Jetson parts: nothing of others, nothing for others.
    ["sm_80", 87, null],
    ["sm_87", 87, "native"],
    ["sm_87", 89, null],
    ["sm_70", 72, null],
    ["sm_72", 75, null],
    ["sm_50", 53, null],
    ["sm_101", 110, null],
    // PTX: any later GPU, Jetson or not.
    ["compute_75", 75, "ptx"],
    ["compute_75", 120, "ptx"],
    ["compute_80", 87, "ptx"],
    ["compute_90", 89, null],
    // For one architecture, for one family.
    ["sm_90a", 90, "native"],
    ["sm_100a", 103, null],
    ["compute_90a", 100, null],
    ["sm_100f", 103, "native"],
    ["sm_103f", 100, null],
    ["sm_100f", 107, "native"],
    ["sm_100f", 110, null],
    ["sm_120f", 121, "native"],
    ["compute_100f", 103, "ptx"],
    ["compute_100f", 120, null],
    // What has to be linked first runs nowhere.
    ["lto_80", 80, null],
    ["kind16_100", 100, null],
  ] as const)("%s on %i: %s", (text, sm, how) => {
    expect(runs(target(text), deviceOf(sm, gpu), gpu)).toBe(how);
  });
});

const count = (code: GpuCode, ...sms: number[]) => {
  if (code.cuda === null) throw new Error("no CUDA code");
  return countCoverage(
    code.cuda,
    sms.map((sm) => deviceOf(sm, gpu)),
    gpu,
  );
};

describe("kernel groups", () => {
  test("are counted one by one, not as one list of architectures", () => {
    const { coverage } = count(
      cudaCode({ "sm_75 sm_80": 10, sm_80: 5, "sm_80 compute_80": 1 }),
      70,
      75,
      80,
      90,
    );
    expect(coverage).toEqual([
      { sm: 70, coverage: "none", native: 0, ptx: 0, missing: 16, by: [] },
      { sm: 75, coverage: "partly", native: 10, ptx: 0, missing: 6, by: ["sm_75"] },
      { sm: 80, coverage: "native", native: 16, ptx: 0, missing: 0, by: ["sm_80"] },
      { sm: 90, coverage: "partly", native: 0, ptx: 1, missing: 15, by: ["compute_80"] },
    ]);
  });

  test("machine code and PTX together", () => {
    const { coverage, withoutPtx } = count(
      cudaCode({ "sm_80 sm_90 compute_90": 3, "sm_80 compute_80": 2 }),
      90,
    );
    expect(coverage).toEqual([
      { sm: 90, coverage: "ptx", native: 3, ptx: 2, missing: 0, by: ["sm_90", "compute_80"] },
    ]);
    expect(withoutPtx).toBe(0);
  });

  test("the most special machine code that fits is taken", () => {
    const { coverage } = count(cudaCode({ "sm_90 sm_90a sm_100 sm_103f compute_90": 3 }), 90, 103);
    expect(coverage.map(({ by }) => by)).toEqual([["sm_90a"], ["sm_103f"]]);
  });

  test("variants for one architecture are no gap for others, unless there is nothing else", () => {
    const some = count(cudaCode({ "sm_75 sm_90": 471, sm_90a: 4 }), 75, 90);
    expect(some.coverage).toEqual([
      { sm: 75, coverage: "native", native: 471, ptx: 0, missing: 0, by: ["sm_75"] },
      { sm: 90, coverage: "native", native: 475, ptx: 0, missing: 0, by: ["sm_90", "sm_90a"] },
    ]);
    expect(some).toMatchObject({ containers: 475, special: 4, withoutPtx: 471 });
    const only = count(cudaCode({ sm_90a: 4, sm_100a: 4 }), 80, 90);
    expect(only.coverage.map(({ missing }) => missing)).toEqual([8, 0]);
    expect(only.special).toBe(0);
  });

  test("a library whose groups are for different GPUs picks among them: nothing is missing", () => {
    // As in cuBLASLt: no GPU has code in all groups, and yet the library runs.
    const picking = count(cudaCode({ sm_80: 30, "sm_80 sm_90": 10, "sm_90 compute_90:7.8": 20 }), 75, 80, 90);
    expect(picking).toMatchObject({ picks: true, containers: 60, withoutPtx: 0 });
    expect(picking.coverage.map(({ coverage, native, missing }) => [coverage, native, missing])).toEqual([
      ["none", 0, 60],
      ["native", 40, 0],
      ["native", 30, 0],
    ]);
    expect(count(cudaCode({ sm_80: 30, sm_90: 10 }), 80, 90)).toMatchObject({ picks: true, withoutPtx: 40 });
    // One GPU that has all: what others lack is missing.
    expect(count(cudaCode({ "sm_80 sm_90": 30, sm_80: 10 }), 80, 90)).toMatchObject({
      picks: false,
      coverage: [{ coverage: "native" }, { coverage: "partly", missing: 10 }],
    });
  });

  test("LTO-IR alone counts for nothing, beside machine code it does no harm", () => {
    const { coverage, containers } = count(cudaCode({ lto_80: 7, "sm_80 lto_80": 2 }), 80);
    expect(containers).toBe(2);
    expect(coverage[0]).toMatchObject({ coverage: "native", native: 2, missing: 0 });
    expect(count(cudaCode({ lto_80: 7 }), 80).coverage[0]?.coverage).toBe("none");
  });

  test("PTX for one architecture is none for later GPUs", () => {
    expect(count(cudaCode({ "sm_80 compute_90a": 2 }), 90).withoutPtx).toBe(2);
  });
});

const withCode = (...codes: GpuCode[]): WheelFacts =>
  wheel({ libraries: codes.map((code, index) => library(`pkg/lib${"abc"[index] ?? ""}.so`, { gpu: code })) });
const columns = (facts: WheelFacts): number[] => devicesFor(facts, new Set(), gpu).map(({ sm }) => sm);

describe("the GPUs shown", () => {
  test("from the oldest named to the newest known", () => {
    expect(columns(withCode(cudaCode({ "sm_80 sm_90": 1 })))).toEqual([80, 86, 89, 90, 100, 103, 120, 121]);
    expect(columns(withCode(cudaCode({ sm_90: 1 }), cudaCode({ compute_70: 1 })))).toContain(70);
  });

  test("the newest releases of CUDA by their PTX", () => {
    expect(["9.2", "9.3", "9.4", "9.5"].map((isa) => gpu.ptx.get(isa))).toEqual([
      "13.2",
      "13.3",
      "13.4",
      "13.5",
    ]);
  });

  test("Jetson parts where they are named, and for aarch64", () => {
    expect(columns(withCode(cudaCode({ "sm_86 sm_87": 1 })))).toContain(87);
    const arm = wheel({
      libraries: [library("pkg/liba.so", { gpu: cudaCode({ sm_86: 1 }), architecture: "aarch64" })],
    });
    expect(columns(arm)).toEqual([86, 87, 89, 90, 100, 103, 110, 120, 121]);
  });

  test("unknown ones where they are named; nonsense never", () => {
    expect(columns(withCode(cudaCode({ "sm_107 sm_150": 1 })))).toEqual([107, 120, 121, 150]);
    expect(columns(withCode(cudaCode({ "sm_4000000000 sm_120": 1 })))).toEqual([120, 121]);
    expect(columns(withCode(cudaCode({ lto_80: 1 })))).toEqual([]);
  });

  test("stay few, whatever a file names", () => {
    const many = Array.from({ length: 400 }, (_, index) => `sm_${String(index + 300)}`).join(" ");
    expect(columns(withCode(cudaCode({ [many]: 1 }))).length).toBeLessThanOrEqual(48);
  });
});

const sentences = (facts: WheelFacts) => {
  const { wheel: all, libraries } = readGpu(facts, knowledge);
  return {
    wheel: all === null ? null : plainText(all.sentence),
    libraries: [...libraries.values()].map(({ sentence }) => plainText(sentence)),
  };
};

describe("sentences", () => {
  test.each([
    [
      { "sm_75 sm_80 sm_86 sm_90 sm_100 sm_120": 9 },
      "Runs on Turing to Blackwell (7.5–12.1). No PTX: later GPUs cannot run it.",
    ],
    [
      { "sm_80 sm_90 compute_90": 9 },
      "Runs on Ampere to Hopper (8.0–9.0); through PTX on Blackwell (10.0–12.1). Later GPUs run it through PTX.",
    ],
    [
      { "sm_80 sm_89 sm_90a sm_120a": 217, "sm_75 sm_80 sm_89 sm_90a sm_120a": 91, sm_90a: 292 },
      "Runs on Ampere to Hopper (8.0–9.0) and Blackwell (12.0); for the most part not on Turing (7.5); " +
        "not on Blackwell (10.0–10.3, 12.1). No PTX: later GPUs cannot run it.",
    ],
    [
      { "sm_80 sm_90": 3, "sm_75 sm_80 sm_90 compute_90": 7 },
      "Runs on Ampere to Hopper (8.0–9.0); in part on Turing (7.5) and Blackwell (10.0–12.1): 3 of 10 kernel groups lack code. " +
        "3 of 10 kernel groups have no PTX: later GPUs cannot run them.",
    ],
    [
      { sm_87: 2 },
      "Runs on Ampere (8.7); not on Ada Lovelace to Blackwell (8.9–12.1). No PTX: later GPUs cannot run it.",
    ],
    [
      { lto_80: 2 },
      "Holds only LTO-IR, which has to be linked for a GPU at run time; no GPU runs it as it is.",
    ],
    [{ kind16_100: 2 }, "Holds no machine code or PTX of a known kind."],
  ])("of one library: %j", (groups, sentence) => {
    expect(sentences(withCode(cudaCode(groups))).libraries).toEqual([sentence]);
  });

  test("of a wheel name the library that falls short", () => {
    const facts = withCode(cudaCode({ "sm_75 sm_80 sm_90": 10 }), cudaCode({ "sm_80 sm_90": 3 }));
    expect(sentences(facts).wheel).toBe(
      "Runs on Ampere to Hopper (8.0–9.0); in part on Turing (7.5), where libb.so has no code; not on Blackwell (10.0–12.1). " +
        "No PTX: later GPUs cannot run it.",
    );
  });

  test("a library of special kernels does not take a GPU from the wheel", () => {
    const facts = withCode(cudaCode({ "sm_75 sm_90": 470 }), cudaCode({ sm_90: 4 }));
    const { wheel: all } = readGpu(facts, knowledge);
    expect(all?.coverage[0]).toMatchObject({ sm: 75, coverage: "partly", native: 470, missing: 4 });
  });

  test("copies from the toolkit are left aside", () => {
    const own = library("pkg/libown.so", { gpu: cudaCode({ "sm_90 compute_90": 2 }) });
    const copy = library("pkg.libs/libnvjpeg-01234567.so.13", { gpu: cudaCode({ "sm_50 sm_110": 3 }) });
    const { wheel: all, libraries } = readGpu(wheel({ libraries: [own, copy] }), knowledge);
    expect(all?.devices[0]?.sm).toBe(90);
    expect(all?.coverage[0]).toMatchObject({ native: 2, missing: 0 });
    expect([...libraries.keys()]).toEqual(["pkg/libown.so", "pkg.libs/libnvjpeg-01234567.so.13"]);
    expect(sentences(wheel({ libraries: [own, copy] })).wheel).toContain(
      "Left aside: libnvjpeg-01234567.so.13, a copy from NVIDIA's toolkit.",
    );
    expect(sentences(wheel({ libraries: [copy] })).wheel).toMatch(
      /^Only copies from NVIDIA's toolkit hold GPU code\./,
    );
  });

  test("of ROCm code", () => {
    const hip = {
      bundles: 3,
      compressedBundles: 1,
      bytes: 900,
      targets: [{ target: "gfx90a", entries: 2, bytes: 800 }],
    };
    const { wheel: all, libraries } = readGpu(withCode({ cuda: null, hip }), knowledge);
    const [reading] = libraries.values();
    expect(reading && plainText(reading.sentence)).toBe(
      "ROCm code for gfx90a; 1 compressed bundle whose targets are not read.",
    );
    expect(reading).toMatchObject({ coverage: [], gfx: ["gfx90a"], ptx: null });
    expect(all).toMatchObject({ devices: [], coverage: [], gfx: ["gfx90a"], bytes: 900 });
  });
});

test("sizes, the newest PTX and its release", () => {
  const code = cudaCode({ "sm_80 compute_80:8.8 compute_75:9.0": 2, sm_80: 6 });
  const [reading] = readGpu(withCode(code), knowledge).libraries.values();
  expect(reading?.ptx).toEqual({ isa: "9.0", cuda: "13.0" });
  expect(reading?.sizes[0]).toEqual({
    target: "sm_80",
    entries: 8,
    containers: 8,
    bytes: 800,
    share: 800 / 1200,
  });
  expect(reading?.sizes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
});

test("PTX in some groups: the others end with their machine code", () => {
  const facts = withCode(cudaCode({ "sm_80 sm_90 compute_90": 3, sm_80: 1 }));
  const finding = assess(facts, knowledge).findings.find(({ id }) => id === "gpu-code-without-ptx");
  expect(finding && plainText(finding.sentence)).toBe(
    "pkg/liba.so has kernel groups without PTX: GPUs later than those of 8.9 cannot run these.",
  );
  expect(finding?.evidence).toEqual([{ in: "pkg/liba.so", note: "1 of 4 kernel groups without PTX" }]);
});

describe("findings that stay away", () => {
  const ids = (facts: WheelFacts): string[] => assess(facts, knowledge).findings.map(({ id }) => id);

  test("no gap where a library has a variant for one GPU beside its general code", () => {
    const facts = withCode(cudaCode({ "sm_75 sm_90 compute_90": 471, sm_90a: 4 }));
    expect(ids(facts)).not.toContain("gpu-code-partly-missing");
    expect(ids(facts)).not.toContain("gpu-code-without-ptx");
  });

  test("no gap for a GPU that most of the wheel does not serve, nor for one that nothing names", () => {
    const hardly = withCode(cudaCode({ "sm_80 sm_90": 475 }), cudaCode({ "sm_75 sm_80 sm_90": 2 }));
    expect(ids(hardly)).not.toContain("gpu-code-partly-missing");
    const neighbour = withCode(cudaCode({ "sm_80 sm_90": 9, "sm_80 sm_90 compute_90": 1 }));
    expect(ids(neighbour)).not.toContain("gpu-code-partly-missing");
  });

  test("no gap where a whole library is for one GPU; single groups are reported, not warned of", () => {
    const dedicated = wheel({
      libraries: [
        library("pkg/libmain.so", { gpu: cudaCode({ "sm_80 sm_90 sm_100": 100 }) }),
        library("pkg/libfast.so", { gpu: cudaCode({ sm_90a: 20 }) }),
      ],
    });
    expect(ids(dedicated)).not.toContain("gpu-code-partly-missing");
    const some = withCode(cudaCode({ "sm_75 sm_80": 90, sm_80: 10 }));
    const finding = assess(some, knowledge).findings.find(({ id }) => id === "gpu-code-partly-missing");
    expect(finding?.severity).toBe("info");
  });

  test("builds of one library for several releases of CUDA answer for themselves", () => {
    const builds = (old: string, recent: string): WheelFacts =>
      wheel({
        libraries: [
          library("pkg/libops_cuda118.so", { gpu: cudaCode({ [old]: 7 }) }),
          library("pkg/libops_cuda128.so", { gpu: cudaCode({ [recent]: 8 }) }),
        ],
      });
    expect(ids(builds("sm_60 sm_80", "sm_80 sm_120"))).not.toContain("gpu-code-partly-missing");
    const gap = wheel({
      libraries: [
        library("pkg/libops_cuda118.so", { gpu: cudaCode({ "sm_60 sm_80": 7, sm_80: 1 }) }),
        library("pkg/libops_cuda128.so", { gpu: cudaCode({ "sm_80 sm_120": 8 }) }),
      ],
    });
    const finding = assess(gap, knowledge).findings.find(({ id }) => id === "gpu-code-partly-missing");
    expect(finding?.libraries).toEqual(["pkg/libops_cuda118.so"]);
  });

  test("nothing about what the device linker leaves where there is no GPU code", () => {
    const { cuda } = cudaCode({ sm_75: 1 });
    const targets = (cuda?.targets ?? []).map((each) => ({ ...each, bytes: 1904, inflatedBytes: 1904 }));
    const stub: GpuCode = { cuda: cuda && { ...cuda, targets }, hip: null };
    const facts = wheel({
      libraries: [
        library("pkg/libfft.so", { gpu: cudaCode({ "sm_75 sm_80 sm_90 compute_90": 40 }) }),
        library("pkg/libfftw.so", { gpu: stub }),
      ],
    });
    expect(ids(facts).filter((id) => id.startsWith("gpu"))).toEqual([]);
    const { wheel: whole, libraries } = readGpu(facts, knowledge);
    expect(plainText(whole?.sentence ?? [])).not.toContain("libfftw.so");
    expect(plainText(libraries.get("pkg/libfftw.so")?.sentence ?? [])).toBe(
      "One image for sm_75, too small to hold a kernel: what the device linker leaves where there is no GPU code.",
    );
  });

  test("of NVIDIA's own libraries a note at most", () => {
    const libraries = [
      library("nvidia/x/lib/libone.so.1", { gpu: cudaCode({ "sm_75 sm_80 sm_90": 414 }) }),
      library("nvidia/x/lib/libtwo.so.1", { gpu: cudaCode({ "sm_80 sm_90": 65 }) }),
    ];
    const severity = (fileName: string) =>
      assess(wheel({ fileName, libraries }), knowledge).findings.find(
        ({ id }) => id === "gpu-code-partly-missing",
      )?.severity;
    expect(severity("nvidia_x-1.0-py3-none-manylinux_2_17_x86_64.whl")).toBe("info");
    expect(severity("x-1.0-py3-none-manylinux_2_17_x86_64.whl")).toBe("warning");
  });

  test("nothing about the code of copies from the toolkit", () => {
    const facts = wheel({
      libraries: [
        extension("pkg/_x.so"),
        library("pkg/lib/libcupti.so.12", { gpu: cudaCode({ sm_75: 3, sm_80: 2 }) }),
        library("pkg/lib/libcheckpoint.so", { gpu: cudaCode({ sm_75: 3 }) }),
      ],
    });
    expect(ids(facts).filter((id) => id.startsWith("gpu-code"))).toEqual([]);
  });
});

test("any set of containers: each is counted once for each GPU, and only where it has code", () => {
  const name = fc
    .tuple(
      fc.constantFrom("sm", "compute", "lto", "kind16"),
      fc.constantFrom(75, 80, 87, 90, 100, 103, 120, 999),
      fc.constantFrom("", "a", "f"),
    )
    .map(([kind, arch, suffix]) => `${kind}_${String(arch)}${suffix}`);
  const groups = fc.dictionary(
    fc.uniqueArray(name, { minLength: 1, maxLength: 4 }).map((names) => names.join(" ")),
    fc.integer({ min: 1, max: 9 }),
    { minKeys: 1, maxKeys: 6 },
  );
  fc.assert(
    fc.property(groups, (shape) => {
      const facts = withCode(cudaCode(shape));
      const { wheel: all, libraries } = readGpu(facts, knowledge);
      const [reading] = libraries.values();
      const total = Object.entries(shape)
        .filter(([text]) => /\b(?:sm|compute)_/.test(text))
        .reduce((sum, [, amount]) => sum + amount, 0);
      for (const { native, ptx, missing, coverage } of reading?.coverage ?? []) {
        expect(native + ptx + missing).toBeLessThanOrEqual(total);
        expect(coverage === "none").toBe(native + ptx === 0);
        expect(coverage === "partly").toBe(missing > 0 && native + ptx > 0);
      }
      expect(all?.coverage).toEqual(reading?.coverage);
    }),
  );
});
