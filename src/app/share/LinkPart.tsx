/** The link in the share dialog: while it is made, when it is there, and where it would be too long. */
import { useId } from "react";
import { droppedText, type EncodedLink, type SharedReport } from "../../document/link/shared-report.ts";
import { formatCount } from "../../present/units.ts";
import { CopyButton } from "../ui/CopyButton.tsx";
import { Icon } from "../ui/Icon.tsx";
import { linkAddress } from "./address.ts";
import { markdownOf } from "./markdown.ts";
import type { ReportedWheel } from "../state/wheel.ts";
import type { LinkMaking } from "./use-link.ts";
import { insideWords, lengthWords } from "./words.ts";

interface LinkPartProps {
  readonly wheels: readonly ReportedWheel[];
  readonly making: LinkMaking;
  readonly onSkipHashes: () => void;
  readonly onSave: () => void;
}

export function LinkPart({ wheels, making, onSkipHashes, onSave }: LinkPartProps) {
  const { state } = making;
  switch (state.kind) {
    case "hashing":
      return <Hashing share={state.share} onSkip={onSkipHashes} />;
    case "making":
      return (
        <p className="share-wait" role="status">
          Making the link …
        </p>
      );
    case "failed":
      return (
        <p className="notice" role="status">
          The link could not be made. The report as a file holds the same.
        </p>
      );
    case "made":
      return state.encoded.kind === "link" ? (
        <Link wheels={wheels} link={state.encoded} shared={state.shared} making={making} />
      ) : (
        <div className="notice share-too-long" role="status">
          <p>
            {state.encoded.kind === "too-long"
              ? `The link would have ${formatCount(state.encoded.length)} characters, with all left out that can be. Browsers keep ${formatCount(state.encoded.limit)}. `
              : "The report holds more than a link may, such as a name of over 512 characters. "}
            Send the report as a file instead; it opens on this page.
          </p>
          <button type="button" className="button" onClick={onSave}>
            <Icon name="download" />
            Download report
          </button>
        </div>
      );
  }
}

function Hashing({ share, onSkip }: { readonly share: number; readonly onSkip: () => void }) {
  const percent = Math.round(100 * share);
  return (
    <div className="share-hashing">
      <p id="share-hashing">
        Computing SHA-256, so that the report can be verified against the file: {percent} %
      </p>
      <progress aria-labelledby="share-hashing" max={100} value={percent} />
      <button type="button" className="button" onClick={onSkip}>
        Go on without
      </button>
    </div>
  );
}

interface LinkProps {
  readonly wheels: readonly ReportedWheel[];
  readonly link: Extract<EncodedLink, { kind: "link" }>;
  readonly shared: SharedReport;
  readonly making: LinkMaking;
}

function Link({ wheels, link, shared, making }: LinkProps) {
  const fieldId = useId();
  const lengthId = useId();
  const address = linkAddress(link.text);
  const length = lengthWords(address.length);
  /** With the title of the link that it is; typing may be ahead of what is shown here. */
  const current = async (): Promise<{ readonly title: string | null; readonly address: string }> => {
    const { shared: now, encoded } = await making.current();
    return encoded.kind === "link"
      ? { title: now.title, address: linkAddress(encoded.text) }
      : { title: shared.title, address };
  };
  const asLink = async (): Promise<string> => (await current()).address;
  const asMarkdown = async (): Promise<string> => {
    const { title, address: target } = await current();
    return markdownOf(
      wheels.map(({ report }) => report),
      title,
      target,
    );
  };
  return (
    <>
      <div className="share-field">
        <label htmlFor={fieldId}>Link</label>
        <textarea
          id={fieldId}
          className="field share-link"
          readOnly
          rows={3}
          spellCheck={false}
          aria-describedby={lengthId}
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <p id={lengthId} className={`small ${length.isLong ? "share-long" : "faint"}`}>
          {length.text}
        </p>
        <div className="actions">
          <CopyButton primary label="Copy link" text={asLink} />
          <CopyButton label="Copy as Markdown" text={asMarkdown} />
          {"share" in navigator && <SystemShare current={current} />}
        </div>
      </div>
      <div className="share-inside">
        <h3>What is inside</h3>
        <ul>
          {insideWords(shared).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {link.dropped.length > 0 && (
          <>
            <h3>Left out to keep it short</h3>
            <ul>
              {link.dropped.map((dropped) => (
                <li key={dropped.kind}>{droppedText(dropped)}</li>
              ))}
            </ul>
          </>
        )}
        <p>Not the file itself, and nothing else of this device.</p>
      </div>
    </>
  );
}

interface SystemShareProps {
  readonly current: () => Promise<{ readonly title: string | null; readonly address: string }>;
}

/** The share sheet of phones and some desktops. */
function SystemShare({ current }: SystemShareProps) {
  const share = async (): Promise<void> => {
    const { title, address } = await current();
    const data = { title: title ?? "Wheelscope report", url: address };
    // Rejects when the visitor changes their mind.
    await navigator.share(data).catch(() => undefined);
  };
  return (
    <button type="button" className="button" onClick={() => void share()}>
      <Icon name="share" />
      Send …
    </button>
  );
}
