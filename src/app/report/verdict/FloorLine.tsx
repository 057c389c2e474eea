/** What the pinned system means for this wheel, next to the verdict. Silent where none is pinned or the report does not know it. */
import type { Report } from "../../../core/report.ts";
import { systemStates } from "../../../present/systems.ts";
import { useFloor, useView } from "../../state/view.ts";
import { Icon } from "../../ui/Icon.tsx";
import { SentenceText } from "../../ui/SentenceText.tsx";
import { showSection } from "../SectionNav.tsx";

export function FloorLine({ report }: { readonly report: Report }) {
  const floor = useFloor();
  const setFloor = useView((view) => view.setFloor);
  const row = report.systems.find(({ id }) => id === floor);
  if (row === undefined) return null;
  const state = systemStates[row.outcome];
  return (
    <div className="floor-line" role="group" aria-label="My floor">
      <p>
        <Icon name="pin" />
        <span>
          My floor, {row.name}:{" "}
          <span className={`floor-word ${state.tone}`}>
            <Icon name={state.icon} /> {state.word}
          </span>
          . <SentenceText sentence={row.sentence} />
        </span>
      </p>
      <p className="floor-actions">
        <button type="button" className="link-button small" onClick={() => showSection("systems")}>
          See all systems
        </button>
        <button type="button" className="link-button small" onClick={() => setFloor(null)}>
          Let go
        </button>
      </p>
    </div>
  );
}
