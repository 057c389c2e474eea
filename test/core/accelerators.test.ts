/** Libraries of GPU toolkits: recognising them, where they come from, the release of CUDA, and what is said about them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/core/assess.ts";
import { parseLibraryName, recognise } from "../../src/core/gpu/components.ts";
import { fileMajors } from "../../src/core/gpu/cuda-majors.ts";
import type { WheelFacts } from "../../src/core/model.ts";
import type { AcceleratorLibrary } from "../../src/core/readings.ts";
import { parseRequirement } from "../../src/core/requirement.ts";
import { plainText } from "../../src/core/sentence.ts";
import { knowledge } from "../../src/data/index.ts";
import {
  bareLibrary,
  cudaCode,
  elf,
  extension,
  library,
  wheel,
  type LibraryShape,
  type WheelShape,
} from "./builders.ts";

const { gpu } = knowledge;
const needs = (...needed: string[]) => ({ needed: ["libc.so.6", ...needed] });
const read = (facts: WheelFacts) => assess(facts, knowledge).accelerators;
const ids = (facts: WheelFacts): string[] => assess(facts, knowledge).findings.map(({ id }) => id);
const find = (facts: WheelFacts, id: string) =>
  assess(facts, knowledge).findings.find((each) => each.id === id);
const row = (facts: WheelFacts, name: string): AcceleratorLibrary | undefined =>
  read(facts)?.libraries.find((each) => each.name === name);
/** A wheel of one extension module. */
const one = (shape: LibraryShape, more: WheelShape = {}) =>
  wheel({ libraries: [extension("pkg/_x.so", shape)], ...more });

describe("names", () => {
  test.each([
    ["libcudart.so.12", "cudart", "12", false],
    ["libcudart-09529672.so.12.6.77", "cudart", "12.6.77", true],
    ["pkg.libs/libcudart.faf08d9a.so.13", "cudart", "13", true],
    ["libnvrtc-builtins.so.13.0", "nvrtc-builtins", "13.0", false],
    ["libcublas.so", "cublas", "", false],
    // Too short for a hash and a name.
    ["lib-09529672.so.1", "-09529672", "1", false],
  ])("%s", (path, stem, version, hashed) => {
    expect(parseLibraryName(path)).toMatchObject({ stem, version, hashed });
  });

  test.each(["cudart.so.12", "libcudart", "libcudart.sofa", "lib.so", "", "__proto__"])(
    "%j is none",
    (path) => {
      expect(parseLibraryName(path)).toBeNull();
    },
  );

  test.each([
    ["libcudart.so.11.0", "CUDA runtime", [11]],
    ["libcublasLt.so.13", "cuBLAS", [13]],
    ["libcusolver.so.11", "cuSOLVER", [11, 12]],
    ["libcusparse.so.12", "cuSPARSE", [12, 13]],
    ["libcurand.so.10", "cuRAND", [10, 11, 12, 13]],
    ["libcufft.so.11", "cuFFT", [12]],
    ["libcudart.so.120", "CUDA runtime", []],
    ["libcudnn_ops.so.9", "cuDNN", []],
    ["libcuda.so.1", "CUDA driver", []],
    ["libamdhip64.so.6", "ROCm HIP runtime", []],
    ["libmkl_rt.so.2", "oneMKL", []],
  ])("%s is of %s and fits %j", (path, component, majors) => {
    const known = recognise(path, gpu);
    expect(known?.component.name).toBe(component);
    expect(known?.majors).toEqual(majors);
  });

  test.each([
    "libcurl.so.4",
    "libcupsimage.so.2",
    "libcheckpoint.so",
    "libtorch_cuda.so",
    "libhip_user.so.1",
  ])("%s is nobody's", (path) => {
    expect(recognise(path, gpu)).toBeNull();
  });

  test("any text is taken apart or not, and nothing else", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^lib[a-z.-]{0,20}\.so[.0-9a-f-]{0,20}$/)),
        (text) => {
          const parsed = parseLibraryName(text);
          expect(parsed === null || parsed.name.startsWith("lib")).toBe(true);
        },
      ),
    );
  });
});

