/** Findings about C++: what counts and what does not. The plain cases are in each finding's cases.ts. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../../src/core/assess.ts";
import { outermostScope } from "../../../src/core/readings/cxx/mangled-scope.ts";
import type { FindingId } from "../../../src/core/findings/index.ts";
import type { LibraryFacts, WheelFacts } from "../../../src/facts/model.ts";
import type { Finding } from "../../../src/core/report.ts";
import { plainText } from "../../../src/core/sentence.ts";
import { knowledge } from "../../../src/data/index.ts";
import {
  cxxNames,
  extension,
  library,
  symbolGroup,
  wheel,
  type CxxShape,
  type LibraryShape,
} from "../builders.ts";

const CREATE = "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE9_M_createERmm";
const APPEND = "_ZNSs6appendEPKcm";
const ASKED = "_ZN4draw5labelERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE";
const OFFERED = "_ZN4draw5labelERKSs";

const found = (id: FindingId, ...libraries: LibraryFacts[]): Finding | undefined =>
  assess(wheel({ libraries }), knowledge).findings.find((finding) => finding.id === id);

describe("mixed-string-abi", () => {
  const draw = (name: string, shape: CxxShape, elf: LibraryShape = {}): LibraryFacts =>
    library(`pkg.libs/${name}`, { soname: name, needed: ["libstdc++.so.6"], cxx: cxxNames(shape), ...elf });
  const user = (shape: CxxShape, ...needed: string[]): LibraryFacts =>
    extension("pkg/_x.so", {
      needed: [...needed, "libstdc++.so.6", "libc.so.6"],
      rpath: "$ORIGIN/../pkg.libs",
      cxx: cxxNames(shape),
    });
  const asksNew: CxxShape = {
    fromRuntime: { new: [CREATE] },
    fromOthers: { new: [ASKED], neutral: 1, scopes: ["draw"] },
  };
  const asksNeutral: CxxShape = {
    fromRuntime: { new: [CREATE] },
    fromOthers: { neutral: 3, scopes: ["draw"] },
  };
  const offersOld: CxxShape = {
    fromRuntime: { old: [APPEND] },
    own: { old: [OFFERED], neutral: 2, scopes: ["draw"] },
  };
  const offersNew: CxxShape = {
    fromRuntime: { new: [CREATE] },
    own: { new: [ASKED], neutral: 2, scopes: ["draw"] },
  };
  const mixed = (...libraries: LibraryFacts[]): Finding | undefined =>
    found("mixed-string-abi", ...libraries);

  test("not where both are alike", () => {
    expect(mixed(user(asksNew, "libdraw.so"), draw("libdraw.so", offersNew))).toBeUndefined();
  });

  test("neutral names link and corrupt: a warning", () => {
    const finding = mixed(user(asksNeutral, "libdraw.so"), draw("libdraw.so", offersOld));
    expect(finding?.severity).toBe("warning");
    expect(finding?.libraries).toEqual(["pkg/_x.so", "pkg.libs/libdraw.so"]);
    expect(finding?.evidence[0]?.note).toContain("names of draw without a string");
  });

  test("an old one may ask a new one too", () => {
    const shape: CxxShape = {
      fromRuntime: { old: [APPEND] },
      fromOthers: { old: [OFFERED], scopes: ["draw"] },
    };
    expect(mixed(user(shape, "libdraw.so"), draw("libdraw.so", offersNew))?.severity).toBe("error");
  });

  test("not where another library of the same ABI has the scope", () => {
    const both = [draw("libdraw.so", offersOld), draw("libdraw2.so", offersNew)];
    expect(mixed(user(asksNew, "libdraw.so", "libdraw2.so"), ...both)).toBeUndefined();
  });

  test("not where they share no scope", () => {
    const other: CxxShape = {
      fromRuntime: { old: [APPEND] },
      own: { old: ["_ZN3api1fERKSs"], scopes: ["api"] },
    };
    expect(mixed(user(asksNew, "libdraw.so"), draw("libdraw.so", other))).toBeUndefined();
  });

  test("functions outside of every scope count only with a name that cannot fit", () => {
    const offers: CxxShape = { fromRuntime: { old: [APPEND] }, own: { neutral: 3, scopes: ["::"] } };
    const neutral: CxxShape = { fromRuntime: { new: [CREATE] }, fromOthers: { neutral: 2, scopes: ["::"] } };
    expect(mixed(user(neutral, "libdraw.so"), draw("libdraw.so", offers))).toBeUndefined();
    const asks: CxxShape = {
      fromRuntime: { new: [CREATE] },
      fromOthers: { new: ["_Z4showRKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE"], scopes: ["::"] },
    };
    expect(mixed(user(asks, "libdraw.so"), draw("libdraw.so", offers))?.severity).toBe("error");
  });

  test("not linked, but nobody else has the scope", () => {
    const finding = mixed(user(asksNew), draw("libdraw.so", offersOld));
    expect(finding?.severity).toBe("error");
    expect(finding?.evidence[0]?.note).toContain("nothing else in the wheel has that scope");
    expect(mixed(user(asksNeutral), draw("libdraw.so", offersOld))).toBeUndefined();
    expect(
      mixed(user(asksNew), draw("libdraw.so", offersOld), draw("libdraw2.so", offersOld)),
    ).toBeUndefined();
  });

  test("a library that offers both forms serves everybody", () => {
    const offers: CxxShape = {
      fromRuntime: { new: [CREATE] },
      own: { new: 20, old: 20, scopes: ["draw"] },
    };
    expect(mixed(user(asksNew, "libdraw.so"), draw("libdraw.so", offers))).toBeUndefined();
  });

  test("several pairs are counted", () => {
    const second = extension("pkg/_y.so", {
      needed: ["libdraw.so"],
      rpath: "$ORIGIN/../pkg.libs",
      cxx: cxxNames(asksNew),
    });
    const finding = mixed(user(asksNew, "libdraw.so"), second, draw("libdraw.so", offersOld));
    expect(finding && plainText(finding.sentence)).toContain(", and so does 1 more pair of libraries:");
  });
});

describe("old-string-abi", () => {
  const old = { fromRuntime: { old: [APPEND] } } satisfies CxxShape;

  test("an extension that keeps its C++ to itself concerns nobody", () => {
    expect(found("old-string-abi", extension("pkg/_x.so", { cxx: cxxNames(old) }))).toBeUndefined();
    const exporting = { ...old, own: { old: [OFFERED], scopes: ["draw"] } };
    expect(found("old-string-abi", extension("pkg/_x.so", { cxx: cxxNames(exporting) }))).toBeUndefined();
  });

  test("one that asks another library for old names does", () => {
    const asking = { ...old, fromOthers: { old: [OFFERED], scopes: ["draw"] } };
    expect(found("old-string-abi", extension("pkg/_x.so", { cxx: cxxNames(asking) }))).toBeDefined();
  });

  test("programs and C interfaces do not", () => {
    const program = library("pkg/tool", {
      role: "executable",
      cxx: cxxNames({ ...old, own: { old: [OFFERED], scopes: ["draw"] } }),
    });
    expect(found("old-string-abi", program)).toBeUndefined();
    expect(found("old-string-abi", library("pkg/lib.so", { cxx: cxxNames(old) }))).toBeUndefined();
  });
});

describe("cxx-runtime-exported", () => {
  const whole: CxxShape = {
    runtime: { count: 4164, new: 1052, old: 283, staticMarks: symbolGroup(["_ZSt4cout"]) },
  };

  test("not for the runtime itself, a program, or a library that uses the system's", () => {
    const runtime = library("pkg.libs/libstdc++-0a1b2c3d.so.6", {
      soname: "libstdc++-0a1b2c3d.so.6",
      cxx: cxxNames(whole),
    });
    const program = library("pkg/tool", { role: "executable", cxx: cxxNames(whole) });
    const user = library("pkg/lib.so", { needed: ["libstdc++.so.6"], cxx: cxxNames(whole) });
    expect(found("cxx-runtime-exported", runtime, program, user)).toBeUndefined();
  });

  test("not for templates of the library's own, however many", () => {
    const templates = cxxNames({ runtime: { count: 26_595, new: 9000 } });
    expect(found("cxx-runtime-exported", library("pkg/lib.so", { cxx: templates }))).toBeUndefined();
  });

  test("not for parts that were missing in another library's copy", () => {
    const parts = cxxNames({ ...whole, fromOthers: { old: [APPEND] } });
    expect(found("cxx-runtime-exported", library("pkg/lib.so", { cxx: parts }))).toBeUndefined();
  });

  test("libc++ too", () => {
    const libcxx = cxxNames({
      runtime: { count: 900, libcxx: 800, staticMarks: symbolGroup(["_ZNSt3__14coutE"]) },
    });
    expect(found("cxx-runtime-exported", library("pkg/lib.so", { cxx: libcxx }))).toBeDefined();
  });
});

describe("the outermost scope of a mangled name", () => {
  test.each([
    ["_ZN5arrow6BufferD1Ev", "arrow"],
    ["_ZNK5arrow6Buffer4sizeEv", "arrow"],
    ["_ZTVN5arrow6BufferE", "arrow"],
    ["_ZGVZN5arrow4makeEvE5cache", "arrow"],
    ["_ZZN3api4irefB5cxx11EvE6icache", "api"],
    ["_ZTV4Base", "Base"],
    ["_Z3fooRKSs", "::"],
    ["_ZGVN6google8protobuf3barE", "google"],
    ["_ZZN3c104impl3getEvE8instance", "c10"],
    ["_ZTCN4absl5ErrorE0_NS_4BaseE", "absl"],
    ["_ZNSt6vectorIiSaIiEED1Ev", "std"],
    ["_ZSt19piecewise_construct", "std"],
    ["_ZZNSt19_Sp_make_shared_tag5_S_tiEvE5__tag", "std"],
    ["_ZNSs4nposE", "std"],
    ["_ZNS_3fooE", null],
    ["", null],
    ["_ZN99999overE", null],
    ["_ZN5abE", null],
    ["pthread_create", null],
    ["_Z", null],
  ])("%s is in %s", (name, scope) => {
    expect(outermostScope(name)).toBe(scope);
  });

  test("any text has an answer", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const scope = outermostScope(`_ZN${text}`);
        if (scope !== null && scope !== "::" && scope !== "std") expect(text).toContain(scope);
      }),
    );
  });
});

describe("compilers-mixed", () => {
  const comment = [
    "GCC: (GNU) 10.2.1 20210130 (Red Hat 10.2.1-11)",
    "GCC: (GNU) 14.2.1 20250110 (Red Hat 14.2.1-7)",
  ];
  const cxx = cxxNames({ own: { neutral: 5, scopes: ["a"] } });

  test("is about C++ only, and not about copies from a toolkit", () => {
    expect(found("compilers-mixed", extension("pkg/_x.so", { comment, cxx }))).toBeDefined();
    expect(found("compilers-mixed", extension("pkg/_x.so", { comment }))).toBeUndefined();
    expect(found("compilers-mixed", library("pkg/lib/libcupti.so.12", { comment, cxx }))).toBeUndefined();
  });
});

describe("cxx-runtime-bundled", () => {
  const copy = library("pkg.libs/libstdc++.so.6", { soname: "libstdc++.so.6" });
  const user = (path: string, shape: LibraryShape) =>
    library(path, { needed: ["libc.so.6", "libstdc++.so.6"], rpath: "$ORIGIN/../pkg.libs", ...shape });
  const program = user("pkg/tool", { role: "executable" });

  test("a copy that only programs load meets nobody", () => {
    expect(found("cxx-runtime-bundled", program, copy)).toBeUndefined();
    expect(found("cxx-runtime-bundled", program, user("pkg/_x.so", {}), copy)?.severity).toBe("warning");
  });

  test("one that nobody needs may be loaded by name", () => {
    expect(found("cxx-runtime-bundled", copy)?.libraries).toEqual([copy.path]);
  });

  test("musllinux promises no C++ runtime, so a renamed copy is how it is meant", () => {
    const musl = (name: string): WheelFacts =>
      wheel({
        tags: "musllinux_1_2_x86_64",
        libraries: [
          extension("pkg/_x.so", { libc: "musl", needed: [name, "libc.musl-x86_64.so.1"], rpath: "$ORIGIN" }),
          library(`pkg/${name}`, { libc: "musl", soname: name, needed: ["libc.musl-x86_64.so.1"] }),
        ],
      });
    const ids = (name: string): FindingId[] => assess(musl(name), knowledge).findings.map(({ id }) => id);
    expect(ids("libstdc++-1a2b3c4d.so.6.0.32")).not.toContain("cxx-runtime-bundled");
    expect(ids("libstdc++.so.6")).toContain("cxx-runtime-bundled");
  });
});

describe("cxx11-from-old-gcc", () => {
  const comment = ["GCC: (GNU) 4.9.4", "GCC: (crosstool-NG 1.26.0) 12.3.0"];
  const cxx = cxxNames({ own: { old: ["_ZN4draw4keepESt10shared_ptrISsE"], scopes: ["draw"] } });
  const module = extension("pkg/_x.so", { comment, cxx });

  test("not where a library without C++ has the same mark: start-up files bring it", () => {
    expect(found("cxx11-from-old-gcc", module)?.libraries).toEqual([module.path]);
    expect(found("cxx11-from-old-gcc", module, library("pkg/libc_only.so", { comment }))).toBeUndefined();
    const alone = library("pkg/libold.so", { comment: comment.slice(0, 1) });
    expect(found("cxx11-from-old-gcc", module, alone)?.libraries).toEqual([module.path]);
  });
});
