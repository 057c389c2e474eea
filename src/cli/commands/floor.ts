/** `--floor`: one system on which the wheel has to run. */
import type { SystemRow } from "../../core/readings/readings.ts";
import type { Report } from "../../core/report.ts";
import type { SystemsKnowledge } from "../../core/knowledge/systems.ts";
import { UsageError } from "../args/args.ts";
import { closest } from "../args/closest.ts";
import { paragraph, span, spansOf, type Line } from "../terminal/layout.ts";

/** Throws `UsageError` where no system has that id. */
export function assertSystem(id: string, { systems }: SystemsKnowledge): void {
  const ids = systems.map((system) => system.id);
  if (ids.includes(id)) return;
  const meant = closest(id, ids);
  const hint = meant === null ? "wheelscope systems lists them all" : `did you mean ${meant}?`;
  throw new UsageError(`--floor: there is no system “${id}”; ${hint}`);
}

/** Whether the wheel runs on the floor; null if there is nothing to judge. */
export function floorRow({ systems }: Report, floor: string | null): SystemRow | null {
  return floor === null ? null : (systems.find(({ id }) => id === floor) ?? null);
}

/** Whether the wheel runs on the floor. What has no native code runs on every Linux; what is for another system on none. */
export function keepsFloor(report: Report, floor: string | null): boolean {
  if (floor === null) return true;
  const row = floorRow(report, floor);
  return row === null ? report.verdict.outcome !== "not-linux" : row.outcome === "runs";
}

/** The line below the verdict; none without a floor. */
export function printFloor(report: Report, floor: string | null, width: number): Line[] {
  if (floor === null) return [];
  const row = floorRow(report, floor);
  if (row === null) {
    const runs = keepsFloor(report, floor);
    const about = runs
      ? ", your floor: nothing in the wheel depends on the system."
      : ", your floor: does not run there. The wheel is not for Linux.";
    return [[sign(runs), span(floor, "strong"), span(about)]];
  }
  const runs = row.outcome === "runs";
  const text: Line = [
    span(row.name, "strong"),
    span(runs ? ", your floor: runs there. " : ", your floor: does not run there. "),
    ...spansOf(row.sentence),
  ];
  const [first = [], ...rest] = paragraph(text, "  ", width);
  return [[sign(runs), ...first.slice(1)], ...rest];
}

const sign = (runs: boolean) => (runs ? span("✓ ", "good") : span("✗ ", "bad"));
