/**
 * Makes a share link: the facts that a report was made of, in as few characters as they take. What is left out is tried first:
 * judged again, the rest must say the same.
 */
import { decodeLink } from "./decode.ts";
import { steps, take } from "./prune/drop.ts";
import { LINK_LIMIT } from "./limits.ts";
import { pack, type Codec } from "./pack.ts";
import { writePayload } from "./payload.ts";
import { pruned } from "./prune/prune.ts";
import type { EncodedLink, EncodeOptions, SharedReport } from "./shared-report.ts";
import { FORMAT_VERSION } from "./version.ts";

/** The same report gives the same link. A link that already left something out tells of that too. */
export function encodeLink(shared: SharedReport, { judge, codec = "d" }: EncodeOptions): EncodedLink {
  let current: SharedReport = {
    ...shared,
    wheels: shared.wheels.map((wheel) => ({ ...wheel, facts: pruned(judge(wheel.facts), judge) })),
  };
  let text = linkText(current, codec);
  for (const step of steps) {
    if (text.length <= step.above) continue;
    current = take(step, current, judge);
    text = linkText(current, codec);
  }
  if (text.length > LINK_LIMIT) return { kind: "too-long", length: text.length, limit: LINK_LIMIT };
  return decodeLink(text).ok ? { kind: "link", text, dropped: current.dropped } : { kind: "beyond-links" };
}

/** The link for a report as it stands: nothing judged, nothing left out. */
export function linkText(shared: SharedReport, codec: Codec): string {
  const { data, check } = pack(JSON.stringify(writePayload(shared)), codec);
  return `${FORMAT_VERSION}.${codec}.${data}.${check}`;
}
