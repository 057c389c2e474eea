/** Libraries by what their code was built against: C++ ABI, toolchain, Python. No React, no DOM. */
import type { CxxFlavour, CxxReading, CxxRuntime, PythonReading } from "../core/readings/readings.ts";
import type { LibraryReport, Report } from "../core/report.ts";
import { type Sentence, plainText } from "../core/sentence.ts";
import { plural } from "./units.ts";
import { groupBy } from "./group-by.ts";

export interface CxxGroup {
  readonly flavour: CxxFlavour;
  readonly libraries: readonly { readonly path: string; readonly cxx: CxxReading }[];
}

/** Words for the table's narrow column and for headings. */
export const flavourWords: Readonly<Record<CxxFlavour, { readonly short: string; readonly title: string }>> =
  {
    new: { short: "new", title: "new ABI" },
    old: { short: "old", title: "old ABI" },
    both: { short: "both", title: "both ABIs" },
    "libc++": { short: "libc++", title: "libc++" },
    none: { short: "neutral", title: "no name that tells" },
  };

export const runtimeWords: Readonly<Record<CxxRuntime["kind"], string>> = {
  system: "the system’s libstdc++",
  bundled: "a copy in the wheel",
  hybrid: "the system’s libstdc++, newer parts linked in",
  static: "linked in",
  "libc++": "libc++",
  none: "none",
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

/** `new ABI in 42 libraries, old ABI in 3`; says nothing where nothing tells. */
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
  const kinds = [...groupBy(all, (kind) => kind)].filter(([kind]) => kind !== "none");
  return kinds
    .sort((a, b) => b[1].length - a[1].length)
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
  return [...groupBy(known, ({ sentence }) => plainText(sentence)).values()]
    .map((members) => ({ sentence: members[0]?.sentence ?? [], paths: members.map(({ path }) => path) }))
    .sort((a, b) => b.paths.length - a.paths.length);
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
    const text = (sm: number): string => `${Math.floor(sm / 10)}.${sm % 10}`;
    parts.push(low === high ? text(low) : `${text(low)}–${text(high)}`);
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
