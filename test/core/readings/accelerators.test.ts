/** Libraries of GPU toolkits: where they come from, and the release of CUDA. */
import { describe, expect, test } from "vitest";
import { assess } from "../../../src/core/assess.ts";
import { fileMajors } from "../../../src/core/readings/gpu/cuda-majors.ts";
import type { WheelFacts } from "../../../src/facts/model.ts";
import type { AcceleratorLibrary } from "../../../src/core/readings/readings.ts";
import { plainText } from "../../../src/core/sentence.ts";
import { knowledge } from "../../../src/data/index.ts";
import {
  bareLibrary,
  cudaCode,
  elf,
  extension,
  library,
  wheel,
  type LibraryShape,
  type WheelShape,
} from "../builders.ts";

const { gpu } = knowledge;
const needs = (...needed: string[]) => ({ needed: ["libc.so.6", ...needed] });
const read = (facts: WheelFacts) => assess(facts, knowledge).accelerators;
const ids = (facts: WheelFacts): string[] => assess(facts, knowledge).findings.map(({ id }) => id);
const row = (facts: WheelFacts, name: string): AcceleratorLibrary | undefined =>
  read(facts)?.libraries.find((each) => each.name === name);
/** A wheel of one extension module. */
const one = (shape: LibraryShape, more: WheelShape = {}) =>
  wheel({ libraries: [extension("pkg/_x.so", shape)], ...more });

describe("where a library comes from", () => {
  test("a declared package that the search path reaches", () => {
    const facts = one(
      { ...needs("libcublas.so.12"), rpath: "$ORIGIN/../nvidia/cublas/lib" },
      { requiresDist: ["nvidia-cublas-cu12"] },
    );
    expect(row(facts, "libcublas.so.12")).toEqual({
      name: "libcublas.so.12",
      component: "cuBLAS",
      vendor: "nvidia",
      how: "needed",
      libraries: ["pkg/_x.so"],
      majors: [12],
      source: "other-wheel",
      package: "nvidia-cublas-cu12",
      declared: true,
      reached: true,
      redistribution: "allowed by the CUDA EULA (Attachment A), unmodified (section 2.3)",
    });
    expect(plainText(read(facts)?.sentence ?? [])).toBe(
      "CUDA 12: 1 library comes from another package, which is asked for; driver 525.60.13 or newer.",
    );
    expect(ids(facts)).not.toContain("cuda-library-undeclared");
  });

  test("since CUDA 13 the directory and the name of the package are others", () => {
    const facts = one(
      { ...needs("libcublas.so.13"), rpath: "$ORIGIN/../nvidia/cublas/lib" },
      { requiresDist: ["nvidia-cublas"] },
    );
    expect(row(facts, "libcublas.so.13")).toMatchObject({
      package: "nvidia-cublas",
      declared: true,
      reached: false,
    });
  });

  test.each([
    ["torch", "libcudart.so.13", true],
    ["torch", "libnvjpeg.so.13", false],
    ["cuda-toolkit[cublas]==13.*", "libcublas.so.13", true],
    ["cuda-toolkit[cublas]==13.*", "libcufft.so.12", false],
    ["cuda-toolkit==13.*", "libcublas.so.13", false],
    ["cuda-toolkit[all]==13.*", "libcufft.so.12", true],
    ["nvidia-cudnn-cu13", "libcublas.so.13", true],
    ["nvidia-cublas-cu11", "libcublas.so.12", false],
    ["nvidia-cublas-cu12 ; extra == 'gpu'", "libcublas.so.12", true],
    ["nvidia-cublas-cu12 ; sys_platform == 'win32'", "libcublas.so.12", false],
    [
      "nvidia-cublas-cu12 ; sys_platform == 'win32' and extra == 'x' or os_name == 'posix'",
      "libcublas.so.12",
      true,
    ],
    ["nvidia-cublas-cu12 ; platform_machine == 'aarch64'", "libcublas.so.12", false],
    ["nvidia-cublas-cu12 ; python_version < '3.12'", "libcublas.so.12", false],
    ["nvidia-cublas-cu12 (>=12", "libcublas.so.12", false],
    ["tensorrt", "libnvinfer.so.10", true],
  ])("%s brings %s: %s", (requirement, needed, declared) => {
    expect(row(one(needs(needed), { requiresDist: [requirement] }), needed)?.declared).toBe(declared);
  });

  test("the driver, the system, nobody", () => {
    const facts = one(needs("libcuda.so.1", "libamdhip64.so.6"));
    expect(row(facts, "libcuda.so.1")).toMatchObject({ source: "driver", declared: null, package: null });
    expect(row(facts, "libamdhip64.so.6")).toMatchObject({
      source: "missing",
      declared: null,
      vendor: "amd",
    });
    expect(ids(facts)).toContain("library-missing");
    expect(row(bareLibrary("libx.so", needs("libcublas.so.12")), "libcublas.so.12")).toMatchObject({
      source: "unknown",
      declared: null,
    });
  });

  test("a grafted copy is known by the version its symbols have", () => {
    const grafted = "libcudart-09529672.so.12.6.77";
    const facts = wheel({
      libraries: [
        extension("pkg/_x.so", {
          needs: { [grafted]: ["libcudart.so.12 cudaMalloc"] },
          rpath: "$ORIGIN/../pkg.libs",
        }),
        library(`pkg.libs/${grafted}`, { soname: grafted, versionDefinitions: ["libcudart.so.12"] }),
      ],
    });
    expect(read(facts)?.libraries.map(({ name, how, source }) => [name, how, source])).toEqual([
      ["libcudart.so.12", "needed", "wheel"],
      ["libcudart.so.12", "bundled", "wheel"],
    ]);
    expect(read(facts)?.cudaMajors.map(({ major }) => major)).toEqual([12]);
  });

  test("names that stand in a file as text are hints, those needed anyway and doubles left out", () => {
    const facts = one({
      ...needs("libcuda.so.1"),
      mentionedLibraries: ["libcuda.so", "libcuda.so.1", "libcurl.so.4", "libnvrtc.so", "libnvrtc.so.12"],
    });
    expect(read(facts)?.libraries.map(({ name, how }) => [name, how])).toEqual([
      ["libcuda.so.1", "needed"],
      ["libnvrtc.so.12", "mentioned"],
    ]);
    expect(read(facts)?.cudaMajors).toEqual([]);
    expect(plainText(read(one({ mentionedLibraries: ["libcuda.so.1"] }))?.sentence ?? [])).toBe(
      "No GPU library is needed; libcuda.so.1 stands in it as text, as for opening on demand.",
    );
  });

  test("a runtime linked in, inferred from GPU code that is registered with one", () => {
    const code = { gpu: cudaCode({ sm_80: 1 }), sectionMarks: [".nv_fatbin", ".nvFatBinSegment"] as const };
    const found = (shape: LibraryShape) => row(one(shape), "libcudart_static.a")?.how;
    expect(found(code)).toBe("static");
    expect(found({ ...code, ...needs("libcudart.so.12") })).toBeUndefined();
    expect(found({ ...code, sectionMarks: [".nv_fatbin"] })).toBeUndefined();
    const throughOther = wheel({
      libraries: [
        extension("pkg/_x.so", { ...code, ...needs("libbase.so"), rpath: "$ORIGIN" }),
        library("pkg/libbase.so", needs("libcudart.so.12")),
      ],
    });
    expect(row(throughOther, "libcudart_static.a")).toBeUndefined();
  });

  test("nothing is said where nothing mentions any", () => {
    expect(read(one(needs("libcurl.so.4")))).toBeNull();
  });
});

