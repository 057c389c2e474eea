/** Opens a share link. What comes in is text from anybody: it is bounded in every respect, and whatever it says is only facts. */
import { inspectError, type InspectErrorId, type Outcome } from "../../facts/inspect-error.ts";
import { Malformed, type Json } from "./form/json.ts";
import { linkLimits } from "./limits.ts";
import { isCodec, unpack } from "./pack.ts";
import { readPayload } from "./payload.ts";
import type { SharedReport } from "./shared-report.ts";
import { FORMAT_VERSION } from "./version.ts";

/** base64url takes four characters for three bytes; nothing longer can be within the limit. */
const LONGEST = Math.ceil((linkLimits.decoded * 4) / 3) + 64;

/**
 * `text` is what follows `#/r/` in the address, without parameters: `1.d.<data>.<crc32>`. Errors: `link-damaged` with the length
 * received, `link-too-long` with the same, `link-too-new` with the version.
 */
export function decodeLink(text: string): Outcome<SharedReport> {
  const length = `${text.length.toLocaleString("en")} ${text.length === 1 ? "character" : "characters"} received`;
  if (text.length > LONGEST) return fail("link-too-long", length);
  const [version = "", codec = "", data = "", check = "", ...more] = text.split(".");
  if (!/^[1-9]\d{0,5}$/.test(version) || !/^[a-z]$/.test(codec)) return fail("link-damaged", length);
  if (Number(version) > FORMAT_VERSION) return fail("link-too-new", `version ${version}`);
  if (!isCodec(codec)) return fail("link-too-new", `codec ${codec}`);
  const unpacked = more.length > 0 ? null : unpack({ data, check }, codec, linkLimits.decoded);
  if (unpacked === null) return fail("link-damaged", length);
  const shared = readText(unpacked, Number(version));
  return shared === null ? fail("link-damaged", length) : { ok: true, value: shared };
}

function readText(text: string, version: number): SharedReport | null {
  try {
    const json = JSON.parse(text) as Json;
    // The version outside tells how to unpack, the one inside what it means: they are one.
    if (typeof json !== "object" || json === null || !("version" in json) || json.version !== version)
      return null;
    return readPayload(json, linkLimits);
  } catch (thrown) {
    if (thrown instanceof Malformed || thrown instanceof SyntaxError || thrown instanceof RangeError)
      return null;
    throw thrown;
  }
}

function fail(id: InspectErrorId, detail: string): { ok: false; error: ReturnType<typeof inspectError> } {
  return { ok: false, error: inspectError(id, { detail }) };
}
