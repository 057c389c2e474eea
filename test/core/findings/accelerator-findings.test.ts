/** What is said about the libraries of GPU toolkits. */
import { describe, expect, test } from "vitest";
import { assess } from "../../../src/core/assess.ts";
import type { WheelFacts } from "../../../src/facts/model.ts";
import { plainText } from "../../../src/core/sentence.ts";
import { knowledge } from "../../../src/data/index.ts";
import { extension, library, wheel, type LibraryShape, type WheelShape } from "../builders.ts";

const needs = (...needed: string[]) => ({ needed: ["libc.so.6", ...needed] });
const read = (facts: WheelFacts) => assess(facts, knowledge).accelerators;
const ids = (facts: WheelFacts): string[] => assess(facts, knowledge).findings.map(({ id }) => id);
const find = (facts: WheelFacts, id: string) =>
  assess(facts, knowledge).findings.find((each) => each.id === id);
/** A wheel of one extension module. */
const one = (shape: LibraryShape, more: WheelShape = {}) =>
  wheel({ libraries: [extension("pkg/_x.so", shape)], ...more });

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
    ["nvidia-cublas-cu11 ; python_version < '3.12'"],
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
    [
      "a requirement cannot be read",
      one(needs("libcublas.so.12"), { requiresDist: ["nvidia-cublas-cu12 (>=12"] }),
    ],
    ["nothing is claimed", one(needs("libcublas.so.12"), { tags: "linux_x86_64" })],
  ])("weigh less where %s", (_, facts) => {
    expect(find(facts, "cuda-library-undeclared")?.severity).toBe("warning");
  });

  test("one CUDA release is advised, or none if no package is for that of the wheel", () => {
    const said = (...needed: string[]): string => {
      const finding = find(one(needs(...needed)), "cuda-library-undeclared");
      return [finding?.sentence ?? [], ...(finding?.advice ?? [])].map(plainText).join(" ");
    };
    const old = said("libcudart.so.10.2", "libcublas.so.10", "libcudnn.so.8");
    expect(old).toContain("which no package known here brings for CUDA 10");
    expect(old).not.toMatch(/-cu1\d/);
    const twelve = said("libcudart.so.12", "libcudnn.so.9", "libcufft.so.11");
    expect(twelve).toContain("nvidia-cudnn-cu12");
    expect(twelve).not.toContain("cu13");
  });

  test("a requirement that cannot be read is shown", () => {
    const facts = one(needs("libcublas.so.12"), { requiresDist: ["nvidia-cublas-cu12 (>=12"] });
    const advice = find(facts, "cuda-library-undeclared")?.advice ?? [];
    expect(advice.map(plainText).join(" ")).toContain(
      "The line Requires-Dist: nvidia-cublas-cu12 (>=12 does not follow the grammar",
    );
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

  test("a second copy beside the original is reported", () => {
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
