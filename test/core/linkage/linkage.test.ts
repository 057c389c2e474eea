import { describe, expect, test } from "vitest";
import { judge } from "../../../src/core/auditwheel/judge.ts";
import { linkLibraries } from "../../../src/core/linkage/linkage.ts";
import type { WheelFacts } from "../../../src/facts/model.ts";
import { knowledge } from "../../../src/data/index.ts";
import { bareLibrary, extension, library, wheel } from "../builders.ts";

/** The linkage of one file, without the system's libraries. */
function linkage(facts: WheelFacts, path: string) {
  const links = linkLibraries(facts, knowledge, judge(facts, knowledge)).get(path) ?? [];
  return links.filter((link) => link.needed !== "libc.so.6");
}

const needs = (...needed: string[]) => ({ needed: [...needed, "libc.so.6"] });

describe("in the wheel", () => {
  test.each([
    ["rpath", { rpath: "/opt/x:$ORIGIN/../pkg.libs" }],
    ["runpath", { runpath: "$ORIGIN/../pkg.libs" }],
    ["braces", { rpath: "${ORIGIN}/../pkg.libs/" }],
  ])("by the file's own path: %s", (_, paths) => {
    const facts = wheel({
      libraries: [extension("pkg/_x.so", { ...needs("liba.so.1"), ...paths }), library("pkg.libs/liba.so.1")],
    });
    const via = Object.values(paths)[0]?.split(":").at(-1);
    expect(linkage(facts, "pkg/_x.so")).toEqual([
      { needed: "liba.so.1", kind: "in-wheel", path: "pkg.libs/liba.so.1", via },
    ]);
  });

  test("a RUNPATH makes the RPATH void", () => {
    const facts = wheel({
      libraries: [
        extension("pkg/_x.so", { ...needs("liba.so.1"), rpath: "$ORIGIN/lib", runpath: "$ORIGIN/none" }),
        library("pkg/lib/liba.so.1"),
      ],
    });
    expect(linkage(facts, "pkg/_x.so")).toEqual([
      { needed: "liba.so.1", kind: "in-wheel-unreachable", path: "pkg/lib/liba.so.1" },
    ]);
  });

  test("by the RPATH of what loads it, over several levels", () => {
    const facts = wheel({
      libraries: [
        library("pkg.libs/libc.so.9"),
        library("pkg.libs/libb.so.1", needs("libc.so.9")),
        library("pkg.libs/liba.so.1", needs("libb.so.1")),
        extension("pkg/_x.so", { ...needs("liba.so.1"), rpath: "$ORIGIN/../pkg.libs" }),
      ],
    });
    const via = "$ORIGIN/../pkg.libs of pkg/_x.so";
    expect(linkage(facts, "pkg.libs/liba.so.1")).toEqual([
      { needed: "libb.so.1", kind: "in-wheel", path: "pkg.libs/libb.so.1", via },
    ]);
    expect(linkage(facts, "pkg.libs/libb.so.1")).toEqual([
      { needed: "libc.so.9", kind: "in-wheel", path: "pkg.libs/libc.so.9", via },
    ]);
  });

  test("a RUNPATH does not serve what it loads, unless the loader needs it too", () => {
    const libraries = (also: string[]) => [
      library("pkg.libs/libb.so.1"),
      library("pkg.libs/liba.so.1", needs("libb.so.1")),
      extension("pkg/_x.so", { ...needs("liba.so.1", ...also), runpath: "$ORIGIN/../pkg.libs" }),
    ];
    expect(linkage(wheel({ libraries: libraries([]) }), "pkg.libs/liba.so.1")[0]?.kind).toBe(
      "in-wheel-unreachable",
    );
    expect(linkage(wheel({ libraries: libraries(["libb.so.1"]) }), "pkg.libs/liba.so.1")[0]?.kind).toBe(
      "in-wheel",
    );
  });

  test("libraries that need each other come to an end", () => {
    const facts = wheel({
      libraries: [
        library("pkg/liba.so", { ...needs("libb.so"), rpath: "$ORIGIN" }),
        library("pkg/libb.so", { ...needs("liba.so", "libgone.so") }),
      ],
    });
    expect(linkage(facts, "pkg/libb.so").map(({ kind }) => kind)).toEqual(["in-wheel", "missing"]);
  });

  test("a file of another architecture is not it", () => {
    const facts = wheel({
      libraries: [
        extension("pkg/_x.so", { ...needs("liba.so"), rpath: "$ORIGIN" }),
        library("pkg/liba.so", { architecture: "aarch64", machine: 183 }),
      ],
    });
    expect(linkage(facts, "pkg/_x.so")).toEqual([{ needed: "liba.so", kind: "missing" }]);
  });
});

