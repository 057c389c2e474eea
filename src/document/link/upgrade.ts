/** Brings a payload of an older version up to today's, one function a step. */
import { Malformed, type Json } from "./form/json.ts";
import { FORMAT_VERSION } from "./version.ts";

export type RawPayload = { readonly [key: string]: Json };
/** From version n to n + 1. May throw `Malformed`; what it gives is checked as any payload is. */
export type Upgrade = (payload: RawPayload) => RawPayload;

/** The first leads from version 1 to 2, and so on. */
const upgrades: readonly Upgrade[] = [];

/** Throws unless there is a step from every version to the next. */
export function assertComplete(steps: readonly Upgrade[], version: number): void {
  if (steps.length !== version - 1)
    throw new Error(`${steps.length} upgrades of links do not lead from version 1 to ${version}`);
}
assertComplete(upgrades, FORMAT_VERSION);

export function upgraded(payload: RawPayload, steps: readonly Upgrade[] = upgrades): RawPayload {
  const { version } = payload;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1 || version > steps.length + 1)
    throw new Malformed("version");
  return steps.slice(version - 1).reduce((older, step) => step(older), payload);
}

/** Of a version that only a later program knows. */
export function isNewer(json: Json): boolean {
  const version = typeof json === "object" && json !== null && "version" in json ? json.version : null;
  return typeof version === "number" && Number.isInteger(version) && version > FORMAT_VERSION;
}
