/** Findings about loading: what counts, what does not, and how grave it is. The plain cases are in each finding's cases.ts. */
import { describe, expect, test } from "vitest";
import { assess } from "../../../src/core/assess.ts";
import type { FindingId } from "../../../src/core/findings/index.ts";
import type { LibraryFacts, WheelFacts } from "../../../src/facts/model.ts";
import type { Finding } from "../../../src/core/report.ts";
import { plainText } from "../../../src/core/sentence.ts";
import { knowledge } from "../../../src/data/index.ts";
import { extension, library, wheel, type LibraryShape } from "../builders.ts";

const found = (facts: WheelFacts, id: FindingId): Finding | undefined =>
  assess(facts, knowledge).findings.find((finding) => finding.id === id);
const of = (...libraries: LibraryFacts[]): WheelFacts => wheel({ libraries });
const one = (shape: LibraryShape, tags?: string): WheelFacts =>
  wheel({ ...(tags !== undefined && { tags }), libraries: [extension("pkg/_x.so", shape)] });
const adviceOf = (finding: Finding | undefined): string => finding?.advice.map(plainText).join("\n") ?? "";

const musl = (shape: LibraryShape): WheelFacts =>
  one({ libc: "musl", needed: ["libc.musl-x86_64.so.1"], ...shape }, "musllinux_1_2_x86_64");

describe("static-tls", () => {
  const gomp = library("pkg.libs/libgomp-0123abcd.so.1.0.0", { staticTls: true, tlsSize: 40 });

  test("libgomp alone is a note, not a warning", () => {
    const finding = found(of(extension("pkg/_x.so"), gomp), "static-tls");
    expect(finding?.severity).toBe("info");
    expect(adviceOf(finding)).toContain("GCC’s OpenMP runtime");
  });

  test("with another library the other one comes first and is warned of", () => {
    const finding = found(of(gomp, extension("pkg/_x.so", { staticTls: true, tlsSize: 40 })), "static-tls");
    expect(finding?.severity).toBe("warning");
    expect(finding?.libraries).toEqual(["pkg/_x.so", "pkg.libs/libgomp-0123abcd.so.1.0.0"]);
    expect(adviceOf(finding)).toContain("-ftls-model=global-dynamic");
  });

  test("an allocator to be preloaded is a note; one that is linked to is a warning", () => {
    const allocator = library("pkg/libjemalloc.so", { staticTls: true, tlsSize: 40 });
    const alone = found(of(allocator), "static-tls");
    expect(alone?.severity).toBe("info");
    expect(adviceOf(alone)).toContain("LD_PRELOAD");
    expect(adviceOf(alone)).not.toContain("-ftls-model");
    const user = extension("pkg/_x.so", { needed: ["libc.so.6", "libjemalloc.so"], runpath: "$ORIGIN" });
    expect(found(of(user, allocator), "static-tls")?.severity).toBe("warning");
  });

  test("Go's single word is a note; musl refuses it", () => {
    const shape: LibraryShape = { staticTls: true, tlsSize: 40, sectionMarks: [".go.buildinfo"] };
    expect(found(one(shape), "static-tls")?.severity).toBe("info");
    const refused = found(musl(shape), "static-tls");
    expect(refused?.severity).toBe("warning");
    expect(refused && plainText(refused.sentence)).toContain(
      "initial-exec TLS resolves to dynamic definition",
    );
  });

  test("programs lay it out themselves", () => {
    expect(
      found(of(library("pkg/tool", { staticTls: true, tlsSize: 40, role: "executable" })), "static-tls"),
    ).toBeUndefined();
  });
});

describe("page-alignment", () => {
  const on = (architecture: "aarch64" | "ppc64le" | "loongarch64" | "x86_64", loadAlignment: number) => {
    const machine = { aarch64: 183, ppc64le: 21, loongarch64: 258, x86_64: 62 }[architecture];
    const finding = found(
      one({ architecture, machine, loadAlignment }, `manylinux_2_36_${architecture}`),
      "page-alignment",
    );
    return finding && plainText(finding.sentence);
  };

  test("16 KiB fit the one, not the other", () => {
    expect(on("aarch64", 16_384)).toBe(
      "pkg/_x.so is aligned for pages of 16 KiB and does not load where the kernel has pages of 64 KiB (RHEL 8, 64k kernels of RHEL 9 and Ubuntu).",
    );
  });

  test("64 KiB fit everywhere, and more too", () => {
    expect(on("aarch64", 65_536)).toBeUndefined();
    expect(on("aarch64", 2 ** 21)).toBeUndefined();
    expect(on("ppc64le", 65_536)).toBeUndefined();
    expect(on("loongarch64", 16_384)).toBeUndefined();
  });

  test("other architectures with several page sizes", () => {
    expect(on("ppc64le", 4096)).toContain("pages of 64 KiB");
    expect(on("loongarch64", 4096)).toContain("pages of 16 KiB");
  });

  test("x86 has 4 KiB and nothing else", () => {
    expect(on("x86_64", 4096)).toBeUndefined();
  });

  test("nothing to load, nothing to align", () => {
    expect(on("aarch64", 0)).toBeUndefined();
  });
});

