/**
 * Share: the link, what is inside it and what was left out, and the documents for whoever wants no link. A modal `dialog` keeps the
 * focus inside and gives it back. A part of the program of its own (late-dialog.ts).
 */
import { useEffect, useId, useRef, useState } from "react";
import { TITLE_LIMIT } from "../../document/link/shared-report.ts";
import { plural } from "../../present/units.ts";
import { Icon } from "../ui/Icon.tsx";
import { useSession } from "../state/session-context.ts";
import type { ReportedWheel } from "../state/wheel.ts";
import { LinkPart } from "./LinkPart.tsx";
import { PictureButtons } from "./PictureButtons.tsx";
import { saveReports } from "./save.ts";
import { useLink } from "./use-link.ts";
import "./share.css";

export interface ShareDialogProps {
  readonly wheels: readonly ReportedWheel[];
  readonly onClose: () => void;
}

export function ShareDialog({ wheels, onClose }: ShareDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const origin = useSession((session) => session.origin);
  const [title, setTitle] = useState(origin.kind === "shared" ? (origin.report?.title ?? "") : "");
  const [withHashes, setWithHashes] = useState(true);
  const making = useLink(wheels, title, withHashes);
  const titleId = useId();
  const only = wheels.length === 1 ? wheels[0] : undefined;

  useEffect(() => dialog.current?.showModal(), []);
  // Who waited for the link has it under the next key; who went elsewhere meanwhile stays there.
  const isMade = making.state.kind === "made";
  useEffect(() => {
    if (isMade && document.activeElement === heading.current) {
      dialog.current?.querySelector<HTMLElement>(".button.primary")?.focus();
    }
  }, [isMade]);

  return (
    <dialog ref={dialog} className="share-dialog" aria-labelledby="share-title" onClose={onClose}>
      <header>
        <h2 id="share-title" ref={heading} tabIndex={-1} autoFocus>
          Share {only === undefined ? `these ${plural(wheels.length, "report")}` : "this report"}
        </h2>
        <button type="button" className="button quiet square" onClick={() => dialog.current?.close()}>
          <Icon name="cross" />
          <span className="unseen">Close</span>
        </button>
      </header>
      <p className="faint">
        The report is in the link itself; nothing is uploaded. Whoever opens it sees it judged again.
      </p>
      <div className="share-field">
        <label htmlFor={titleId}>
          Title <span className="faint">(optional)</span>
        </label>
        <input
          id={titleId}
          className="field"
          maxLength={TITLE_LIMIT}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      </div>
      <LinkPart
        wheels={wheels}
        making={making}
        onSkipHashes={() => setWithHashes(false)}
        onSave={() => saveReports(wheels, origin)}
      />
      <div className="share-files">
        <h3>As a file</h3>
        <div className="actions">
          <button type="button" className="button" onClick={() => saveReports(wheels, origin)}>
            <Icon name="download" />
            {only === undefined ? "Reports (JSON lines)" : "Report (JSON)"}
          </button>
          {only !== undefined && <PictureButtons report={only.report} />}
        </div>
        <p className="faint small">
          The JSON opens here again, by drop or by the file button. The picture is the verdict for slides.
        </p>
      </div>
    </dialog>
  );
}
