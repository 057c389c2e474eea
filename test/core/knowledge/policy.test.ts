/** After auditwheel's tests/unit/test_policy.py. */
import { describe, expect, it } from "vitest";
import { policiesFor, PolicyTable } from "../../../src/core/knowledge/policy.ts";
import { tinyKnowledge } from "./tiny-knowledge.ts";

const table = new PolicyTable(policiesFor(tinyKnowledge, "glibc", "x86_64"), "x86_64");
const tags = (mask: number): string[] =>
  table.policies.filter((_, position) => mask & (1 << position)).map(({ policy }) => policy.name);

describe("policiesFor", () => {
  it("gives those of the architecture, oldest first, with tags and aliases", () => {
    expect(policiesFor(tinyKnowledge, "glibc", "aarch64").map(({ tag, aliases }) => [tag, aliases])).toEqual([
      ["manylinux_2_17_aarch64", ["manylinux2014_aarch64"]],
      ["manylinux_2_28_aarch64", []],
    ]);
    expect(policiesFor(tinyKnowledge, "glibc", "s390x")).toEqual([]);
  });

  it("puts musl's own name for libc.so", () => {
    const [oldest] = policiesFor(tinyKnowledge, "musl", "aarch64");
    expect(oldest?.policy.libraries).toEqual(["libc.musl-aarch64.so.1", "libz.so.1"]);
  });

  it("spells Android's architectures as tags do", () => {
    expect(policiesFor(tinyKnowledge, "android", "aarch64").map(({ tag }) => tag)).toEqual([
      "android_21_arm64_v8a",
      "android_24_arm64_v8a",
    ]);
  });
});

describe("PolicyTable", () => {
  it.each([
    ["GLIBC_2.5", []],
    ["GLIBC_2.17", ["manylinux_2_5"]],
    // Membership, not "at most": 2.3 is in no list.
    ["GLIBC_2.3", ["manylinux_2_5", "manylinux_2_17", "manylinux_2_28"]],
    ["GLIBC_999", ["manylinux_2_5", "manylinux_2_17", "manylinux_2_28"]],
    ["GLIBC_PRIVATE", ["manylinux_2_5", "manylinux_2_17", "manylinux_2_28"]],
    // An empty list allows nothing, a missing one everything.
    ["LIBATOMIC_1.0", ["manylinux_2_5", "manylinux_2_17"]],
    ["OPENSSL_1_1_0", []],
    ["IAMALIBRARY", []],
    ["GLIBC", ["manylinux_2_5", "manylinux_2_17", "manylinux_2_28"]],
    ["__proto___1", []],
  ])("%s is refused by %j", (version, refusing) => {
    expect(tags(table.refusingVersion(version))).toEqual(refusing);
  });

  it.each([
    ["libc.so.6", []],
    ["libexpat.so.1", ["manylinux_2_5"]],
    ["libmvec.so.1", ["manylinux_2_5", "manylinux_2_17"]],
    ["libcuda.so.1", ["manylinux_2_5", "manylinux_2_17", "manylinux_2_28"]],
    ["constructor", ["manylinux_2_5", "manylinux_2_17", "manylinux_2_28"]],
  ])("%s is refused by %j", (name, refusing) => {
    expect(tags(table.refusingLibrary(name))).toEqual(refusing);
  });

  it("forbids symbols per library", () => {
    expect(tags(table.forbidding("libz.so.1", "inflate_fast"))).toEqual(["manylinux_2_5", "manylinux_2_17"]);
    expect(tags(table.forbidding("libz.so.1", "__late"))).toEqual([]);
    expect(tags(table.forbidding("__proto__", "toString"))).toEqual([]);
  });
});