describe("unique-exports", () => {
  test("constants of the standard library and programs are passed over", () => {
    const symbols = [
      "_ZSt19piecewise_construct",
      "_ZZNSt19_Sp_make_shared_tag5_S_tiEvE5__tag",
      "_ZNSs4nposE",
    ];
    expect(found(one({ uniqueExports: { count: 3, symbols } }), "unique-exports")).toBeUndefined();
    const own = { count: 1, symbols: ["_ZN2v81xE"] };
    expect(
      found(of(library("pkg/node", { role: "executable", uniqueExports: own })), "unique-exports"),
    ).toBeUndefined();
    const mixed = { count: 4, symbols: [...symbols, "_ZN2v81xE"] };
    const finding = found(one({ uniqueExports: mixed }), "unique-exports");
    expect(finding && plainText(finding.sentence)).toContain("4 unique symbols of v8:");
    expect(finding?.evidence.map(({ symbol }) => symbol)).toEqual(["_ZN2v81xE"]);
  });

  test("several libraries: the sum, and a symbol of each first", () => {
    const finding = found(
      of(
        extension("pkg/_a.so", { uniqueExports: { count: 1, symbols: ["_ZN1a1xE"] } }),
        extension("pkg/_b.so", { uniqueExports: { count: 2, symbols: ["_ZN1b1xE", "_ZN1b1yE"] } }),
      ),
      "unique-exports",
    );
    expect(finding && plainText(finding.sentence)).toMatch(
      /^2 libraries export 3 unique symbols of b and a: .* with these\.$/,
    );
    expect(finding?.evidence.map(({ symbol }) => symbol)).toEqual(["_ZN1b1xE", "_ZN1a1xE", "_ZN1b1yE"]);
    expect(finding?.evidenceTotal).toBe(3);
  });
});

describe("several-openmp", () => {
  const runtime = (name: string, directory = "pkg.libs", soname = name) =>
    library(`${directory}/${name}`, { soname });

  test("one runtime, however often it is needed", () => {
    const user = (path: string) =>
      extension(path, { needed: ["libc.so.6", "libgomp-0123abcd.so.1.0.0"], rpath: "$ORIGIN/../pkg.libs" });
    const facts = of(user("pkg/_x.so"), user("pkg/_y.so"), runtime("libgomp-0123abcd.so.1.0.0"));
    expect(found(facts, "several-openmp")).toBeUndefined();
  });

  test("one soname in two places is loaded once", () => {
    const facts = of(runtime("libgomp.so.1", "a"), runtime("libgomp.so.1.0.0", "b", "libgomp.so.1"));
    expect(found(facts, "several-openmp")).toBeUndefined();
  });

  test("two hashes are two copies", () => {
    const facts = of(runtime("libgomp-0123abcd.so.1.0.0"), runtime("libgomp-89abcdef.so.1.0.0"));
    expect(found(facts, "several-openmp")?.libraries).toHaveLength(2);
  });

  test("a copy in the wheel and one from outside", () => {
    const facts = of(
      extension("pkg/_x.so", { needed: ["libc.so.6", "libiomp5.so"] }),
      runtime("libomp.so.5"),
    );
    const finding = found(facts, "several-openmp");
    expect(finding && plainText(finding.sentence)).toContain("those of Intel and LLVM crash or hang");
    expect(finding?.evidence).toContainEqual({
      in: "pkg/_x.so",
      from: "libiomp5.so",
      note: "OpenMP of Intel, from outside the wheel",
    });
  });

  test("what only sounds like one", () => {
    const names = [
      "libomptarget.so",
      "libompd.so",
      "libiompstubs5.so",
      "libgomp-plugin-nvptx.so.1",
      "libiomp5.dbg",
    ];
    expect(found(of(...names.map((name) => runtime(name))), "several-openmp")).toBeUndefined();
  });
});

describe("executable-stack", () => {
  test("no header means the same where glibc takes it so", () => {
    const finding = found(one({ executableStack: null }), "executable-stack");
    expect(finding?.severity).toBe("warning");
    expect(finding?.evidence).toEqual([{ in: "pkg/_x.so", note: "no PT_GNU_STACK" }]);
    const arm: LibraryShape = {
      executableStack: null,
      architecture: "aarch64",
      machine: 183,
      loadAlignment: 65_536,
    };
    expect(found(one(arm, "manylinux_2_17_aarch64"), "executable-stack")).toBeUndefined();
    const program = library("pkg/tool", { executableStack: null, role: "executable" });
    expect(found(of(program), "executable-stack")).toBeUndefined();
  });

  test("musl loads it all the same", () => {
    expect(found(musl({ executableStack: true }), "executable-stack")?.severity).toBe("info");
    expect(found(musl({ executableStack: null }), "executable-stack")).toBeUndefined();
  });
});

test("isa-above-baseline: a bundled copy is a warning, and auditwheel's blind spot is reported", () => {
  const facts = of(
    extension("pkg/_x.so", { needed: ["libc.so.6", "libz-0123abcd.so.1"], rpath: "$ORIGIN/../pkg.libs" }),
    library("pkg.libs/libz-0123abcd.so.1", { isaNeeded: 0b11 }),
  );
  const finding = found(facts, "isa-above-baseline");
  expect(finding?.severity).toBe("warning");
  expect(adviceOf(finding)).toContain("auditwheel looks only at files that no other file of the wheel needs");
  expect(finding?.evidence).toEqual([
    { in: "pkg.libs/libz-0123abcd.so.1", note: "needs x86-64-v2, and other files of the wheel need it" },
  ]);
});

test("private-glibc-symbol: a copied part of glibc is named", () => {
  const needs = { "libc.so.6": ["GLIBC_PRIVATE __libc_res_nsend"] };
  const copied = found(of(library("pkg.libs/libresolv-0123abcd.so.2", { needs })), "private-glibc-symbol");
  expect(adviceOf(copied)).toMatch(/^pkg\.libs\/libresolv-0123abcd\.so\.2 is a copy of a part of glibc\./);
  expect(adviceOf(found(one({ needs }), "private-glibc-symbol"))).toMatch(/^This usually means/);
});
