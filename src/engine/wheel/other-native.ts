/**
 * Native files that are no ELF files: static archives, and what belongs to Windows and macOS. Counted by the ends of their names, which
 * the directory of the archive has; nothing of them is read.
 */
import type { LibraryFacts, WheelFacts } from "../../facts/model.ts";
import { OTHER_NATIVE_KINDS } from "../../facts/wheel.ts";
import type { WheelFiles } from "./wheel-files.ts";

type Kind = (typeof OTHER_NATIVE_KINDS)[number];

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ["a", "static-archive"],
  ["dll", "dll"],
  ["pyd", "pyd"],
  ["dylib", "dylib"],
  ["exe", "exe"],
]);

/** In the order of the kinds; those that are not there are left out, and so is an ELF file of such a name. */
export function otherNative(
  { byPath }: Pick<WheelFiles, "byPath">,
  libraries: readonly Pick<LibraryFacts, "path">[],
): NonNullable<WheelFacts["otherNative"]> {
  const native = new Set(libraries.map(({ path }) => path));
  const found = new Map<Kind, { count: number; bytes: number }>();
  for (const [path, { sizeBytes }] of byPath) {
    const kind = KINDS.get(/[^/]\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "");
    if (kind === undefined || native.has(path)) continue;
    const { count, bytes } = found.get(kind) ?? { count: 0, bytes: 0 };
    found.set(kind, { count: count + 1, bytes: bytes + sizeBytes });
  }
  return OTHER_NATIVE_KINDS.flatMap((kind) => {
    const tally = found.get(kind);
    return tally === undefined ? [] : [{ kind, ...tally }];
  });
}
