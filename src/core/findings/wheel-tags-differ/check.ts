/**
 * The `Tag` lines of WHEEL against the tags of the file name, both expanded (PEP 425, "Compressed Tag Sets"). pip goes by the
 * file name; other installers and PyPI's coming rule go by both.
 */
import type { WheelName } from "../../../facts/model.ts";
import type { Evidence } from "../../evidence.ts";
import { code, list, say, tag } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts }) => {
  const { name, distInfo } = facts;
  if (name === null || distInfo === null) return null;
  const fromName = new Set(expand(name));
  const fromWheel = new Set(distInfo.tags.flatMap(expandTag));
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

function expand(name: WheelName): string[] {
  return product(name.pythonTags, name.abiTags, name.platformTags);
}

/** A line of WHEEL should be a single tag, but compressed sets are seen; both are read. */
function expandTag(line: string): string[] {
  const [python, abi, platform, ...more] = line.trim().toLowerCase().split("-");
  if (python === undefined || abi === undefined || platform === undefined || more.length > 0)
    return [line.trim()];
  return product(python.split("."), abi.split("."), platform.split("."));
}

function product(
  pythons: readonly string[],
  abis: readonly string[],
  platforms: readonly string[],
): string[] {
  return pythons.flatMap((python) =>
    abis.flatMap((abi) => platforms.map((platform) => `${python}-${abi}-${platform}`.toLowerCase())),
  );
}
