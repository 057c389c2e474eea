/** Libraries by what their code was built against: C++ ABI, toolchain, Python. No React, no DOM. */
import type { CxxFlavour, CxxReading, CxxRuntime, PythonReading } from "../core/readings/readings.ts";
import type { LibraryReport, Report } from "../core/report.ts";
import { type Sentence, plainText } from "../core/sentence.ts";
import { plural } from "./units.ts";
import { capability } from "../core/readings/gpu/devices.ts";
import { groupBy, largestFirst } from "./group-by.ts";

/**
 * The libraries that use C++, by a property in words, the largest group first. Those whose names tell no ABI are left out of the
 * first list where any does.
 */
export function cxxLists({ libraries }: Report): {
  readonly total: number;
  readonly flavours: readonly LibraryList[];
  readonly runtimes: readonly LibraryList[];
} {
  const using = libraries.flatMap(({ facts, cxx }) => (cxx === null ? [] : [{ path: facts.path, cxx }]));
  const telling = using.filter(({ cxx }) => cxx.flavour !== "none");
  const lists = (members: typeof using, words: (cxx: CxxReading) => string): LibraryList[] =>
    largestFirst(members, ({ cxx }) => words(cxx)).map(([label, all]) => ({
      label,
      paths: all.map(({ path }) => path),
    }));
  return {
    total: using.length,
    flavours: lists(telling.length === 0 ? using : telling, ({ flavour }) => flavourWords[flavour].whole),
    runtimes: lists(
      using.filter(({ cxx }) => cxx.runtime.kind !== "none"),
      ({ runtime }) => `Runtime: ${wholeRuntimeWords[runtime.kind]}`,
    ),
  };
}

export interface LibraryList {
  readonly label: string;
  readonly paths: readonly string[];
}

export interface CxxGroup {
  readonly flavour: CxxFlavour;
  readonly libraries: readonly { readonly path: string; readonly cxx: CxxReading }[];
}

interface FlavourWords {
  /** For a table's narrow column. */
  readonly short: string;
  /** Where the heading says that it is about the ABI of `std::string`. */
  readonly title: string;
  /** Where nothing else says so. */
  readonly whole: string;
}

export const flavourWords: Readonly<Record<CxxFlavour, FlavourWords>> = {
  new: { short: "new", title: "new ABI", whole: "New std::string ABI" },
  old: { short: "old", title: "old ABI", whole: "Old std::string ABI" },
  both: { short: "both", title: "both ABIs", whole: "Both std::string ABIs" },
  "libc++": { short: "libc++", title: "libc++", whole: "The std::string of libc++" },
  none: { short: "neutral", title: "no name that tells", whole: "No std::string in sight" },
};

/** Whose C++ runtime it uses, under a heading that says so. */
export const runtimeWords: Readonly<Record<CxxRuntime["kind"], string>> = {
  system: "the system’s libstdc++",
  bundled: "a copy in the wheel",
  hybrid: "the system’s libstdc++, newer parts linked in",
  static: "linked in",
  "libc++": "libc++",
  none: "none",
};

/** The same where nothing else names the runtime. */
export const wholeRuntimeWords: Readonly<Record<CxxRuntime["kind"], string>> = {
  system: "the system's libstdc++",
  bundled: "a libstdc++ in the wheel",
  hybrid: "the system's libstdc++, newer parts linked in",
  static: "a C++ runtime linked in",
  "libc++": "libc++",
  none: "no C++ runtime",
};

const flavourOrder: readonly CxxFlavour[] = ["both", "old", "new", "libc++", "none"];

/** The unusual first. */
export function cxxGroups(report: Report): readonly CxxGroup[] {
  const withCxx = report.libraries.flatMap(({ facts, cxx }) =>
    cxx === null ? [] : [{ path: facts.path, cxx }],
  );
  const groups = groupBy(withCxx, ({ cxx }) => cxx.flavour);
  return flavourOrder.flatMap((flavour) => {
    const libraries = groups.get(flavour);
    return libraries === undefined ? [] : [{ flavour, libraries }];
  });
}

