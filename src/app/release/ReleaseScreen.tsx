/** Several wheels: which of them are read, what they amount to, and where they differ. A part of the program of its own (state/load.ts). */
import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { Release, ReleaseGroup, ReleaseRow } from "../../core/release/release.ts";
import { useFocusOnArrival, useScrollMemory } from "../ui/focus.ts";
import { PrintEnd } from "../report/PrintEnd.tsx";
import { useSession } from "../state/session-context.ts";
import { Disc } from "../ui/StateMark.tsx";
import { SetContext } from "./WheelLink.tsx";
import { Group, List } from "./Group.tsx";
import { useReturn } from "./leaving.ts";
import { Queue } from "./Queue.tsx";
import { ReleaseActions } from "./ReleaseActions.tsx";
import { releaseTitle, summarySentence, summaryState, isWheels } from "../../present/release/summary.ts";
import { useRelease } from "./use-release.ts";
import "../style/release.css";

export function ReleaseScreen() {
  const set = useSession(({ wheels }) => wheels[0]?.id ?? 0);
  return (
    <SetContext value={set}>
      <Screen key={set} set={set} />
    </SetContext>
  );
}

/** Scroll positions are kept by number; those of reports are the numbers of their wheels. */
const scrollKey = (set: number): number => -1000 - set;

function Screen({ set }: { readonly set: number }) {
  const names = useSession(useShallow(({ wheels }) => wheels.map(({ file }) => file.name)));
  const left = useSession(
    ({ wheels }) => wheels.filter(({ phase }) => phase === "waiting" || phase === "reading").length,
  );
  const notice = useSession((session) => session.notice);
  const { release, keys } = useRelease();
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  useScrollMemory(scrollKey(set));
  useReturn(set);

  const { rows, several, alone } = useMemo(() => partsOf(release), [release]);
  const state = summaryState(rows, left);
  const title = releaseTitle(names);
  const isOne = release.groups.length === 1;
  return (
    <main id="content" className="page release">
      <section className={`verdict ${state.tone}`} aria-labelledby="release">
        <p className={`state-word ${state.tone}`}>
          <Disc state={state} />
          {state.word}
        </p>
        <h1 id="release" ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p className="second">{summarySentence(rows, left, isWheels(names) ? "wheel" : "file")}</p>
      </section>
      <div role="status" className="notices">
        {notice !== null && <p className="notice">{notice}</p>}
      </div>
      <ReleaseActions />
      <Queue />
      {several.map((group, index) => (
        <Group
          key={`${group.project ?? ""} ${group.version ?? ""}`}
          id={`group-${String(index)}`}
          group={group}
          keys={keys}
          titled={!isOne}
        />
      ))}
      {alone.length > 0 && <List rows={alone} keys={keys} title={several.length > 0 ? "Others" : "Files"} />}
      <PrintEnd about={title} />
    </main>
  );
}

interface Parts {
  readonly rows: readonly ReleaseRow[];
  readonly several: readonly ReleaseGroup[];
  /** What stands alone in its project needs no section of its own. */
  readonly alone: readonly ReleaseRow[];
}

function partsOf({ groups }: Release): Parts {
  const isSeveral = ({ project, rows }: ReleaseGroup): boolean => project !== null && rows.length > 1;
  return {
    rows: groups.flatMap((group) => group.rows),
    several: groups.filter(isSeveral),
    alone: groups.filter((group) => !isSeveral(group)).flatMap((group) => group.rows),
  };
}
