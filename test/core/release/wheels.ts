/** Wheels of made-up releases. */
import { assess } from "../../../src/core/assess.ts";
import { inspectError } from "../../../src/facts/inspect-error.ts";
import type { Architecture } from "../../../src/facts/model.ts";
import { readRelease } from "../../../src/core/release/read-release.ts";
import type { ReleaseGroup, ReleaseInput } from "../../../src/core/release/release.ts";
import { plainText } from "../../../src/core/sentence.ts";
import { knowledge } from "../../../src/data/index.ts";
import { extension, wheel, type LibraryShape } from "../builders.ts";

const machines = new Map<string, Partial<LibraryShape>>([
  ["x86_64", { machine: 62 }],
  ["aarch64", { machine: 183, architecture: "aarch64", loadAlignment: 65536 }],
  ["riscv64", { machine: 243, architecture: "riscv64" }],
  ["i686", { machine: 3, class: 32, architecture: "i686" }],
]);

/**
 * `built("cp312-cp312-manylinux_2_17_aarch64", { needs: … })`: a wheel of pkg 1.0 with one extension module; another project stands
 * before a slash: `other-2.0/cp312-…`. Architecture and C library follow from the tag.
 */
export function built(tags: string, shape: LibraryShape = {}): ReleaseInput {
  const architecture: Architecture =
    (["aarch64", "riscv64", "i686"] as const).find((each) => tags.endsWith(each)) ?? "x86_64";
  const musl = tags.includes("musllinux");
  const libc = musl ? { libc: "musl" as const, needed: ["libc.so"] } : {};
  const [project = "pkg-1.0", tag = ""] = tags.includes("/") ? tags.split("/") : ["pkg-1.0", tags];
  const [name, version] = project.split("-");
  const facts = wheel({
    fileName: `${project}-${tag}.whl`,
    distInfo: { name: name ?? "", version: version ?? "", tags: [tag], requiresPython: null },
    libraries: [extension("pkg/_x.so", { ...machines.get(architecture), ...libc, ...shape })],
  });
  return { kind: "report", report: assess(facts, knowledge) };
}

export const unread = (fileName: string): ReleaseInput => ({
  kind: "unread",
  fileName,
  sizeBytes: 12,
  error: inspectError("not-a-zip"),
});

export const glibc = (version: string, symbol = "memcpy") => ({
  needs: { "libc.so.6": [`GLIBC_${version} ${symbol}`] },
});

/** The only group. */
export function groupOf(...inputs: readonly ReleaseInput[]): ReleaseGroup {
  const { groups } = readRelease(inputs);
  const [group] = groups;
  if (group === undefined || groups.length > 1) throw new Error(`${String(groups.length)} groups`);
  return group;
}

/** The sentences, each with its sign and what it marks: `! sentence | 1 GLIBC`. */
export const differencesOf = ({ differences }: ReleaseGroup): string[] =>
  differences.map(({ severity, sentence, marks }) => {
    const marked = marks.map(({ row, field }) => ` ${String(row)} ${field}`).join(",");
    return `${severity === "warning" ? "!" : "•"} ${plainText(sentence)}${marked === "" ? "" : ` |${marked}`}`;
  });
