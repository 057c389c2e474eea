/** What stands between the wheel and one policy: each library with its versions and their symbols. */
import { useState } from "react";
import type { Blocker, LadderStep } from "../../../core/verdict/blocker.ts";
import type { Report } from "../../../core/report.ts";
import { plural } from "../../../present/units.ts";
import { groupBlockers, summarise, type BlockerGroup } from "../../../present/blockers.ts";
import type { Rung } from "../../../present/ladder.ts";
import { useView } from "../../state/view.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Names } from "../../ui/Names.tsx";

/** Libraries listed at first. */
const groupsShown = 8;

/** So many blockers in all are shown without being asked. */
const openUpTo = 12;

interface BlockersProps {
  readonly rung: Rung;
  readonly report: Report;
}

export function Blockers({ rung: { step, state }, report }: BlockersProps) {
  const [all, setAll] = useState(false);
  if (state === "fits") {
    return (
      <div className="blockers fits">
        <h3>
          Fits <code className="named tag">{step.tag}</code>
        </h3>
        <p>
          {step.best ? "This is the most portable tag that it can honestly carry." : better(report, step)}
        </p>
      </div>
    );
  }
  const groups = groupBlockers(step.blockers);
  const shown = all ? groups : groups.slice(0, groupsShown);
  return (
    <div className="blockers">
      <h3>
        What stands between this {report.facts.kind} and <code className="named tag">{step.tag}</code>
      </h3>
      <p className="faint small">
        {summarise(step.blockers)}, in {plural(groups.length, "library", "libraries")}
        {state === "but-for-others" &&
          "; all of it comes from other wheels, the GPU driver or the wheel itself"}
      </p>
      <ul className="blocker-groups">
        {shown.map((group, index) => (
          <Group key={group.path} group={group} open={index === 0 || step.blockers.length <= openUpTo} />
        ))}
      </ul>
      {groups.length > shown.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          Show all {plural(groups.length, "library", "libraries")}
        </button>
      )}
    </div>
  );
}

/** auditwheel's best tag is not always the oldest that fits: it takes the number of a musllinux tag on trust. */
function better(report: Report, step: LadderStep): string {
  const best = report.ladder.findIndex((one) => one.best);
  const tag = report.ladder[best]?.tag;
  if (tag === undefined || report.ladder.indexOf(step) < best)
    return "Nothing in the files speaks against it.";
  return `Nothing stands in its way; it even fits ${tag}.`;
}

function Group({ group, open }: { readonly group: BlockerGroup; readonly open: boolean }) {
  const changeView = useView((view) => view.changeView);
  return (
    <li>
      <details open={open}>
        <summary>
          <Icon name="chevron" />
          <span className="mono">{group.path}</span>
          <span className="faint small">{group.summary}</span>
        </summary>
        <ul className="blocker-list">
          {group.blockers.map((blocker, index) => (
            <li key={index}>
              <Reason blocker={blocker} />
            </li>
          ))}
        </ul>
        <button type="button" className="link-button small" onClick={() => changeView({ lib: group.path })}>
          Open this library
        </button>
      </details>
    </li>
  );
}

function Reason({ blocker }: { readonly blocker: Blocker }) {
  switch (blocker.kind) {
    case "symbol-version":
      return (
        <>
          <code className="named version">{blocker.version}</code>{" "}
          <span className="faint">of {blocker.from}, for</span>{" "}
          <Names
            names={blocker.symbols}
            total={blocker.symbolCount}
            shown={4}
            none="no symbol in particular"
          />
        </>
      );
    case "library":
      return (
        <>
          <code className="named library">{blocker.needed}</code>{" "}
          <span className="faint">is not promised by this policy</span>
        </>
      );
    case "forbidden-symbol":
      return (
        <>
          <code className="named symbol">{blocker.symbol}</code>{" "}
          <span className="faint">must not be taken from {blocker.from}</span>
        </>
      );
    case "isa":
      return (
        <>
          <code className="named code">{blocker.level}</code>{" "}
          <span className="faint">is above the CPU baseline</span>
        </>
      );
    case "pyfpe":
    case "ucs2":
      return (
        <>
          <code className="named symbol">{blocker.symbol}</code>{" "}
          <span className="faint">exists only in some builds of Python</span>
        </>
      );
  }
}
