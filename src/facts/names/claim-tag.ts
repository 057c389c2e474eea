/** Platform tags of a file name, taken apart to judge what they promise (PEP 513, 571, 599, 600, 656, 738). */

export type ClaimTag =
  | {
      readonly platform: "manylinux" | "musllinux";
      readonly tag: string;
      /** The C library promised, e.g. `[2, 17]` for `manylinux2014_x86_64`. */
      readonly release: readonly [number, number];
      readonly architecture: string;
    }
  | {
      readonly platform: "android";
      readonly tag: string;
      readonly level: number;
      readonly architecture: string;
    }
  /** `linux_x86_64`: promises nothing beyond the machine it was built on. */
  | { readonly platform: "linux"; readonly tag: string; readonly architecture: string }
  | { readonly platform: "any"; readonly tag: string }
  /** macOS, Windows, iOS, Emscripten; `system` is the name to use in a sentence. */
  | { readonly platform: "foreign"; readonly tag: string; readonly system: string }
  /** Looks like Linux, but follows no known form. */
  | { readonly platform: "unknown"; readonly tag: string };

/** PEP 600, "Legacy manylinux tags". */
const LEGACY: Readonly<Record<string, readonly [number, number]>> = {
  manylinux1: [2, 5],
  manylinux2010: [2, 12],
  manylinux2014: [2, 17],
};

const FOREIGN: readonly (readonly [prefix: string, system: string])[] = [
  ["macosx", "macOS"],
  ["win", "Windows"],
  ["ios", "iOS"],
  ["pyemscripten", "WebAssembly"],
  ["pyodide", "WebAssembly"],
  ["emscripten", "WebAssembly"],
  ["wasi", "WebAssembly"],
];

export function parseClaimTag(tag: string): ClaimTag {
  if (tag === "any") return { platform: "any", tag };
  const versioned = /^(manylinux|musllinux)_(\d{1,4})_(\d{1,4})_(\w+)$/.exec(tag);
  if (versioned) {
    const [, platform, major, minor, architecture = ""] = versioned;
    const release = [Number(major), Number(minor)] as const;
    return { platform: platform === "musllinux" ? "musllinux" : "manylinux", tag, release, architecture };
  }
  const legacy = /^(manylinux(?:1|2010|2014))_(\w+)$/.exec(tag);
  if (legacy) {
    const [, name = "", architecture = ""] = legacy;
    return { platform: "manylinux", tag, release: LEGACY[name] ?? [0, 0], architecture };
  }
  const android = /^android_(\d{1,4})_(\w+)$/.exec(tag);
  if (android) return { platform: "android", tag, level: Number(android[1]), architecture: android[2] ?? "" };
  const plain = /^linux_(\w+)$/.exec(tag);
  if (plain) return { platform: "linux", tag, architecture: plain[1] ?? "" };
  const foreign = FOREIGN.find(([prefix]) => tag.startsWith(prefix));
  return foreign ? { platform: "foreign", tag, system: foreign[1] } : { platform: "unknown", tag };
}

/** The architecture as the facts name it: Android spells `aarch64` as `arm64_v8a`; `x86_64_v3` and the like are x86_64. */
export function baseArchitecture(architecture: string): string {
  if (architecture.startsWith("arm64")) return "aarch64";
  return architecture.startsWith("x86_64") ? "x86_64" : architecture;
}

/** Whether code for one architecture runs where a tag promises another: armv6l code does on armv7l, else they must be equal. */
export function runsOn(architecture: string, promised: string): boolean {
  const base = baseArchitecture(promised);
  return architecture === base || (architecture === "armv6l" && base === "armv7l");
}
