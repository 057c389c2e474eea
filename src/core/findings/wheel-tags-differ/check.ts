/**
 * The `Tag` lines of WHEEL against the tags of the file name, both expanded (PEP 425, "Compressed Tag Sets"). pip goes by the
 * file name; other installers and PyPI's coming rule go by both.
 */
import type { Evidence } from "../../evidence.ts";
import { code, list, say, tag } from "../../sentence.ts";
import { isUnread } from "../../unread-texts.ts";
import type { Check } from "../forms.ts";
import { expandTags, readTagLine } from "../wheel-tag-line.ts";

export const check: Check = ({ facts }) => {
  const { name, distInfo } = facts;
  if (name === null || distInfo === null || isUnread(facts, "WHEEL")) return null;
  const fromName = new Set(expandTags(name.pythonTags, name.abiTags, name.platformTags));
  const lines = distInfo.tags.map(readTagLine);
  // Lines that are no tags are a finding of their own; if there are no others, nothing is left to compare.
  if (lines.length > 0 && lines.every((line) => line === null)) return null;
  const fromWheel = new Set(lines.flatMap((line) => line ?? []));
  const onlyName = [...fromName].filter((each) => !fromWheel.has(each));
  const onlyWheel = [...fromWheel].filter((each) => !fromName.has(each));
  if (onlyName.length === 0 && onlyWheel.length === 0) return null;
  const difference =
    fromWheel.size === 0
      ? say`WHEEL names no tags, the file name ${list(onlyName.map(tag))}`
      : onlyWheel.length === 0
        ? say`the file name has ${list(onlyName.map(tag))}, which WHEEL lacks`
        : onlyName.length === 0
          ? say`WHEEL has ${list(onlyWheel.map(tag))}, which the file name lacks`
          : say`the file name has ${list(onlyName.map(tag))}, WHEEL ${list(onlyWheel.map(tag))}`;
  return {
    sentence: say`File name and WHEEL do not name the same tags: ${difference}.`,
    advice: [
      say`A wheel was probably renamed by hand. Change tags with ${code("wheel tags")} or ${code("auditwheel repair")}, which write both places and RECORD.`,
    ],
    evidence: [
      ...onlyName.map((each): Evidence => ({ note: `only in the file name: ${each}` })),
      ...onlyWheel.map((each): Evidence => ({ note: `only in WHEEL: ${each}` })),
    ],
  };
};
