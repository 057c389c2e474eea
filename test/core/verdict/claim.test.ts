import { describe, expect, test } from "vitest";
import { assess } from "../../../src/core/assess.ts";
import { parseClaimTag, runsOn } from "../../../src/facts/names/claim-tag.ts";
import { knowledge } from "../../../src/data/index.ts";
import { extension, library, watched, wheel } from "../builders.ts";

describe("tags", () => {
  test.each([
    ["manylinux1_x86_64", { platform: "manylinux", release: [2, 5], architecture: "x86_64" }],
    ["manylinux2010_i686", { platform: "manylinux", release: [2, 12], architecture: "i686" }],
    ["manylinux2014_ppc64le", { platform: "manylinux", release: [2, 17], architecture: "ppc64le" }],
    ["manylinux_2_28_aarch64", { platform: "manylinux", release: [2, 28], architecture: "aarch64" }],
    ["musllinux_1_2_x86_64", { platform: "musllinux", release: [1, 2], architecture: "x86_64" }],
    ["android_24_arm64_v8a", { platform: "android", level: 24, architecture: "arm64_v8a" }],
    ["linux_armv7l", { platform: "linux", architecture: "armv7l" }],
    ["any", { platform: "any" }],
    ["macosx_11_0_arm64", { platform: "foreign", system: "macOS" }],
    ["win_amd64", { platform: "foreign", system: "Windows" }],
    ["pyemscripten_2026_0_wasm32", { platform: "foreign", system: "WebAssembly" }],
    ["manylinux_x86_64", { platform: "unknown" }],
    ["manylinux2015_x86_64", { platform: "unknown" }],
    ["", { platform: "unknown" }],
  ])("%s", (tag, parts) => {
    expect(parseClaimTag(tag)).toEqual({ tag, ...parts });
  });

  test("armv6l code runs where armv7l is promised, not the other way round", () => {
    expect([runsOn("armv6l", "armv7l"), runsOn("armv7l", "armv6l"), runsOn("aarch64", "arm64_v8a")]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

/** The outcome for a wheel under some tags. */
const outcome = (tags: string, shape: Parameters<typeof extension>[1]) =>
  assess(wheel({ tags, libraries: [extension("pkg/_x.so", shape)] }), knowledge).verdict.outcome;
const glibc = (version: string) => ({ needs: { "libc.so.6": [`${version} x`] } });

describe("a number without a policy", () => {
  test.each([
    // The glibc number decides…
    ["manylinux_2_29_x86_64", glibc("GLIBC_2.29"), "complies"],
    ["manylinux_2_29_x86_64", glibc("GLIBC_2.30"), "fails"],
    ["manylinux_2_50_x86_64", glibc("GLIBC_2.44"), "complies"],
    ["manylinux_2_50_x86_64", glibc("GLIBC_2.51"), "fails"],
    ["manylinux_2_42_x86_64", glibc("GLIBC_ABI_GNU2_TLS"), "complies"],
    ["manylinux_2_4_x86_64", glibc("GLIBC_2.4"), "complies"],
    // …but never for what has no number.
    ["manylinux_2_50_x86_64", glibc("GLIBC_PRIVATE"), "fails"],
    ["manylinux_2_50_x86_64", glibc("GLIBC_ABI_FUTURE"), "fails"],
    // The older policy's lists decide the rest.
    ["manylinux_2_29_x86_64", { needs: { "libstdc++.so.6": ["GLIBCXX_3.4.24 x"] } }, "complies"],
    ["manylinux_2_29_x86_64", { needs: { "libstdc++.so.6": ["GLIBCXX_3.4.25 x"] } }, "fails"],
    ["manylinux_2_25_x86_64", { needed: ["libc.so.6", "libmvec.so.1"] }, "complies"],
    ["manylinux_2_18_x86_64", { needed: ["libc.so.6", "libmvec.so.1"] }, "fails"],
    // Symbols that came with glibc 2.18 are there from that number on; zlib's are not.
    ["manylinux_2_18_x86_64", { watchedSymbols: [watched("__issignaling")] }, "complies"],
    ["manylinux_2_16_x86_64", { watchedSymbols: [watched("__issignaling")] }, "fails"],
    [
      "manylinux_2_18_x86_64",
      { needed: ["libc.so.6", "libz.so.1"], watchedSymbols: [watched("inflate_fast")] },
      "fails",
    ],
  ])("%s with %j: %s", (tags, shape, expected) => {
    expect(outcome(tags, shape)).toBe(expected);
  });
});

describe("several tags", () => {
  test("all must be met", () => {
    expect(outcome("manylinux_2_28_x86_64.manylinux_2_34_x86_64", glibc("GLIBC_2.28"))).toBe("complies");
    expect(outcome("manylinux_2_28_x86_64.manylinux_2_34_x86_64", glibc("GLIBC_2.34"))).toBe("fails");
  });

  test("a tag of another system is not our business", () => {
    expect(outcome("manylinux_2_28_x86_64.macosx_11_0_arm64", glibc("GLIBC_2.28"))).toBe("complies");
    expect(outcome("macosx_11_0_arm64", glibc("GLIBC_2.28"))).toBe("not-linux");
  });

  test("two C libraries: a static program fits both, a library linked for one does not", () => {
    const tags = "manylinux_2_17_x86_64.musllinux_1_1_x86_64";
    const program = library("pkg-1.0.data/scripts/x", { role: "executable", libc: "none", needed: [] });
    expect(assess(wheel({ tags, libraries: [program] }), knowledge).verdict.outcome).toBe("complies");
    expect(outcome(tags, glibc("GLIBC_2.17"))).toBe("fails");
    expect(outcome(tags, { libc: "musl", needed: ["libc.musl-x86_64.so.1"] })).toBe("fails");
  });

  test("a plain tag beside one that promises something", () => {
    expect(outcome("linux_x86_64.manylinux_2_28_x86_64", glibc("GLIBC_2.34"))).toBe("fails");
    expect(outcome("linux_x86_64", glibc("GLIBC_2.34"))).toBe("no-claim");
  });
});

test("findings are about the oldest tag that is not met", () => {
  const { findings } = assess(
    wheel({
      tags: "manylinux_2_31_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64",
      libraries: [extension("pkg/_x.so", glibc("GLIBC_2.28"))],
    }),
    knowledge,
  );
  expect(findings.find(({ id }) => id === "symbol-version-too-new")?.sentence).toContainEqual({
    kind: "tag",
    text: "manylinux_2_17_x86_64",
  });
});

test("a library that cannot be read never lets a wheel pass, nor does one auditwheel refuses", () => {
  const facts = wheel({ libraries: [extension("pkg/_x.so", glibc("GLIBC_2.17"))] });
  const missing = { kind: "missing-file", path: "pkg/y.so" } as const;
  const record = { present: true, rowCount: 6, problems: [missing], problemCount: 1 };
  expect(assess({ ...facts, record }, knowledge).verdict.outcome).toBe("unknown");
  expect(assess(facts, knowledge).verdict.outcome).toBe("complies");
});
