/** Which policies the wheel meets, in the published JSON document: our own judgement, as page and text show it. */
import {
  added,
  count,
  flag,
  listOf,
  named,
  object,
  oneOf,
  optional,
  text,
  type ObjectOf,
  type Of,
} from "../describe.ts";
import { firstNames, firstSymbols } from "./names-json.ts";
import type { Report } from "../../core/report.ts";
import type { Blocker, LadderStep } from "../../core/verdict/blocker.ts";

const blockerShape = named(
  "blocker",
  "What one file has against a policy; keys that do not apply are absent.",
  {
    kind: oneOf(
      "A version or library that the policy does not promise, a symbol it forbids, a processor above its baseline, or a symbol that only some builds of Python have.",
      ["symbol-version", "library", "forbidden-symbol", "isa", "pyfpe", "ucs2"],
    ),
    in: text("Path of the file in the wheel."),
    version: optional(text("Full version name, e.g. GLIBC_2.34.")),
    needed: optional(text("The needed library.")),
    symbol: optional(text("The symbol.")),
    level: optional(text("Level of the processor, e.g. x86-64-v3.")),
    from: optional(text("The library that the version or symbol must come from.")),
    symbols: optional(
      listOf("Symbols that ask for the version, the first of them.", text("A symbol, mangled.")),
    ),
    symbol_count: optional(count("How many symbols ask for it.")),
  },
);

const policyShape = named("policy", "Whether the wheel meets one policy, and what prevents it.", {
  tag: text("e.g. manylinux_2_28_x86_64; linux_x86_64 admits everything."),
  aliases: listOf("Older names of it.", text("e.g. manylinux2014_x86_64.")),
  fits: flag("Nothing stands in the way, once what others bring is set aside."),
  claimed: flag("The file name claims it."),
  best: flag("The oldest that fits."),
  blocker_count: count("How many things stand in the way or are set aside."),
  set_aside: count(
    "How many of them, the last ones, other wheels, the GPU driver or the wheel itself bring.",
  ),
  blockers: listOf("The first of them.", blockerShape),
});

export const policyFields = {
  policies: added(
    listOf(
      "Every policy of the wheel's C library and architecture, oldest first. Empty if nothing could be judged.",
      policyShape,
    ),
  ),
  without_file: added(
    listOf(
      "Files that decide alone: the best tag if they were not there.",
      object("A file.", { path: text("Path in the wheel."), best_tag: text("The best tag without it.") }),
    ),
  ),
};

export function policyKeys({ ladder, withoutFile }: Report): ObjectOf<typeof policyFields> {
  return {
    policies: ladder.map(policyJson),
    without_file: withoutFile.map(({ path, bestTag }) => ({ path, best_tag: bestTag })),
  };
}

function policyJson({
  tag,
  aliases,
  fits,
  claimed,
  best,
  blockers,
  setAside,
}: LadderStep): Of<typeof policyShape> {
  return {
    tag,
    aliases,
    fits,
    claimed,
    best,
    blocker_count: blockers.length,
    set_aside: setAside ?? 0,
    blockers: blockers.slice(0, firstNames).map(blockerJson),
  };
}

function blockerJson(blocker: Blocker): Of<typeof blockerShape> {
  if (blocker.kind !== "symbol-version") return blocker;
  const { kind, in: path, version, from, symbols, symbolCount } = blocker;
  return {
    kind,
    in: path,
    version,
    from,
    symbols: symbols.slice(0, firstSymbols),
    symbol_count: symbolCount,
  };
}
