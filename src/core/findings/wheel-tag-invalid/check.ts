/**
 * `Tag` lines of WHEEL that are no tags (binary distribution format, "File contents"; openturns 1.22 has empty ones). pip installs by
 * the file name and does not look; whoever parses the line fails, `pip check` of pip 26.3 for one.
 */
import type { Evidence } from "../../evidence.ts";
import { code, count, list, say, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";
import { readTagLine } from "../wheel-tag-line.ts";

export const check: Check = ({ facts }) => {
  const tags = facts.distInfo?.tags ?? [];
  const invalid = tags.filter((line) => readTagLine(line) === null);
  if (invalid.length === 0) return null;
  const others = invalid.filter((line) => line.trim() !== "");
  const empty = invalid.length - others.length;
  const all = [
    ...(empty === 0 ? [] : [empty === 1 ? "an empty one" : `${String(empty)} empty ones`]),
    ...others.map(code),
  ];
  const lines = count(invalid.length, "Tag line");
  const which =
    others.length === 0
      ? say`${lines} of WHEEL ${verb(empty, "is", "are")} empty`
      : say`${lines} of WHEEL ${verb(invalid.length, "is no tag", "are no tags")}: ${list(all)}`;
  return {
    sentence: say`${which}. pip installs by the file name alone, but ${code("pip check")} (pip 26.3) then ends in an InvalidTag error, and early releases of uv (0.1.14) refuse the wheel.`,
    advice: [
      say`A tag has three parts, as in ${code("cp312-cp312-manylinux_2_17_x86_64")}, and WHEEL has one line for each tag of the file name. Correct the script that writes them; a finished wheel with ${code("wheel unpack")} and ${code("wheel pack")}.`,
    ],
    evidence: invalid.map((line): Evidence => ({ note: `Tag: ${line.trim()}`.trim() })),
  };
};
