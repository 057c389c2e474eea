/** A set of files in the form of a wheel's facts, for what goes by those. */
import { plain } from "../../facts/plain.ts";
import type { WheelFacts } from "../../facts/model.ts";
import { wheel } from "../../facts/wheel.ts";
import type { Member } from "./setting.ts";

export const plainSet = (members: readonly Member[]): WheelFacts => ({
  ...plain(wheel),
  libraries: members,
});