describe("requirements", () => {
  test.each([
    ["Torch (>=2.0)", { name: "torch", versions: ">=2.0", extra: null, always: true }],
    [
      'cuda-toolkit[cublas,cudart]==13.0.3; platform_system == "Linux"',
      {
        name: "cuda-toolkit",
        extras: ["cublas", "cudart"],
        versions: "==13.0.3",
        always: true,
        onLinux: true,
      },
    ],
    ["nvidia_cublas.cu12 ; extra == 'cuda'", { name: "nvidia-cublas-cu12", extra: "cuda", always: false }],
    ['x; sys_platform == "win32"', { onLinux: false, always: false }],
    ['x; sys_platform != "win32" and os_name == "posix"', { onLinux: true, always: true }],
    ['x; platform_machine == "aarch64"', { onLinux: true, always: false }],
    ['x; sys_platform == "linux" or extra == "y"', { onLinux: true, always: false }],
    ["", { name: "" }],
    ["[[[", { name: "" }],
  ])("%s", (line, expected) => {
    expect(parseRequirement(line)).toMatchObject(expected);
  });
});

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

  test("nothing is said where nothing speaks of any", () => {
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

describe("majors in one process", () => {
  const plugin = (path: string, ...needed: string[]) =>
    library(path, { ...needs(...needed), rpath: "$ORIGIN" });

  test("come together through what is loaded", () => {
    const facts = wheel({
      libraries: [
        extension("pkg/_x.so", { ...needs("liba.so", "libb.so"), rpath: "$ORIGIN" }),
        plugin("pkg/liba.so", "libcudart.so.12"),
        plugin("pkg/libb.so", "libcudart.so.13"),
      ],
    });
    expect(find(facts, "cuda-majors-mixed")?.libraries).toEqual(["pkg/_x.so"]);
    expect(find(facts, "cuda-majors-mixed")?.evidence).toEqual([
      { in: "pkg/liba.so", from: "libcudart.so.12", note: "CUDA 12" },
      { in: "pkg/libb.so", from: "libcudart.so.13", note: "CUDA 13" },
    ]);
  });

  test("stay apart in builds side by side, though they share a library", () => {
    const facts = wheel({
      libraries: [
        library("pkg/libcore.so"),
        plugin("pkg/libx_cuda12.so", "libcudart.so.12", "libcore.so"),
        plugin("pkg/libx_cuda13.so", "libcudart.so.13", "libcore.so"),
      ],
    });
    expect(ids(facts)).not.toContain("cuda-majors-mixed");
    expect(read(facts)?.cudaMajors.map(({ major }) => major)).toEqual([12, 13]);
    expect(plainText(read(facts)?.driver?.why ?? [])).toBe(
      "What is for CUDA 12 runs on driver 525.60.13 or newer, what is for CUDA 13 on 580.65.06 or newer.",
    );
  });

  test("a ring of files comes to an end", () => {
    const facts = wheel({
      libraries: [
        plugin("pkg/liba.so", "libb.so", "libcudart.so.12"),
        plugin("pkg/libb.so", "liba.so", "libcudart.so.13"),
      ],
    });
    expect(find(facts, "cuda-majors-mixed")?.libraries.length).toBe(1);
  });

  test("a requirement of another major, once and not as a missing library too", () => {
    const facts = one(needs("libcublas.so.12"), { requiresDist: ["nvidia-cublas-cu11"] });
    const finding = find(facts, "cuda-majors-mixed");
    expect(finding && plainText(finding.sentence)).toBe(
      "pkg/_x.so is for CUDA 12, but the wheel asks for nvidia-cublas-cu11, of CUDA 11.",
    );
    expect(ids(facts)).not.toContain("cuda-library-undeclared");
    expect(ids(facts)).not.toContain("library-missing");
  });

  test.each([
    ["nvidia-cublas-cu12"],
    ["nvidia-cublas-cu11 ; extra == 'cuda11'"],
    ["nvidia-cublas-cu11 ; platform_machine == 'aarch64'"],
    ["something-cu11"],
  ])("no alarm for %s", (requirement) => {
    expect(ids(one(needs("libcublas.so.12"), { requiresDist: [requirement] }))).not.toContain(
      "cuda-majors-mixed",
    );
  });
});

describe("undeclared libraries", () => {
  test("are not called missing as well", () => {
    const facts = one(needs("libcublas.so.12", "libfoo.so.3"));
    expect(plainText(find(facts, "library-missing")?.sentence ?? [])).toContain("needs libfoo.so.3, which");
    expect(find(facts, "cuda-library-undeclared")?.evidence).toHaveLength(1);
  });

  test.each<[string, WheelFacts]>([
    [
      "only a plug-in needs it",
      wheel({ libraries: [extension("pkg/_x.so"), library("pkg/libp.so", needs("libnvinfer.so.10"))] }),
    ],
    [
      "the search path leads there",
      one({ ...needs("libcublas.so.12"), rpath: "$ORIGIN/../nvidia/cublas/lib" }),
    ],
    ["a requirement may bring it", one(needs("libcublas.so.12"), { requiresDist: ["libraft-cu12"] })],
    ["nothing is claimed", one(needs("libcublas.so.12"), { tags: "linux_x86_64" })],
  ])("weigh less where %s", (_, facts) => {
    expect(find(facts, "cuda-library-undeclared")?.severity).toBe("warning");
  });

  test("oneMKL is no GPU library", () => {
    const facts = one(needs("libmkl_rt.so.2"));
    expect(ids(facts)).toContain("library-missing");
    expect(ids(facts)).not.toContain("cuda-library-undeclared");
  });
});

describe("the driver's libraries", () => {
  test("needed by a plug-in only: a note", () => {
    const facts = wheel({
      libraries: [extension("pkg/_x.so"), library("pkg/libp.so", needs("libcuda.so.1"))],
    });
    expect(find(facts, "library-from-driver")?.severity).toBe("info");
  });

  test("needed through another file at import: a warning that names that file", () => {
    const facts = wheel({
      libraries: [
        extension("pkg/_x.so", { ...needs("libp.so"), rpath: "$ORIGIN" }),
        library("pkg/libp.so", needs("libcuda.so.1")),
        library("pkg/libq.so", needs("libnvidia-ml.so.1")),
      ],
    });
    const finding = find(facts, "library-from-driver");
    expect(finding?.severity).toBe("warning");
    expect(finding && plainText(finding.sentence)).toMatch(/^pkg\/libp\.so needs libcuda\.so\.1 /);
    expect(finding?.evidence[1]).toEqual({
      in: "pkg/libq.so",
      from: "libnvidia-ml.so.1",
      note: "no module of the wheel loads it at import",
    });
  });

  test.each([
    ["stubs/libcuda.so", { soname: "libcuda.so.1" }],
    ["libcuda.so", { soname: null }],
    ["libcuda.so", { soname: null, role: "extension-module" as const }],
    ["libcudart.so.12", { soname: "libcudart.so.12" }],
  ])("%s with %j is not a bundled driver", (path, shape) => {
    expect(ids(wheel({ libraries: [library(`pkg/${path}`, shape)] }))).not.toContain(
      "driver-library-bundled",
    );
  });
});

describe("grafted copies", () => {
  const copy = (name: string) => wheel({ libraries: [library(`pkg.libs/${name}`, { soname: name })] });

  test.each(["libnccl-01234567.so.2", "libcudart.so.12", "libjpeg-01234567.so.62"])("%s is fine", (name) => {
    expect(ids(copy(name))).not.toContain("gpu-library-modified");
  });

  test("a second copy beside the original is told", () => {
    const facts = wheel({
      requiresDist: ["torch"],
      libraries: [
        extension("pkg/_x.so", needs("libcudart.so.13")),
        library("pkg.libs/libcudart.faf08d9a.so.13", { soname: "libcudart.so.13" }),
      ],
    });
    expect(find(facts, "gpu-library-modified")?.advice.map(plainText).at(-1)).toBe(
      "libcudart.so.13 is needed under its own name as well, so a process may hold two of it, each with its own state.",
    );
  });
});
