import { describe, expect, test } from "vitest";
import { assess } from "../../src/core/assess.ts";
import { auditwheelJson } from "../../src/core/auditwheel/json.ts";
import { errorIds } from "../../src/learn/explain.ts";
import { inspectError } from "../../src/facts/inspect-error.ts";
import type { WheelFacts } from "../../src/facts/model.ts";
import { errorJson, reportJson } from "../../src/document/json/report-json.ts";
import { knowledge } from "../../src/data/index.ts";
import { bareLibrary, extension, library, unreadable, wheel } from "../core/builders.ts";
import { reportSchema, strictValidator } from "./schema.ts";

const tool = { name: "wheelscope", version: "1.2.3" };
const validate = strictValidator();
const json = (facts: WheelFacts) => reportJson(assess(facts, knowledge), tool);

const rich = wheel({
  sha256: "ab".repeat(32),
  libraries: [
    extension("pkg/_x.so", {
      needs: {
        "libc.so.6": ["GLIBC_2.14 memcpy", "GLIBC_2.34 pthread_create"],
        "libm.so.6": ["GLIBC_2.29 pow"],
      },
      needed: ["libc.so.6", "libm.so.6", "liba.so", "libfoo.so.3", "libcuda.so.1", "libcublas.so.12"],
      rpath: "$ORIGIN/lib:$ORIGIN/../nvidia/cublas/lib",
    }),
    library("pkg/lib/liba.so", { soname: "liba.so", buildId: "00ff" }),
    unreadable("pkg/torn.so"),
  ],
});

describe("every shape follows the published schema", () => {
  const documents: [string, unknown][] = [
    ["platform", json(rich)],
    ["platform that complies", json(wheel({ libraries: [extension("pkg/_x.so")] }))],
    ["refused", json(wheel({ libraries: [extension("pkg-1.0.data/purelib/_x.so")] }))],
    ["bare library", json(bareLibrary("x.so"))],
    ["pure", json(wheel({ tags: "any" }))],
    ["another system", json(wheel({ tags: "win_amd64" }))],
    ["no name", json(wheel({ fileName: "x.whl", distInfo: null, distInfoDirectories: [] }))],
    ...errorIds.map((id): [string, unknown] => [`error ${id}`, errorJson("x.whl", inspectError(id), tool)]),
  ];
  test.each(documents)("%s", (_, document) => {
    const plain: unknown = JSON.parse(JSON.stringify(document));
    expect(plain).toEqual(document);
    validate(plain);
    expect(validate.errors ?? []).toEqual([]);
  });
});

test("the strict schema refuses what it does not know", () => {
  expect(validate({ ...json(rich), surprise: 1 })).toBe(false);
  expect(validate({ ...json(rich), overall_tag: 5 })).toBe(false);
});

test("the first key of every shape names the published schema", () => {
  for (const document of [
    json(rich),
    json(wheel({ tags: "any" })),
    errorJson("x.whl", inspectError("not-a-zip"), tool),
  ]) {
    expect(Object.keys(document)[0]).toBe("$schema");
    expect(document.$schema).toBe(reportSchema.$id);
  }
});

test("a document of an older program, without the keys added since, follows the schema", () => {
  const { $schema, policies, name, ...older } = json(rich) as unknown as Record<string, unknown>;
  expect([$schema, policies, name]).not.toContain(undefined);
  expect(validate(older)).toBe(true);
  const { wheel: _, ...lacking } = older;
  expect(validate(lacking)).toBe(false);
});

test("the platform shape in full", () => {
  const document = json({ ...rich, libraries: rich.libraries.slice(0, 2) });
  if (document.pure) throw new Error("not pure");
  expect(document).toMatchObject({
    version: 1,
    wheel: "pkg-1.0-cp312-cp312-manylinux_2_17_x86_64.whl",
    overall_tag: "linux_x86_64",
    sym_tag: "manylinux_2_34_x86_64",
    outcome: "fails",
    claimed_tags: ["manylinux_2_17_x86_64"],
    complies: false,
    best_tag: null,
    glibc_floor: "2.34",
    architecture: "x86_64",
    libc: "glibc",
    external_libs: { "libcublas.so.12": null, "libcuda.so.1": null, "libfoo.so.3": null },
    auditwheel_refusal: null,
    sha256: "ab".repeat(32),
    tool: { name: "wheelscope", version: "1.2.3", policies: knowledge.policyDate },
  });
  expect(document.policy_upgrades["manylinux_2_17_x86_64"]).toEqual({
    libs_to_eliminate: ["libcublas.so.12", "libcuda.so.1", "libfoo.so.3"],
    versions_to_lower: { "libc.so.6": ["GLIBC_2.34"], "libm.so.6": ["GLIBC_2.29"] },
  });
  expect(Object.keys(document.policy_upgrades).at(-1)).toBe("manylinux_2_5_x86_64");
  expect(document.libraries[0]).toMatchObject({
    path: "pkg/_x.so",
    kind: "extension-module",
    needed: [
      { name: "libc.so.6", linkage: "allowed" },
      { name: "libm.so.6", linkage: "allowed" },
      { name: "liba.so", linkage: "in-wheel", path: "pkg/lib/liba.so", via: "$ORIGIN/lib" },
      { name: "libfoo.so.3", linkage: "missing" },
      { name: "libcuda.so.1", linkage: "driver" },
      { name: "libcublas.so.12", linkage: "other-wheel", via: "nvidia/cublas/lib" },
    ],
    maxima: {
      GLIBC: { version: "GLIBC_2.34", from: "libc.so.6", symbols: ["pthread_create"], symbol_count: 1 },
    },
  });
});

test("what both documents name is the same in both", () => {
  const report = assess(wheel({ libraries: [rich.libraries[0] ?? library("x.so")] }), knowledge);
  const ours = reportJson(report, tool);
  const theirs = auditwheelJson(report);
  if (!("overall_tag" in theirs)) throw new Error("a verdict was expected");
  const { policy_upgrades: upgrades, ...rest } = theirs;
  expect(ours).toMatchObject(rest);
  expect(ours).toMatchObject({ policy_upgrades: upgrades });
});

test("unreadable files are listed, and nothing is promised", () => {
  const document = json(rich);
  expect(document).toMatchObject({
    outcome: "unknown",
    complies: null,
    overall_tag: null,
    auditwheel_refusal: { reason: "unreadable", files: ["pkg/torn.so"] },
    unreadable: [
      {
        path: "pkg/torn.so",
        error: "library-truncated",
        message: "pkg/torn.so ends before its tables do (section table).",
      },
    ],
  });
});

test("findings carry their learn link and count all evidence", () => {
  const symbols = Array.from({ length: 30 }, (_, index) => `f${String(index)}`).join(" ");
  const document = json(
    wheel({ libraries: [extension("pkg/_x.so", { needs: { "libc.so.6": [`GLIBC_2.34 ${symbols}`] } })] }),
  );
  const finding = document.findings.find(({ id }) => id === "symbol-version-too-new");
  expect(finding?.learn).toBe("#/learn/symbol-version-too-new");
  expect([finding?.evidence.length, finding?.evidence_total]).toEqual([20, 30]);
});
