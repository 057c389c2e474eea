/**
 * Which GCC release first shipped a version of libstdc++ or libgcc, so that a finding can say "came with GCC 11" instead of
 * a version name nobody remembers. From GCC's version scripts (`gnu.ver`, `libgcc-std.ver`) up to GCC 16.2.
 */

/** Base name, then `last number:GCC release` pairs. */
const TABLE: Readonly<Record<string, string>> = {
  "GLIBCXX_3.4":
    "9:4.2 10:4.3 11:4.4 12:4.4.1 13:4.4.2 14:4.5 15:4.6 16:4.6.1 17:4.7 18:4.8 19:4.8.3 20:4.9 21:5.1 22:6.1 23:7.1 " +
    "24:7.2 25:8.1 26:9.1 27:9.2 28:9.3 29:11.1 30:12.1 31:13.1 32:13.2 33:14.1 34:15.1 35:16.1 36:16.2",
  "CXXABI_1.3":
    "2:4.3 3:4.4 4:4.5 5:4.6 6:4.7 7:4.8 8:4.9 9:5.1 10:6.1 11:7.1 12:9.1 13:11.1 14:13.1 15:14.1 17:16.1",
};

const releases: ReadonlyMap<string, string> = new Map(
  Object.entries(TABLE).flatMap(([base, pairs]) =>
    pairs.split(" ").map((pair): [string, string] => {
      const [last = "", gcc = ""] = pair.split(":");
      return [`${base}.${last}`, gcc];
    }),
  ),
);

/** e.g. "11.1" for `GLIBCXX_3.4.29`; `GCC_*` names carry their release themselves; null for anything else. */
export function firstGcc(version: string): string | null {
  const libgcc = /^GCC_(\d+\.\d+)(?:\.\d+)?$/.exec(version);
  return libgcc?.[1] ?? releases.get(version) ?? null;
}
