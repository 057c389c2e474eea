/** Who in a set has a name that is missing, in another form: under another version, or with the other string ABI. */
import type { Elsewhere } from "./answer-words.ts";
import type { ElsewhereOf } from "./rows.ts";
import type { Member } from "./setting.ts";

/** Files named. */
const most = 3;

/** `exports`: whether the member at a place offers a name, in whatever version. */
export const elsewhereIn =
  (members: readonly Member[], exports: (place: number, name: string) => boolean): ElsewhereOf =>
  (askedBy, name) => {
    const others = otherAbi(name);
    const found: Elsewhere[] = [];
    for (const [place, { path, shown }] of members.entries()) {
      if (found.length === most) break;
      if (path === askedBy) continue;
      // Had it been loaded with a fitting version, the name would not be missing.
      if (exports(place, name)) found.push({ shown, how: "other-version" });
      else if (others.some((other) => exports(place, other))) found.push({ shown, how: "other-string-abi" });
    }
    return found;
  };

const NEW = "NSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE";

/** The same C++ function with the other `std::string` (libstdc++ manual, "Dual ABI"). Names that abbreviate what comes after are not found. */
function otherAbi(name: string): string[] {
  if (!name.startsWith("_Z")) return [];
  const found = [];
  if (name.includes(NEW)) {
    const old = name.replaceAll(NEW, "Ss");
    found.push(old, old.replaceAll("B5cxx11", ""));
  }
  if (name.includes("B5cxx11")) found.push(name.replaceAll("B5cxx11", ""));
  if (name.includes("Ss")) found.push(name.replaceAll("Ss", NEW), name.replace("Ss", NEW));
  return found;
}
