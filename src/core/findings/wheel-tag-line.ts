/** A `Tag` line of WHEEL, which should be one tag: python, ABI, platform. Compressed sets are seen there, too, and are read. */

/** The tags of one line, written out; null if the line is no tag: empty, or with a part missing, empty or too many. */
export function readTagLine(line: string): readonly string[] | null {
  const [python, abi, platform, ...more] = line.split("-").map((part) => part.split("."));
  if (python === undefined || abi === undefined || platform === undefined || more.length > 0) return null;
  if ([python, abi, platform].some((set) => set.some((each) => each.trim() === ""))) return null;
  return expandTags(python, abi, platform);
}

/** Each with each (PEP 425, "Compressed Tag Sets"). */
export function expandTags(
  pythons: readonly string[],
  abis: readonly string[],
  platforms: readonly string[],
): string[] {
  return pythons.flatMap((python) =>
    abis.flatMap((abi) => platforms.map((platform) => `${python}-${abi}-${platform}`.trim().toLowerCase())),
  );
}