describe("elsewhere", () => {
  test.each([
    ["libcublas.so.12", "nvidia/cublas/lib"],
    ["libcudnn_ops.so.9", "nvidia/cudnn/lib"],
    ["libcufft.so.12", "nvidia/cu13/lib"],
    ["libcusparse.so.12", "nvidia/cu13/lib"],
    ["libcusparseLt.so.0", "nvidia/cusparselt/lib"],
  ])("another wheel, by the directory that fits the name: %s", (needed, via) => {
    const rpath = ["cudnn", "cusparselt", "cublas", "cu13"]
      .map((part) => `$ORIGIN/../../nvidia/${part}/lib`)
      .join(":");
    const facts = wheel({ libraries: [library("torch/lib/libt.so", { ...needs(needed), rpath })] });
    expect(linkage(facts, "torch/lib/libt.so")).toEqual([{ needed, kind: "other-wheel", via }]);
  });

  test("what is no part of CUDA does not come from NVIDIA's directories", () => {
    const rpath = "$ORIGIN/../../nvidia/cublas/lib:$ORIGIN/../../nvidia/cu13/lib";
    const facts = wheel({ libraries: [library("torch/lib/libt.so", { ...needs("libcurl.so.4"), rpath })] });
    expect(linkage(facts, "torch/lib/libt.so")).toEqual([{ needed: "libcurl.so.4", kind: "missing" }]);
  });

  test("a sister wheel of the same version fills the same directories; of another version it does not", () => {
    const kind = (requirement: string) =>
      linkage(
        wheel({
          requiresDist: [requirement],
          libraries: [
            extension("pkg/_x.so", { ...needs("liba.so.1"), rpath: "$ORIGIN/../pkg_core.libs" }),
            library("pkg_core.libs/libb.so"),
          ],
        }),
        "pkg/_x.so",
      )[0]?.kind;
    expect(kind("pkg-core==1.0")).toBe("other-wheel");
    expect(kind("pkg-core==2.0")).toBe("missing");
    expect(kind("pkg-core>=1.0")).toBe("missing");
    expect(kind("core==1.0")).toBe("missing");
  });

  test("a missing directory of the own package is nobody else's, but for a companion's", () => {
    const libraries = [extension("pkg/_x.so", { ...needs("libq.so.5"), rpath: "$ORIGIN/Qt5/lib" })];
    expect(linkage(wheel({ libraries }), "pkg/_x.so")[0]?.kind).toBe("missing");
    expect(linkage(wheel({ libraries, requiresDist: ["Pkg_Qt5 (>=5.15)"] }), "pkg/_x.so")).toEqual([
      { needed: "libq.so.5", kind: "other-wheel", via: "pkg/Qt5/lib" },
    ]);
  });

  test("a package that Requires-Dist names and that is known to bring the library", () => {
    const libraries = [extension("pkg/_C.so", needs("libtorch.so"))];
    expect(linkage(wheel({ libraries }), "pkg/_C.so")[0]?.kind).toBe("missing");
    expect(linkage(wheel({ libraries, requiresDist: ['Torch>=2 ; extra == "x"'] }), "pkg/_C.so")).toEqual([
      { needed: "libtorch.so", kind: "other-wheel", via: "torch/lib", package: "torch" },
    ]);
    expect(linkage(wheel({ libraries, requiresDist: ["torchlight"] }), "pkg/_C.so")[0]?.kind).toBe("missing");
  });

  test.each([
    ["libcublasLt.so.12", "nvidia-cublas-cu12"],
    ["libcudart.so.12", "nvidia-cuda-runtime-cu12"],
    ["libcudnn.so.9", "torch"],
    ["libcusparse.so.12", "nvidia-cusolver-cu12"],
  ])("%s is brought by %s", (needed, name) => {
    const requiresDist = [
      "nvidia-cuda-runtime-cu12==12.4",
      "nvidia-cublas-cu12",
      "torch",
      "nvidia-cusolver-cu12",
    ];
    const facts = wheel({ requiresDist, libraries: [extension("pkg/_x.so", needs(needed))] });
    expect(linkage(facts, "pkg/_x.so")).toMatchObject([{ kind: "other-wheel", package: name }]);
  });

  test.each([
    ["nvidia-curand", "nvidia/cu13/lib"],
    ["nvidia-curand-cu12", "nvidia/curand/lib"],
  ])("a name that fits every release lies where %s puts it", (name, via) => {
    const facts = wheel({
      requiresDist: [name],
      libraries: [extension("pkg/_x.so", needs("libcurand.so.10"))],
    });
    expect(linkage(facts, "pkg/_x.so")).toMatchObject([{ kind: "other-wheel", via, package: name }]);
  });

  test("a part of CUDA does not bring another", () => {
    const facts = wheel({
      requiresDist: ["nvidia-cublas-cu12"],
      libraries: [extension("pkg/_x.so", needs("libcudnn.so.9"))],
    });
    expect(linkage(facts, "pkg/_x.so")).toEqual([{ needed: "libcudnn.so.9", kind: "missing" }]);
  });

  test.each([
    ["libm.so.6", "allowed"],
    ["ld-linux-x86-64.so.2", "loader"],
    ["libpython3.12.so.1.0", "libpython"],
    ["libcuda.so.1", "driver"],
    ["libgomp.so.1", "missing"],
    ["__proto__", "missing"],
    ["/usr/lib/libm.so.6", "missing"],
  ])("%s is %s", (needed, kind) => {
    const facts = wheel({ libraries: [extension("pkg/_x.so", needs(needed))] });
    expect(linkage(facts, "pkg/_x.so")).toEqual([{ needed, kind }]);
  });

  test("musl answers to its own names, glibc's are strangers there", () => {
    const facts = wheel({
      tags: "musllinux_1_2_x86_64",
      libraries: [
        extension("pkg/_x.so", { libc: "musl", needed: ["libc.musl-x86_64.so.1", "libc.so", "libm.so.6"] }),
      ],
    });
    expect(linkage(facts, "pkg/_x.so").map(({ kind }) => kind)).toEqual(["allowed", "loader", "missing"]);
  });

  test("a bare library leaves nothing to other wheels", () => {
    const facts = bareLibrary("libt.so", { ...needs("libx.so"), rpath: "$ORIGIN/../lib" });
    expect(linkage(facts, "libt.so")).toEqual([{ needed: "libx.so", kind: "missing" }]);
  });
});
