/** What one system says to the wheel: the sentence, the evidence, what the system has and until when, and the pin. */
import type { SystemRow } from "../../../core/readings/readings.ts";
import { EvidenceList } from "../../ui/EvidenceList.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { SentenceText } from "../../ui/SentenceText.tsx";
import { Disc } from "../../ui/StateMark.tsx";
import { supportText, systemStates } from "../../../present/systems.ts";
import { useView } from "../../state/view.ts";

interface SystemPanelProps {
  readonly id: string;
  readonly row: SystemRow;
  /** Id of the pinned system. */
  readonly floor: string | null;
  readonly today: string;
}

export function SystemPanel({ id, row, floor, today }: SystemPanelProps) {
  const setFloor = useView((view) => view.setFloor);
  const state = systemStates[row.outcome];
  const pinned = row.id === floor;
  return (
    <div id={id} className="system-panel" role="group" aria-label={`About ${row.name}`}>
      <p className={`state-word ${state.tone}`}>
        <Disc state={state} />
        {row.name}
      </p>
      <p>
        <SentenceText sentence={row.sentence} />
      </p>
      <EvidenceList evidence={row.reasons} shown={5} />
      <p className="faint small">
        {row.libc}
        {row.glibcxx !== null && `, libstdc++ up to GLIBCXX_${row.glibcxx}`}; {supportText(row, today)}. As of{" "}
        {row.asOf}.
      </p>
      <button
        type="button"
        className="button"
        aria-pressed={pinned}
        onClick={() => setFloor(pinned ? null : row.id)}
      >
        <Icon name="pin" />
        {pinned ? "My floor: let go" : "Make it my floor"}
      </button>
    </div>
  );
}