/** `new ABI in 42 libraries, old ABI in 3`; says nothing if no name decides. */
export function cxxSummary(groups: readonly CxxGroup[]): string {
  const telling = groups.filter(({ flavour }) => flavour !== "none");
  if (telling.length === 0) return "nothing tells which std::string ABI";
  return telling
    .map(({ flavour, libraries }, index) => {
      const count = libraries.length;
      return `${flavourWords[flavour].title} in ${index === 0 ? plural(count, "library", "libraries") : count}`;
    })
    .join(", ");
}

/** `the system’s libstdc++ (40), linked in (2)`, the most frequent first. */
export function runtimeSummary(groups: readonly CxxGroup[]): string {
  const all = groups.flatMap(({ libraries }) => libraries.map(({ cxx }) => cxx.runtime.kind));
  const kinds = largestFirst(all, (kind) => kind).filter(([kind]) => kind !== "none");
  return kinds
    .map(([kind, members]) =>
      kinds.length === 1 ? runtimeWords[kind] : `${runtimeWords[kind]} (${members.length})`,
    )
    .join(", ");
}

export interface ToolchainGroup {
  readonly sentence: Sentence;
  readonly paths: readonly string[];
}

/** Libraries with the same sentence, the most frequent first. */
export function toolchainGroups(report: Report): readonly ToolchainGroup[] {
  const known = report.libraries.flatMap(({ facts, toolchain }) =>
    toolchain === null || toolchain.sentence.length === 0
      ? []
      : [{ path: facts.path, sentence: toolchain.sentence }],
  );
  return largestFirst(known, ({ sentence }) => plainText(sentence)).map(([, members]) => ({
    sentence: members[0]?.sentence ?? [],
    paths: members.map(({ path }) => path),
  }));
}

/** For the table: `GCC 14.2.1`, and how many more tools there are. */
export function toolchainShort({ toolchain }: LibraryReport): string {
  const tools = toolchain?.tools.filter(({ kind }) => kind === "compiler" || kind === "language") ?? [];
  const [first] = tools;
  if (first === undefined) return "";
  const name = first.version === null ? first.name : `${first.name} ${first.version}`;
  return tools.length > 1 ? `${name} +${tools.length - 1}` : name;
}

/** For the table: `7.5–12.0, PTX`, `gfx90a +3`. */
export function gpuShort({ gpu }: LibraryReport): string {
  if (gpu === null) return "";
  const numbers = gpu.sizes.flatMap(({ target }) => {
    const match = /^sm_(\d+)/.exec(target);
    return match?.[1] === undefined ? [] : [Number(match[1])];
  });
  const parts: string[] = [];
  if (numbers.length > 0) {
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
    parts.push(low === high ? capability(low) : `${capability(low)}–${capability(high)}`);
  }
  if (gpu.ptx !== null) parts.push("PTX");
  const [gfx] = gpu.gfx;
  if (gfx !== undefined) parts.push(gpu.gfx.length > 1 ? `${gfx} +${gpu.gfx.length - 1}` : gfx);
  return parts.length === 0 ? "yes" : parts.join(", ");
}

/** For the table: `abi3 3.11`, `abi3, not kept`, `cpython-312`. */
export function pythonShort({ python }: LibraryReport): string {
  if (python === null) return "";
  const { suffix, outside, stable, floor } = python;
  const isAbi3 = suffix === "abi3" || suffix === "abi3t";
  if (isAbi3 && outside.length > 0) return `${suffix}, not kept`;
  if (isAbi3) return floor === null ? suffix : `${suffix} ${floor}`;
  if (suffix !== null) return suffix;
  if (!stable) return "";
  return floor === null ? "stable" : `stable ${floor}`;
}

/** What speaks against a library's claim, in a few words; null: nothing. */
export function pythonTrouble(
  { outside, tooNew, init }: PythonReading,
  claim: "stable" | "other",
): string | null {
  const parts: string[] = [];
  if (claim === "stable" && outside.length > 0)
    parts.push(`${plural(outside.length, "import")} outside of the stable ABI`);
  if (tooNew.length > 0) parts.push(`${plural(tooNew.length, "import")} newer than claimed`);
  if (init !== null && !init.fits) parts.push(`no ${init.expected}`);
  return parts.length === 0 ? null : parts.join(", ");
}
