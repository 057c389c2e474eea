/** Knowledge small enough to see through: three glibc policies, two for musl, two for Android; the rest as it is. */
import type { Knowledge, Policy } from "../../../src/core/knowledge/knowledge.ts";
import { knowledge } from "../../../src/data/index.ts";

function policy(
  libc: Policy["libc"],
  name: string,
  priority: number,
  fields: Partial<Omit<Policy, "libc" | "name" | "priority">> = {},
): Policy {
  return {
    libc,
    name,
    priority,
    aliases: [],
    architectures: ["x86_64", "aarch64"],
    symbolVersions: {},
    libraries: [],
    forbiddenSymbols: {},
    ...fields,
  };
}

const BASE = ["libc.so.6", "libm.so.6", "libz.so.1"];
const versions = (lists: Record<string, string[]>) => ({ x86_64: lists, aarch64: lists });

export const tinyKnowledge: Knowledge = {
  // What the code was built against is judged by the real tables.
  ...knowledge,
  policyDate: "2026-01-01",
  policySource: "tests",
  policies: [
    policy("glibc", "manylinux_2_5", 100, {
      aliases: ["manylinux1"],
      architectures: ["x86_64"],
      symbolVersions: versions({ GLIBC: ["2.2.5", "2.4", "2.5"], LIBATOMIC: [] }),
      libraries: BASE,
      forbiddenSymbols: { "libz.so.1": ["inflate_fast", "deflate_fast"], "libc.so.6": ["__late"] },
    }),
    policy("glibc", "manylinux_2_17", 80, {
      aliases: ["manylinux2014"],
      symbolVersions: versions({ GLIBC: ["2.2.5", "2.4", "2.5", "2.14", "2.17"], LIBATOMIC: [] }),
      libraries: [...BASE, "libexpat.so.1"],
      forbiddenSymbols: { "libz.so.1": ["inflate_fast"] },
    }),
    policy("glibc", "manylinux_2_28", 64, {
      symbolVersions: versions({
        GLIBC: ["2.2.5", "2.4", "2.5", "2.14", "2.17", "2.28"],
        LIBATOMIC: ["1.0"],
      }),
      libraries: [...BASE, "libexpat.so.1", "libmvec.so.1"],
    }),
    policy("musl", "musllinux_1_1", 100, {
      libraries: ["libc.so", "libz.so.1"],
      symbolVersions: versions({}),
    }),
    policy("musl", "musllinux_1_2", 90, {
      libraries: ["libc.so", "libz.so.1"],
      symbolVersions: versions({}),
    }),
    policy("android", "android_21", 79, {
      libraries: ["libc.so", "liblog.so"],
      symbolVersions: versions({}),
    }),
    policy("android", "android_24", 76, {
      libraries: ["libc.so", "liblog.so", "libvulkan.so"],
      symbolVersions: versions({}),
    }),
  ],
  muslSonames: { x86_64: "libc.musl-x86_64.so.1", aarch64: "libc.musl-aarch64.so.1" },
  systemPackages: new Map(),
  driverLibraries: ["libcuda.so.1"],
};
