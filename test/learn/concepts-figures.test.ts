/** Figures that the concept pages state in words, against the tables the program judges by: neither may change alone. */
import { expect, test } from "vitest";
import type { ConceptId } from "../../src/core/explanations/concept-titles.ts";
import { explainConcept } from "../../src/learn/concepts/index.ts";
import { plainText } from "../../src/core/sentence.ts";
import { knowledge } from "../../src/data/index.ts";

function textOf(id: ConceptId): string {
  const concept = explainConcept(id);
  const { whatItIs = [], parts = [], whyItBreaks = [], howToFix = [] } = concept ?? {};
  const paragraphs = [...whatItIs, ...parts.flatMap((part) => part.paragraphs), ...whyItBreaks, ...howToFix];
  return paragraphs.map(plainText).join("\n");
}

const system = (id: string) => knowledge.systems.systems.find((each) => each.id === id);

test.each([
  ["2.17 stands for RHEL 7", "rhel-7", [2, 17]],
  ["2.28 for RHEL 8", "rhel-8", [2, 28]],
  ["2.31 for Debian 11 and Ubuntu 20.04", "debian-11", [2, 31]],
  ["2.31 for Debian 11 and Ubuntu 20.04", "ubuntu-20.04", [2, 31]],
  ["2.34 for RHEL 9", "rhel-9", [2, 34]],
  ["2.35 for Ubuntu 22.04", "ubuntu-22.04", [2, 35]],
  ["2.36 for Debian 12", "debian-12", [2, 36]],
] as const)("glibc %s", (words, id, release) => {
  expect(textOf("glibc-floor")).toContain(words);
  expect(system(id)?.release).toEqual(release);
});

test.each([
  ["3.4.19 is GCC 4.8, and RHEL 7", "rhel-7", [3, 4, 19]],
  ["3.4.25 is GCC 8, and RHEL 8", "rhel-8", [3, 4, 25]],
  ["3.4.29 GCC 11, and RHEL 9", "rhel-9", [3, 4, 29]],
  ["3.4.30 GCC 12, and Ubuntu 22.04 and Debian 12", "ubuntu-22.04", [3, 4, 30]],
  ["3.4.30 GCC 12, and Ubuntu 22.04 and Debian 12", "debian-12", [3, 4, 30]],
  ["Amazon Linux 2023 has glibc 2.34 and GLIBCXX 3.4.33", "amazon-linux-2023", [3, 4, 33]],
] as const)("GLIBCXX: %s", (words, id, version) => {
  expect(textOf("libstdcxx-versions")).toContain(words);
  expect(system(id)?.limits.get("GLIBCXX")).toEqual(version);
});

test.each([
  ["3.4.19", "4.8"],
  ["3.4.21", "5"],
  ["3.4.25", "8"],
  ["3.4.29", "11"],
  ["3.4.30", "12"],
  ["3.4.33", "14"],
  ["3.4.34", "15"],
  ["3.4.35", "16"],
] as const)("GLIBCXX_%s came with GCC %s", (version, gcc) => {
  expect(textOf("libstdcxx-versions")).toMatch(new RegExp(`${version} (is )?GCC ${gcc}[,;.]`));
  const first = knowledge.toolchain.glibcxxSince[`GLIBCXX_${version}`] ?? "";
  expect(`${first}.`.startsWith(`${gcc}.`)).toBe(true);
});

test.each([
  ["687 names from the start (3.2)", "3.2", 687],
  ["82 with 3.7", "3.7", 82],
  ["34 with 3.10", "3.10", 34],
  ["19 with 3.11", "3.11", 19],
] as const)("stable ABI: %s", (words, python, amount) => {
  expect(textOf("stable-abi")).toContain(words);
  expect([...knowledge.stableAbi.added.values()].filter((added) => added === python)).toHaveLength(amount);
});

test.each([
  ["every driver from 525 on", 12, "525"],
  ["for 13.x it is 580", 13, "580"],
  ["for 11.x 450.80.02", 11, "450.80.02"],
] as const)("CUDA: %s", (words, major, driver) => {
  expect(textOf("cuda-in-wheels")).toContain(words);
  expect(`${knowledge.gpu.majorDrivers.get(major) ?? ""}.`.startsWith(`${driver}.`)).toBe(true);
});

test("aarch64’s manylinux_2_17 admits GLIBC_2.18, x86_64’s does not; riscv64 and loongarch64 come later", () => {
  const policy = (name: string) => knowledge.policies.find((each) => each.name === name);
  const versions = policy("manylinux_2_17")?.symbolVersions;
  expect(textOf("manylinux")).toContain("on aarch64 manylinux_2_17 admits GLIBC_2.18, on x86_64 it does not");
  expect(versions?.aarch64?.GLIBC).toContain("2.18");
  expect(versions?.x86_64?.GLIBC).not.toContain("2.18");
  expect(textOf("architectures")).toContain("PEP 599 added five");
  expect(policy("manylinux_2_12")?.architectures).toHaveLength(2);
  expect(policy("manylinux_2_17")?.architectures).toHaveLength(7);
  expect(textOf("architectures")).toContain("riscv64 is there from 2_31 on, loongarch64 from 2_36");
  for (const [name, architecture] of [
    ["manylinux_2_31", "riscv64"],
    ["manylinux_2_36", "loongarch64"],
  ] as const) {
    const having = knowledge.policies.filter(
      ({ libc, architectures }) => libc === "glibc" && architectures.includes(architecture),
    );
    const oldest = having.sort((a, b) => b.priority - a.priority)[0];
    expect(oldest?.name).toBe(name);
  }
});
