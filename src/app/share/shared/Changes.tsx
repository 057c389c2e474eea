/** Where the facts of a shared report are judged otherwise here than they were when it was written down. */
import type { SharedReport } from "../../../document/link/shared-report.ts";
import { formatCount } from "../../../present/units.ts";
import { tool } from "../../state/tool.ts";
import type { Wheel } from "../../state/wheel.ts";
import type { Change } from "./verify.ts";
import { judgedAs } from "../words.ts";

/** Lines at most; a release rarely has more wheels. */
const shownChanges = 12;

interface ChangesProps {
  readonly changes: readonly Change[];
  readonly shared: SharedReport;
  readonly wheels: readonly Wheel[];
}

export function Changes({ changes, shared, wheels }: ChangesProps) {
  if (changes.length === 0) return null;
  const judged = wheels.find((wheel) => wheel.phase === "report");
  const date = judged?.phase === "report" ? judged.report.policyDate : null;
  const isOlder = date !== null && date !== shared.policyDate;
  const then = `With policies of ${shared.policyDate}${isOlder ? "" : ` and version ${shared.toolVersion}`}`;
  const now = isOlder ? `With today’s policies (${date})` : `Here, with version ${tool.version}`;
  return (
    <div className="shared-changes">
      <p>Judged otherwise than when it was shared:</p>
      <ul>
        {changes.slice(0, shownChanges).map((change) => (
          <li key={change.fileName}>
            {shared.wheels.length > 1 && <span className="mono">{change.fileName}. </span>}
            {then}: {judgedAs(change.then)}. {now}: {judgedAs(change.now)}.
          </li>
        ))}
      </ul>
      {changes.length > shownChanges && <p>and {formatCount(changes.length - shownChanges)} more</p>}
    </div>
  );
}
