/** What a wheel asks for: its lines of `Requires-Dist`, as they hold where the wheel is installed. */
import { printMarker } from "../../facts/names/marker.ts";
import { agreed, judgeMarker, type MarkerEnvironment } from "../../facts/names/marker-value.ts";
import type { WheelFacts } from "../../facts/model.ts";
import { nameAtStart, parseRequirement, type Requirement } from "../../facts/names/requirement.ts";
import { isUnread } from "../unread-texts.ts";
import { environmentsOf } from "./environments.ts";

/** A requirement that holds somewhere where the wheel is installed. */
export interface AskedRequirement extends Requirement {
  /**
   * What it takes for it to hold, as a marker that leaves out what is true wherever the wheel is installed:
   * `extra == "gpu"`. Null: it holds always.
   */
  readonly condition: string | null;
}

/** A line of which nobody knows what it asks for. */
export interface UnreadableRequirement {
  readonly line: string;
  /** The normalised name with which it begins; empty: with none. */
  readonly name: string;
}

export interface WheelRequirements {
  /** In the order of the metadata, without those that hold nowhere (`sys_platform == "win32"`). */
  readonly asked: readonly AskedRequirement[];
  /** Lines that cannot be read ask for nothing, but may have been meant to. */
  readonly unreadable: readonly UnreadableRequirement[];
  /** `METADATA` is there and could not be unpacked: the wheel may ask for anything. */
  readonly unread: boolean;
}

/**
 * Characters of all lines that are read; the rest of a hostile file is unreadable. The largest real ones have
 * half of it.
 */
const MOST_CHARACTERS = 200_000;

const known = new WeakMap<WheelFacts, WheelRequirements>();

/** Read once for the same facts. */
export function requirementsOf(facts: WheelFacts): WheelRequirements {
  let requirements = known.get(facts);
  if (requirements === undefined) known.set(facts, (requirements = readRequirements(facts)));
  return requirements;
}

function readRequirements(facts: WheelFacts): WheelRequirements {
  const lines = facts.distInfo?.requiresDist ?? [];
  const environments = lines.length === 0 ? [] : environmentsOf(facts);
  const asked: AskedRequirement[] = [];
  const unreadable: UnreadableRequirement[] = [];
  let characters = 0;
  for (const line of lines) {
    characters += line.length;
    const requirement = characters > MOST_CHARACTERS ? null : parseRequirement(line);
    if (requirement === null) unreadable.push({ line, name: nameAtStart(line) });
    else asked.push(...askedIn(requirement, environments));
  }
  return { asked, unreadable, unread: isUnread(facts, "METADATA") };
}

function askedIn(
  requirement: Requirement,
  environments: readonly MarkerEnvironment[],
): readonly AskedRequirement[] {
  if (requirement.marker === null) return [{ ...requirement, condition: null }];
  const { truths, rest } = judgeMarker(requirement.marker, environments);
  const truth = agreed(truths);
  if (truth === false) return [];
  return [{ ...requirement, condition: truth === true ? null : printMarker(rest) }];
}
