/** Several wheels: which of them are read, and what they amount to. INTERIM: a plain list. */
import { useFocusOnArrival } from "../focus.ts";
import { useSession } from "../parts/session-context.ts";
import { useView } from "../view.ts";

export interface ReleaseScreenProps {
  readonly onFiles: (files: readonly File[]) => void;
}

export function ReleaseScreen(_: ReleaseScreenProps) {
  const wheels = useSession((session) => session.wheels);
  const cancel = useSession((session) => session.cancel);
  const showWheel = useView((view) => view.showWheel);
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <main id="content" className="page release">
      <h1 ref={heading} tabIndex={-1}>
        {wheels.length} wheels
      </h1>
      <ul>
        {wheels.map((wheel) => (
          <li key={wheel.id}>
            <button type="button" className="link-button mono" onClick={() => showWheel(wheel.key)}>
              {wheel.file.name}
            </button>{" "}
            {wheel.phase}{" "}
            {(wheel.phase === "waiting" || wheel.phase === "reading") && (
              <button type="button" className="button quiet" onClick={() => cancel(wheel.id)}>
                Cancel
              </button>
            )}
          </li>
        ))}
      </ul>
    </main>
  );
}
