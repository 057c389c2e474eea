/** What can be done with all of the wheels: share them, save their reports, add more. */
import { useShallow } from "zustand/react/shallow";
import { loadSave } from "../state/load-parts.ts";
import { FileButton } from "../input/FileButton.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useSession } from "../state/session-context.ts";
import { ShareButton } from "../share/ShareButton.tsx";
import type { ReportedWheel } from "../state/wheel.ts";

export function ReleaseActions() {
  const add = useSession((session) => session.add);
  const reported = useSession(
    useShallow(({ wheels }) => wheels.filter((wheel): wheel is ReportedWheel => wheel.phase === "report")),
  );
  const origin = useSession((session) => session.origin);
  const say = useSession((session) => session.say);
  const save = (): void => {
    loadSave().then(
      ({ saveReports }) => saveReports(reported, origin),
      () => say("The part of the page that saves reports could not be loaded."),
    );
  };
  return (
    <div className="actions" role="group" aria-label="All of these wheels">
      {reported.length > 0 && <ShareButton wheels={reported} />}
      {reported.length > 0 && (
        <button type="button" className="button" onClick={save}>
          <Icon name="download" />
          Download JSON
        </button>
      )}
      {origin.kind !== "shared" && (
        <FileButton className="button" onFiles={add}>
          <Icon name="file" />
          Add wheels
        </FileButton>
      )}
    </div>
  );
}
