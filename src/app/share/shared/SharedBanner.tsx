/**
 * Stands above a shared report: that it was sent and by itself proves nothing, what it left out, what has changed since, and the
 * way to verify it against the file.
 */
import { droppedText } from "../../../document/link/shared-report.ts";
import { FileButton } from "../../input/FileButton.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useSession } from "../../state/session-context.ts";
import { Disc } from "../../ui/StateMark.tsx";
import { Changes } from "./Changes.tsx";
import { Checked, summaryOf } from "./Checked.tsx";
import { matchFiles } from "./match.ts";
import { changesSince, checkOf } from "./verify.ts";
import "../share.css";

export function SharedBanner() {
  const origin = useSession((session) => session.origin);
  const wheels = useSession((session) => session.wheels);
  const verify = useSession((session) => session.verify);
  const say = useSession((session) => session.say);
  const notice = useSession((session) => session.notice);
  const report = origin.kind === "shared" ? origin.report : null;
  if (report === null) return null;

  const shared = wheels.slice(0, report.wheels.length);
  const checks = shared.map(checkOf);
  const summary = summaryOf(checks);
  const only = shared.length === 1 ? shared[0] : undefined;

  const choose = (files: readonly File[]): void => {
    const [first] = files;
    // The button says what the file is for, so its name does not matter where only one can be meant.
    if (only !== undefined && first !== undefined) return verify(only.id, first);
    const meant = matchFiles(
      shared.map(({ file }) => file),
      files,
    );
    for (const [index, file] of meant) {
      const wheel = shared[index];
      if (wheel !== undefined) verify(wheel.id, file);
    }
    if (meant.size === 0) say("None of these files has the name of a wheel in this report.");
  };

  return (
    <aside className="page shared-banner" aria-label="Shared report">
      <div className={`shared-card ${summary.state.tone}`}>
        <p className={`state-word ${summary.state.tone}`} role="status">
          <Disc state={summary.state} />
          {summary.word}
        </p>
        {report.title !== null && <p className="shared-title">{report.title}</p>}
        <Checked wheels={shared} checks={checks} />
        <Changes changes={changesSince(report, wheels)} shared={report} wheels={wheels} />
        {report.dropped.length > 0 && (
          <p className="small">
            Left out to keep the link short: {report.dropped.map(droppedText).join("; ")}.
          </p>
        )}
        {only !== undefined && notice !== null && <p className="notice">{notice}</p>}
        {!summary.isDone && (
          <div className="shared-verify">
            <FileButton className="button" onFiles={choose} byKey={false}>
              <Icon name="file" />
              {only === undefined ? "Choose wheels to verify" : "Choose the wheel to verify"}
            </FileButton>
            <p className="small">
              or drop {only === undefined ? "them" : "it"} on this page. The hash is compared, and the file
              read again.
            </p>
          </div>
        )}
      </div>
    </aside>
  );
}
