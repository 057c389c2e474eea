/** What can be taken away from a report: a summary for an issue, a link, the JSON document, the command that repeats it. */
import { loadSave } from "../state/load-parts.ts";
import { ShareButton } from "../share/ShareButton.tsx";
import type { ReportedWheel } from "../state/wheel.ts";
import { showCommand } from "../../present/command.ts";
import { summaryText } from "../../present/summary.ts";
import { useSession } from "../state/session-context.ts";
import { CopyButton } from "../ui/CopyButton.tsx";
import { Icon } from "../ui/Icon.tsx";

export function Actions({ wheel }: { readonly wheel: ReportedWheel }) {
  const { file, report } = wheel;
  const say = useSession((session) => session.say);
  const origin = useSession((session) => session.origin);
  const save = (): void => {
    loadSave().then(
      ({ saveReports }) => saveReports([wheel], origin),
      () => say("The part of the page that saves reports could not be loaded."),
    );
  };
  return (
    <div className="actions" role="group" aria-label="Take this report along">
      <CopyButton label="Copy summary" text={() => summaryText(report)} />
      <ShareButton wheels={[wheel]} />
      <button type="button" className="button" onClick={save}>
        <Icon name="download" />
        Download JSON
      </button>
      <CopyButton label="Copy CLI command" icon="terminal" text={() => showCommand(file.name)} />
      <a className="button" href="#/error">
        <Icon name="question" />
        Explain an error
      </a>
    </div>
  );
}
