/** `--against TAG`: the same facts, claiming another tag. The rest of the report follows from that. */
import { parseClaimTag } from "../../facts/names/claim-tag.ts";
import type { Architecture, WheelFacts } from "../../facts/model.ts";

/** True for what can be judged: `manylinux_2_17`, `manylinux2014_x86_64`, `musllinux_1_2`, `android_24_arm64_v8a`. */
export const isPlatformTag = (tag: string): boolean => isWhole(tag) || isWhole(`${tag}_x86_64`);

function isWhole(tag: string): boolean {
  const { platform } = parseClaimTag(tag);
  return platform === "manylinux" || platform === "musllinux" || platform === "android";
}

/** Facts that claim `tag` alone; where it names no architecture, `architecture` is added. */
export function claiming(facts: WheelFacts, tag: string, architecture: Architecture | null): WheelFacts {
  const platform = isWhole(tag) || architecture === null ? tag : `${tag}_${architecture}`;
  const name = facts.name ?? {
    project: facts.fileName,
    version: "0",
    build: null,
    pythonTags: ["py3"],
    abiTags: ["none"],
    platformTags: [],
  };
  return {
    ...facts,
    name: { ...name, platformTags: [platform] },
    // WHEEL is asked the same question: only its Python and ABI tags still count against the file name.
    distInfo: facts.distInfo && {
      ...facts.distInfo,
      tags: [...new Set(facts.distInfo.tags.map((one) => one.replace(/[^-]*$/, platform)))],
    },
  };
}
