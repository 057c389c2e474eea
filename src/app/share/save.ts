/** Saves reports as the command line writes them: one document, or several, one a line. */
import { visibleJson } from "../../facts/invisible.ts";
import { reportJson } from "../../document/json/report-json.ts";
import { saveText } from "../ui/clipboard.ts";
import { tool } from "../state/tool.ts";
import type { Origin } from "../state/session.ts";
import type { ReportedWheel } from "../state/wheel.ts";
import { leftOut, withHash } from "./to-share.ts";

/** `wheels`: at least one. */
export function saveReports(wheels: readonly ReportedWheel[], origin: Origin): void {
  // Counted over all wheels, and so reported once.
  const handedOn = wheels.find(({ inspection }) => inspection === null);
  const documents = wheels.map((wheel) =>
    reportJson(withHash(wheel), tool, wheel === handedOn ? leftOut(wheels, origin) : []),
  );
  const [only] = wheels;
  if (only === undefined) return;
  const text =
    wheels.length === 1
      ? visibleJson(documents[0], 2)
      : documents.map((document) => visibleJson(document, 0)).join("\n");
  saveText(
    `${wheels.length === 1 ? only.file.name : releaseName(only, wheels.length)}.json`,
    "application/json",
    `${text}\n`,
  );
}

function releaseName({ report: { facts } }: ReportedWheel, count: number): string {
  return facts.name === null
    ? `${count}-wheels`
    : `${facts.name.project}-${facts.name.version}-${count}-wheels`;
}
