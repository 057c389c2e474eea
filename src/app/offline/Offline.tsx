/**
 * What the page does beside its work, all of it after the first screen stands: keeps itself for offline use, takes files from
 * the system when installed, and says when a newer version waits.
 */
import { useEffect, useState } from "react";
import { takeLaunchedFiles } from "./launch.ts";
import { installOffline, loadUpdate, useUpdate } from "./updates.ts";
import "./offline.css";

export interface OfflineProps {
  /** Nothing is being read. Installing waits for it, and the notice is shown only then. */
  readonly idle: boolean;
  /** Names of the open files whose reports a reload loses. */
  readonly unkept: readonly string[];
  readonly onFiles: (files: readonly File[]) => void;
}

export function Offline({ idle, unkept, onFiles }: OfflineProps) {
  const update = useUpdate((state) => state.update);
  const [later, setLater] = useState<typeof update>("none");

  useEffect(() => {
    if (idle) void installOffline();
  }, [idle]);
  useEffect(() => takeLaunchedFiles(onFiles), [onFiles]);

  const shown = idle && update !== "none" && update !== later;
  // The live region is there before its text, so that a screen reader hears of it.
  return (
    <div role="status" className="update">
      {shown && (
        <div className="update-card">
          <p>
            <strong>A newer version of Wheelscope is here.</strong> {whatIsLost(unkept)}
          </p>
          <div className="update-choice">
            <button type="button" className="button primary" onClick={() => void loadUpdate()}>
              Reload
            </button>
            <button type="button" className="button" onClick={() => setLater(update)}>
              Later
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

function whatIsLost([first, ...others]: readonly string[]): string {
  if (first === undefined) return "Reloading takes a moment; nothing is lost.";
  if (others.length === 0)
    return `Reloading closes the report of ${first}. Local files are not kept: open it again afterwards.`;
  return `Reloading closes the report of ${others.length + 1} files. Local files are not kept: open them again afterwards.`;
}
