/** The facts of a report for its JSON document: in the form of links, nothing more dropped. */
import type { Report } from "../../core/report.ts";
import { mapElf, mapSymbols } from "./prune/map-facts.ts";
import { writePayload, type Payload } from "./payload.ts";
import { sharedReport, type Dropped } from "./shared-report.ts";
import type { Tool } from "../tool.ts";

/** Names of each version or group, as many as the reader lists unless it is asked for all. */
const NAMES = 50;

/** `dropped`: what the link had left out that the report came with. */
export function factsJson(report: Report, tool: Tool, dropped: readonly Dropped[]): Payload {
  const first = ({ symbols }: { readonly symbols: readonly string[] }): readonly string[] =>
    symbols.slice(0, NAMES);
  const facts = mapElf(report.facts, (elf) => mapSymbols(elf, { needs: first, group: first }));
  return writePayload({ ...sharedReport([{ ...report, facts }], { title: null, tool }), dropped });
}
