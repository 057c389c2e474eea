/** What can be taken away from a report: a summary for an issue, the JSON document, the command that repeats it. */
import { reportJson } from "../../core/report-json.ts";
import { saveText } from "../clipboard.ts";
import type { ReportedWheel } from "../wheel.ts";
import { cliCommand, summaryText } from "../summary.ts";
import { tool } from "../tool.ts";
import { CopyButton } from "./CopyButton.tsx";
import { Icon } from "./Icon.tsx";

export function Actions({ wheel }: { readonly wheel: ReportedWheel }) {
  const { file, report, hash } = wheel;
  const save = (): void => {
    // A hash computed since the report was made belongs into the document.
    const facts = hash.kind === "known" ? { ...report.facts, sha256: hash.hex } : report.facts;
    const document = reportJson({ ...report, facts }, tool);
    saveText(`${file.name}.json`, "application/json", `${JSON.stringify(document, null, 2)}\n`);
  };
  return (
    <div className="actions" role="group" aria-label="Take this report along">
      <CopyButton label="Copy summary" text={() => summaryText(report)} />
      <button type="button" className="button" onClick={save}>
        <Icon name="download" />
        Download JSON
      </button>
      <CopyButton label="Copy CLI command" icon="terminal" text={() => cliCommand(file.name)} />
      <a className="button" href="#/error">
        <Icon name="question" />
        Explain an error
      </a>
    </div>
  );
}
