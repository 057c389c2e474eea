/** Files that have no report: waiting, being read, cancelled or failed. Each can be taken out, or read after all. */
import { useEffect, useRef, useState } from "react";
import { errorText } from "../../core/error-text.ts";
import { count } from "../../core/sentence.ts";
import { formatBytes } from "../../present/units.ts";
import { useSession } from "../state/session-context.ts";
import type { Wheel } from "../state/wheel.ts";

type Unfinished = Exclude<Wheel, { phase: "report" }>;

const isUnfinished = (wheel: Wheel): wheel is Unfinished => wheel.phase !== "report";

export function Queue() {
  const wheels = useSession((session) => session.wheels);
  const cancel = useSession((session) => session.cancel);
  const list = useRef<HTMLElement>(null);
  const open = wheels.filter(isUnfinished);
  const waiting = open.filter(({ phase }) => phase === "waiting");
  const isBusy = open.some(({ phase }) => phase === "waiting" || phase === "reading");
  useKeptFocus(list, open.length);
  return (
    <>
      <Announcement wheels={wheels} />
      {open.length > 0 && (
        <section ref={list} className="queue-section" aria-labelledby="queue">
          <div className="section-head">
            <h2 id="queue" tabIndex={-1}>
              {isBusy ? "Being read" : "Not read"}
            </h2>
            {waiting.length > 1 && (
              <button
                type="button"
                className="button"
                onClick={() => waiting.forEach(({ id }) => cancel(id))}
              >
                Cancel all that wait
              </button>
            )}
          </div>
          <ul className="reading-list">
            {open.map((wheel) => (
              <Entry key={wheel.id} wheel={wheel} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Entry({ wheel }: { readonly wheel: Unfinished }) {
  const cancel = useSession((session) => session.cancel);
  const readAgain = useSession((session) => session.readAgain);
  const { id, file, phase } = wheel;
  const canStop = phase === "waiting" || phase === "reading";
  const share = phase === "reading" ? doneShare(wheel) : null;
  return (
    <li className={`reading-entry ${phase}`}>
      <p className="mono reading-name">{file.name}</p>
      <p className={`small ${phase === "failed" ? "bad" : "faint"}`}>{stateText(wheel)}</p>
      <button
        type="button"
        className="button"
        aria-label={`${canStop ? "Cancel" : "Read again"}: ${file.name}`}
        onClick={() => (canStop ? cancel(id) : readAgain(id))}
      >
        {canStop ? "Cancel" : "Read again"}
      </button>
      {phase === "reading" && (
        <div
          className="progress"
          role="progressbar"
          aria-label={`Reading ${file.name}`}
          aria-valuemin={0}
          aria-valuemax={100}
          {...(share === null ? {} : { "aria-valuenow": Math.round(share * 100) })}
        >
          <div
            className={share === null ? "unknown" : ""}
            style={{ inlineSize: `${String((share ?? 0) * 100)}%` }}
          />
        </div>
      )}
    </li>
  );
}

function doneShare({ progress }: Extract<Wheel, { phase: "reading" }>): number | null {
  if (progress === null || progress.bytesTotal === 0) return null;
  return Math.min(1, progress.bytesDone / progress.bytesTotal);
}

function stateText(wheel: Unfinished): string {
  const size = formatBytes(wheel.file.sizeBytes);
  switch (wheel.phase) {
    case "waiting":
      return `waits · ${size}`;
    case "reading": {
      const { progress } = wheel;
      if (progress === null || progress.librariesFound === 0) return `being read · ${size}`;
      return `${String(progress.librariesDone)} of ${count(progress.librariesFound, "library", "libraries")} · ${size}`;
    }
    case "cancelled":
      return `cancelled · ${size}`;
    case "failed": {
      const { title, sentence } = errorText(wheel.error);
      return `${title}: ${sentence}`;
    }
  }
}

/** A button that had the focus goes when its wheel is done; the focus then goes to the next, or to the screen's heading. */
function useKeptFocus(list: React.RefObject<HTMLElement | null>, entries: number): void {
  const held = useRef<number | null>(null);
  useEffect(() => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    if (at < 0 && held.current !== null && document.activeElement === document.body) {
      const next =
        buttons[Math.min(held.current, buttons.length - 1)] ?? document.querySelector<HTMLElement>("h1");
      next?.focus();
    }
  }, [list, entries]);
  useEffect(() => {
    const note = (): void => {
      const buttons = [...(list.current?.querySelectorAll<HTMLElement>("button") ?? [])];
      const at = buttons.findIndex((button) => button === document.activeElement);
      held.current = at < 0 ? null : at;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, [list]);
}

const announceEveryMs = 3000;

/** Tells a screen reader how far all of it is, at most every three seconds. */
function Announcement({ wheels }: { readonly wheels: readonly Wheel[] }) {
  const done = wheels.filter(({ phase }) => phase === "report").length;
  const left = wheels.filter(({ phase }) => phase === "waiting" || phase === "reading").length;
  const text =
    left > 0 ? `${String(done)} of ${String(wheels.length)} read` : `All read that can be: ${String(done)}`;
  const [said, setSaid] = useState("");
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  }, [text]);
  const isBusy = left > 0;
  const wasBusy = useRef(false);
  useEffect(() => {
    if (isBusy) wasBusy.current = true;
    if (!wasBusy.current) return;
    const timer = setInterval(() => {
      setSaid(latest.current);
      if (!isBusy) clearInterval(timer);
    }, announceEveryMs);
    return () => clearInterval(timer);
  }, [isBusy]);
  return (
    <p className="unseen" role="status">
      {said}
    </p>
  );
}
