/** A link or a report document that cannot be opened: what happened, and what can be done about it. */
import { useEffect, useState } from "react";
import { errorText } from "../../../core/error-text.ts";
import type { InspectError } from "../../../facts/inspect-error.ts";
import { useFocusOnArrival } from "../../ui/focus.ts";
import { askForUpdate, loadUpdate } from "../../offline/updates.ts";
import { FileButton } from "../../input/FileButton.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Disc } from "../../ui/StateMark.tsx";

export interface SharedFailureProps {
  readonly error: InspectError;
  /** Null: a document was opened. */
  readonly link: string | null;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onLeave: () => void;
}

export function SharedFailure({ error, link, onFiles, onLeave }: SharedFailureProps) {
  const text = errorText(error);
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const isProgram = text.about === "program";
  return (
    <main id="content" className="page narrow failure">
      <p className="state-word bad">
        <Disc state={{ tone: "bad", icon: "cross" }} />
        {isProgram ? "Wheelscope failed" : `This ${link === null ? "report" : "link"} cannot be opened`}
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {text.title}
      </h1>
      <p className="lead">{text.sentence}</p>
      <p>{text.advice}</p>
      {error.id === "link-too-new" && <Newer />}
      <div className="actions">
        <FileButton className={`button ${error.id === "link-too-new" ? "" : "primary"}`} onFiles={onFiles}>
          Choose a wheel or a report
        </FileButton>
        <button type="button" className="button" onClick={onLeave}>
          Back to the start
        </button>
        <a href={`#/learn/${error.id}`}>About this error</a>
      </div>
    </main>
  );
}

/** Looks for a newer version at once; the link stays in the address over the reload. */
function Newer() {
  const [found, setFound] = useState<boolean | null>(null);
  useEffect(() => {
    let isGone = false;
    void askForUpdate().then((isThere) => {
      if (!isGone) setFound(isThere);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return (
    <div className="actions">
      <button
        type="button"
        className="button primary"
        onClick={() => {
          if (found === true) void loadUpdate();
          else location.reload();
        }}
      >
        <Icon name="download" />
        Reload the page
      </button>
      <p className="faint small" role="status">
        {found === null
          ? "Looking for a newer version …"
          : found
            ? "A newer version is here."
            : "No newer version has been found here yet."}
      </p>
    </div>
  );
}
