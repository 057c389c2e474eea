/**
 * Where it runs: the systems by family, one button each, and beside them what the one looked at says. Pointing at a system or moving
 * the focus there shows its reason; a click or the focus keeps it. One system can be pinned as “my floor”.
 */
import { useId, useMemo, useState } from "react";
import type { SystemRow } from "../../../core/readings/readings.ts";
import type { Report } from "../../../core/report.ts";
import { moveAmong } from "../../ui/roving.ts";
import { useWideScreen } from "../../ui/screen-width.ts";
import {
  ageNote,
  groupSystems,
  isCurrent,
  isUncommon,
  NOT_LOOKED_AT,
  systemsSummary,
  tellingSystem,
} from "../../../present/systems.ts";
import { today } from "./today.ts";
import { useFloor } from "../../state/view.ts";
import { SystemFamily } from "./SystemFamily.tsx";
import { SystemPanel } from "./SystemPanel.tsx";

/** A wheel for musl need not name every release of every glibc system: so many and more are folded away. */
const foldedFrom = 12;

export function Systems({ report }: { readonly report: Report }) {
  const { systems } = report;
  const [date] = useState(today);
  const [looked, setLooked] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [stop, setStop] = useState<string | null>(null);
  const [unfolded, setUnfolded] = useState<ReadonlySet<Fold | "shown">>(new Set(["shown"] as const));
  const floor = useFloor();
  const wide = useWideScreen();
  const panelId = useId();
  const age = useMemo(() => ageNote(systems, date), [systems, date]);

  const aside = useMemo(() => setAside(systems, date, floor), [systems, date, floor]);
  const shown = useMemo(
    () => systems.filter((row) => unfolded.has(aside.get(row) ?? "shown")),
    [systems, aside, unfolded],
  );
  const groups = useMemo(() => groupSystems(shown), [shown]);
  const inOrder = useMemo(() => groups.flatMap(({ rows }) => rows), [groups]);
  const at =
    shown.find(({ id }) => id === (looked ?? chosen)) ?? tellingSystem(inOrder, floor, date) ?? inOrder[0];
  const tabStop = shown.find(({ id }) => id === (stop ?? at?.id))?.id ?? shown[0]?.id;
  const panel = at !== undefined && <SystemPanel id={panelId} row={at} floor={floor} today={date} />;
  const toggle = (fold: Fold): void => {
    setUnfolded(
      unfolded.has(fold)
        ? new Set([...unfolded].filter((one) => one !== fold))
        : new Set([...unfolded, fold]),
    );
  };

  return (
    <section className="systems" aria-labelledby="systems">
      <div className="section-head">
        <h2 id="systems" tabIndex={-1}>
          Where it runs
        </h2>
        <p className="faint small">{systemsSummary(systems, date)}</p>
      </div>
      {age !== null && <p className="small">{age}</p>}
      <div className="systems-layout">
        <div
          className="system-groups"
          onKeyDown={(event) => moveAmong(event, "[data-system]")}
          onMouseLeave={() => setLooked(null)}
        >
          {groups.map((group) => (
            <SystemFamily
              key={group.name}
              group={group}
              at={at?.id}
              stop={tabStop}
              floor={floor}
              today={date}
              panelId={panelId}
              onLook={setLooked}
              onFocus={setStop}
              onChoose={setChosen}
            >
              {!wide && at !== undefined && group.rows.includes(at) && panel}
            </SystemFamily>
          ))}
          <p className="system-more">
            {folds.map(({ fold, title }) => {
              const count = [...aside.values()].filter((one) => one === fold).length;
              if (count === 0) return null;
              const open = unfolded.has(fold);
              return (
                <button
                  key={fold}
                  type="button"
                  className="button quiet"
                  aria-expanded={open}
                  onClick={() => toggle(fold)}
                >
                  {open ? "Hide" : "Show"} {title} ({count})
                </button>
              );
            })}
          </p>
        </div>
        {wide && panel}
      </div>
      <p className="faint small">{NOT_LOOKED_AT}</p>
    </section>
  );
}

type Fold = "uncommon" | "ended" | "elsewhere";

const folds: readonly { readonly fold: Fold; readonly title: string }[] = [
  { fold: "uncommon", title: "less common systems" },
  { fold: "ended", title: "releases out of regular support" },
  { fold: "elsewhere", title: "systems with another C library or processor" },
];

/** What is not shown at first, and why; a pinned system always is shown. */
function setAside(
  systems: readonly SystemRow[],
  date: string,
  floor: string | null,
): ReadonlyMap<SystemRow, Fold> {
  const ended = (row: SystemRow): boolean => !isCurrent(row, date);
  const otherLibc = systems.filter((row) => row.outcome === "other-libc" && !ended(row)).length;
  const elsewhere = ({ outcome }: SystemRow): boolean =>
    outcome === "other-architecture" || (outcome === "other-libc" && otherLibc >= foldedFrom);
  const aside = new Map<SystemRow, Fold>();
  for (const row of systems) {
    if (row.id === floor) continue;
    if (elsewhere(row)) aside.set(row, "elsewhere");
    else if (ended(row)) aside.set(row, "ended");
    else if (isUncommon(row)) aside.set(row, "uncommon");
  }
  return aside;
}