describe("the release of CUDA", () => {
  const majors = (facts: WheelFacts) => read(facts)?.cudaMajors.map(({ major }) => major);

  test.each([
    [["libcudart.so.12", "libcusparse.so.12", "libcurand.so.10"], [12]],
    // Neither decides alone: CUDA 11 or 12, CUDA 12 or 13.
    [["libcusolver.so.11", "libcusparse.so.12"], [12]],
    [["libcusparse.so.12"], []],
    [
      ["libcudart.so.13", "libcusolver.so.11"],
      [12, 13],
    ],
  ])("needed %j: %j", (needed, expected) => {
    const { decided } = fileMajors("pkg/_x.so", elf(needs(...needed)), gpu);
    expect(decided.map(({ major }) => major)).toEqual(expected);
  });

  test("names first, then requirements, the wheel's name, toolkits, PTX", () => {
    expect(majors(one(needs("libcudnn.so.9"), { requiresDist: ["nvidia-cudnn-cu12"] }))).toEqual([12]);
    expect(majors(one(needs("libcudnn.so.9"), { requiresDist: ["cuda-toolkit[cudart]==13.0.3"] }))).toEqual([
      13,
    ]);
    expect(
      majors(one(needs("libcudart.so.13"), { requiresDist: ["nvidia-cudnn-cu12; extra == 'x'"] })),
    ).toEqual([13]);
    expect(
      majors(
        one(needs("libcudnn.so.9"), { fileName: "cupy_cuda12x-14.0-cp312-cp312-manylinux_2_17_x86_64.whl" }),
      ),
    ).toEqual([12]);
    expect(
      majors(
        one(needs("libcudnn.so.9"), { fileName: "x-2.1.0+cu118-cp312-cp312-manylinux_2_17_x86_64.whl" }),
      ),
    ).toEqual([11]);
    expect(majors(one({ gpu: cudaCode({ "sm_80 compute_80:9.0": 1 }, ["12.8.93"]) }))).toEqual([12]);
    expect(majors(one({ gpu: cudaCode({ "sm_80 compute_80:9.0": 1 }) }))).toEqual([13]);
    expect(majors(one({ gpu: cudaCode({ sm_80: 1 }) }))).toEqual([]);
  });

  test("the driver: by major, and what PTX asks beyond it", () => {
    const driver = (shape: LibraryShape) => read(one(shape))?.driver;
    expect(driver(needs("libcudart.so.11.0"))?.atLeast).toBe("450.80.02");
    const newer = driver({ ...needs("libcudart.so.12"), gpu: cudaCode({ "sm_80 compute_80:8.4": 1 }) });
    expect(newer?.atLeast).toBe("525.60.13");
    expect(plainText(newer?.why ?? [])).toBe(
      "Any release of CUDA 12 runs on driver 525.60.13 or newer; where a GPU depends on the PTX in it (ISA 8.4), " +
        "the driver of CUDA 12.4 is needed, 550.54.14 or newer.",
    );
    expect(driver(needs("libcudnn.so.9"))).toBeNull();
  });
});
