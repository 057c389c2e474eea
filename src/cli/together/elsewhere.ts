/** Who in a set has a name that is missing, in another form: not loaded, under another version, or with the other string ABI. */
import type { Elsewhere } from "../../core/together/answer-words.ts";
import type { Member } from "../../core/together/setting.ts";
import type { ElsewhereOf } from "../../core/together/rows.ts";
import { linkTable } from "../../engine/wheel/link-table.ts";
import { nameHash } from "../../engine/elf/name-hash.ts";
import type { Unjoined } from "./read-set.ts";

/** Files named. */
const most = 3;

export const elsewhereIn =
  (files: readonly Unjoined[], members: readonly Member[]): ElsewhereOf =>
  (askedBy, name) => {
    const own = nameHash(name);
    const others = otherAbi(name).map(nameHash);
    const found: Elsewhere[] = [];
    for (const [place, { table, path }] of files.entries()) {
      const shown = members[place]?.shown ?? path;
      if (table === null || path === askedBy || found.length === most) continue;
      const { exports } = linkTable(table);
      // Had it been loaded with a fitting version, the name would not be missing.
      if (exports.includes(own)) found.push({ shown, how: "other-version" });
      else if (others.some((hash) => exports.includes(hash))) found.push({ shown, how: "other-string-abi" });
    }
    return found;
  };

/** The same C++ function with the other `std::string` (libstdc++ manual, "Dual ABI"). Names with substitutions after it are not found. */
function otherAbi(name: string): string[] {
  const NEW = "NSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE";
  if (!name.startsWith("_Z")) return [];
  const found = [];
  if (name.includes(NEW))
    found.push(name.replaceAll(NEW, "Ss"), name.replaceAll(NEW, "Ss").replaceAll("B5cxx11", ""));
  if (name.includes("B5cxx11")) found.push(name.replaceAll("B5cxx11", ""));
  if (/Ss/.test(name)) found.push(name.replaceAll("Ss", NEW), name.replace("Ss", NEW));
  return found;
}
