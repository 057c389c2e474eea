/** Back from one wheel's report to all wheels of the release. */
import { plural } from "../../present/units.ts";
import { useView } from "../state/view.ts";
import { Icon } from "../ui/Icon.tsx";
import { useSession } from "../state/session-context.ts";

export function OneOfSeveral() {
  const count = useSession(({ wheels }) => wheels.length);
  const showWheel = useView((view) => view.showWheel);
  if (count < 2) return null;
  return (
    <nav className="one-of-several" aria-label="Back">
      <button type="button" className="button quiet" onClick={() => showWheel(null)}>
        <Icon name="back" />
        All {plural(count, "wheel")}
      </button>
    </nav>
  );
}
