/** The systems of one family: a button each, with symbol, word and colour; its reason for a screen reader. */
import { useId } from "react";
import { plainText } from "../../../core/sentence.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Disc } from "../../ui/StateMark.tsx";
import {
  shortSystemName,
  supportOf,
  systemStates,
  type Support,
  type SystemGroup,
} from "../../../present/systems.ts";

const endedWords: Readonly<Partial<Record<Support, string>>> = {
  extended: "extended support",
  ended: "out of support",
};

interface SystemFamilyProps {
  readonly group: SystemGroup;
  /** Id of the system whose reason is shown. */
  readonly at: string | undefined;
  /** Id of the one cell that Tab stops at. */
  readonly stop: string | undefined;
  readonly floor: string | null;
  readonly today: string;
  readonly panelId: string;
  readonly onLook: (id: string | null) => void;
  readonly onFocus: (id: string) => void;
  readonly onChoose: (id: string) => void;
  readonly children: React.ReactNode;
}

export function SystemFamily({
  group,
  at,
  stop,
  floor,
  today: date,
  panelId,
  onLook,
  onFocus,
  onChoose,
  children,
}: SystemFamilyProps) {
  const headingId = useId();
  return (
    <div className="system-group">
      <h3 id={headingId}>{group.name}</h3>
      <ul className="system-cells" aria-labelledby={headingId}>
        {group.rows.map((row) => {
          const state = systemStates[row.outcome];
          const name = shortSystemName(row, group.name);
          const support = supportOf(row, date);
          return (
            <li key={row.id}>
              <button
                type="button"
                data-system={row.id}
                className={`system-cell ${state.tone} ${row.id === at ? "at" : ""}`}
                tabIndex={row.id === stop ? 0 : -1}
                aria-expanded={row.id === at}
                aria-controls={panelId}
                aria-describedby={`why-${row.id}`}
                onPointerEnter={(event) => event.pointerType === "mouse" && onLook(row.id)}
                onFocus={(event) => {
                  onFocus(row.id);
                  // A tap or a click is handled differently: there the choice shows the reason, and nothing may move before it.
                  if (event.currentTarget.matches(":focus-visible")) onChoose(row.id);
                }}
                onClick={() => onChoose(row.id)}
              >
                <Disc state={state} />
                <span className="system-name">
                  {name !== row.name && <span className="unseen">{group.name} </span>}
                  {name}
                  {row.id === floor && <Icon name="pin" />}
                </span>
                <span className="system-word">{state.word}</span>
                {endedWords[support] !== undefined && (
                  <span className="system-ended">{endedWords[support]}</span>
                )}
                {row.id === floor && <span className="unseen">, your floor</span>}
              </button>
              <span id={`why-${row.id}`} hidden>
                {plainText(row.sentence)}
              </span>
            </li>
          );
        })}
      </ul>
      {children}
    </div>
  );
}
