/** Two libraries of the wheel that share C++ names but not the ABI of `std::string`. */
import type { Evidence } from "../../evidence.ts";
import {
  type StringAbi,
  type StringBoundary,
  stringBoundaries,
} from "../../readings/cxx/string-boundaries.ts";
import { type Sentence, code, count, library, say, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts, linkage, readings }) => {
  const boundaries = stringBoundaries(facts, linkage, readings.cxx);
  const broken = boundaries.filter(({ mismatched }) => mismatched.length > 0);
  const silent = boundaries.filter(({ mismatched }) => mismatched.length === 0);
  const [first] = [...broken, ...silent];
  if (first === undefined) return null;
  const more = boundaries.length - 1;
  const others =
    more === 0 ? "" : `, and so ${verb(more, "does", "do")} ${count(more, "more pair")} of libraries`;
  const consequence: Sentence =
    first.mismatched.length > 0
      ? say`names with strings in them have another form there and are not found`
      : say`their names fit, but a string or a list inside has another size on the other side`;
  return {
    severity: broken.length > 0 ? "error" : "warning",
    sentence: say`${library(first.from)} (${first.fromAbi} ${code("std::string")} ABI) uses C++ names of ${library(first.to)} (${first.toAbi} ABI)${others}: ${consequence}.`,
    advice: [
      say`Build both with the same setting, ${setting("new")} for the new ABI or ${setting("old")} for the old one, best with one compiler in one image. Note that the toolsets of RHEL 6 and 7, so the manylinux2010 and manylinux2014 images, know only the old ABI and ignore the setting.`,
      say`Or let only C functions, or C++ without ${code("std::string")}, ${code("std::list")} and the like, pass between the two.`,
    ],
    libraries: boundaries.flatMap(({ from, to }) => [from, to]),
    evidence: [...broken.flatMap(brokenEvidence), ...silent.map(silentEvidence)],
  };
};

function setting(abi: StringAbi): ReturnType<typeof code> {
  return code(`-D_GLIBCXX_USE_CXX11_ABI=${abi === "new" ? "1" : "0"}`);
}

function brokenEvidence({ from, fromAbi, to, toAbi, mismatched, linked }: StringBoundary): Evidence[] {
  const how = linked ? "linked to it" : "not linked to it, but nothing else in the wheel has that scope";
  return mismatched.map((symbol) => ({
    in: from,
    symbol,
    from: to,
    note: `${fromAbi} name asked of a library with ${toAbi} names; ${how}`,
  }));
}

function silentEvidence({ from, to, scopes }: StringBoundary): Evidence {
  const shared = scopes.slice(0, 3).join(", ");
  return {
    in: from,
    from: to,
    note: `names of ${shared} without a string in them: they link, and data with strings inside is corrupted silently`,
  };
}
