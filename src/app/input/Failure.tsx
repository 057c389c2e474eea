/** A file that could not be inspected: what happened, what to do, the details folded. */
import { errorText } from "../../core/error-text.ts";
import type { InspectError } from "../../facts/inspect-error.ts";
import { useFocusOnArrival } from "../ui/focus.ts";
import { formatBytes, formatCount } from "../../present/units.ts";
import { CopyButton } from "../ui/CopyButton.tsx";
import { FileButton } from "./FileButton.tsx";
import { Disc } from "../ui/StateMark.tsx";
import type { OpenFile } from "../state/wheel.ts";

interface FailureProps {
  readonly file: OpenFile;
  readonly error: InspectError;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onLeave: () => void;
}

export function Failure({ file, error, onFiles, onLeave }: FailureProps) {
  const text = errorText(error);
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <main id="content" className="page narrow failure">
      <p className="state-word bad">
        <Disc state={{ tone: "bad", icon: "cross" }} />
        {text.about === "file" ? "This file cannot be inspected" : "Wheelscope failed"}
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {text.title}
      </h1>
      <p className="mono faint">
        {file.name} · {formatBytes(file.sizeBytes)}
      </p>
      <p className="lead">{text.sentence}</p>
      <p>{text.advice}</p>
      <div className="actions">
        <FileButton className="button primary" onFiles={onFiles}>
          Choose another file
        </FileButton>
        <button type="button" className="button" onClick={onLeave}>
          Back to the start
        </button>
      </div>
      <details>
        <summary>Details</summary>
        <dl className="facts">
          {errorFields(error).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="mono">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="actions">
          <CopyButton
            label="Copy the details"
            text={() =>
              [["File", file.name], ...errorFields(error)]
                .map(([name, value]) => `${name}: ${value}`)
                .join("\n")
            }
          />
          <a href={`#/learn/${error.id}`}>About this error</a>
        </p>
      </details>
    </main>
  );
}

function errorFields(error: InspectError): readonly (readonly [string, string])[] {
  return [
    ["Error", error.id],
    ...(error.path === null ? [] : [["Entry", error.path] as const]),
    ...(error.detail === null ? [] : [["Detail", error.detail] as const]),
    ...(error.offset === null ? [] : [["At byte", formatCount(error.offset)] as const]),
  ];
}
