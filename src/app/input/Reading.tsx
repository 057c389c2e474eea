/** While a file is read: how far, which library, and a way out. The verdict is never shown before it is complete. */
import { useEffect, useRef, useState } from "react";
import { fileNameOf, folderOf } from "../../facts/path.ts";
import { formatBytes, plural } from "../../present/units.ts";
import { useFocusOnArrival } from "../ui/focus.ts";
import type { ReadingWheel, WaitingWheel } from "../state/wheel.ts";
import type { Progress } from "../../engine/protocol.ts";

interface ReadingProps {
  readonly wheel: WaitingWheel | ReadingWheel;
  readonly onCancel: () => void;
}

/** More rows than anybody can read while they fly past. */
const rowsShown = 40;

export function Reading({ wheel, onCancel }: ReadingProps) {
  const { file } = wheel;
  const { progress, begun } = wheel.phase === "reading" ? wheel : { progress: null, begun: [] };
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const step = describeStep(progress);
  const share = doneShare(progress);
  return (
    <main id="content" className="page reading">
      <p className="state-word">Reading</p>
      <h1 ref={heading} tabIndex={-1} className="file-title">
        {file.name}
      </h1>
      <div
        className="progress"
        role="progressbar"
        aria-label={`Reading ${file.name}`}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(share === null ? {} : { "aria-valuenow": Math.round(share * 100) })}
        aria-valuetext={step}
      >
        <div className={share === null ? "unknown" : ""} style={{ inlineSize: `${(share ?? 0) * 100}%` }} />
      </div>
      <div className="reading-line">
        <p>{step}</p>
        <p className="faint">{amount(progress, file.sizeBytes)}</p>
        <button type="button" className="button" onClick={onCancel}>
          Cancel <kbd>Esc</kbd>
        </button>
      </div>
      <Announcement text={step} />
      <ol className="begun" aria-label="Libraries begun">
        {begun
          .slice(-rowsShown)
          .reverse()
          .map((path) => (
            <li key={path}>
              <code>
                <span className="faint">{folderOf(path)}</span>
                {fileNameOf(path)}
              </code>
            </li>
          ))}
      </ol>
    </main>
  );
}

function describeStep(progress: Progress | null): string {
  if (progress === null) return "Opening the file";
  if (progress.phase === "directory") return "Reading the file list";
  const { librariesDone, librariesFound } = progress;
  if (librariesFound === 0) return "Looking for libraries";
  if (librariesDone >= librariesFound && progress.bytesDone >= progress.bytesTotal) return "Judging";
  return `Library ${Math.min(librariesDone + 1, librariesFound)} of ${librariesFound}`;
}

function doneShare(progress: Progress | null): number | null {
  if (progress === null || progress.bytesTotal === 0) return null;
  return Math.min(1, progress.bytesDone / progress.bytesTotal);
}

function amount(progress: Progress | null, sizeBytes: number): string {
  if (progress === null || progress.bytesTotal === 0) return formatBytes(sizeBytes);
  const libraries = plural(progress.librariesFound, "library", "libraries");
  return `${formatBytes(progress.bytesDone)} of ${formatBytes(progress.bytesTotal)} · ${libraries} found`;
}

const announceEveryMs = 3000;

/** Tells a screen reader where we are, at most every three seconds. */
function Announcement({ text }: { readonly text: string }) {
  const [said, setSaid] = useState("");
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  }, [text]);
  useEffect(() => {
    const timer = setInterval(() => setSaid(latest.current), announceEveryMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="unseen" role="status">
      {said}
    </p>
  );
}
