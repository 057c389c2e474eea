/** What stands between the wheel and one policy: each library with its versions and their symbols. */
import { useState } from "react";
import type { Blocker, LadderStep, Report } from "../../core/report.ts";
import { plural } from "../format.ts";
import { countKinds, groupBlockers, type BlockerGroup } from "../table/blocker-groups.ts";
import { useView } from "../view.ts";
import { Names } from "./Names.tsx";

const groupsShown = 8;

export function Blockers({ step, report }: { readonly step: LadderStep; readonly report: Report }) {
  const [all, setAll] = useState(false);
  if (step.fits) {
    return (
      <div className="blockers fits">
        <h3>
          Fits <code className="named tag">{step.tag}</code>
        </h3>
        <p>{step.best ? "This is the most portable tag that it can honestly carry." : better(report)}</p>
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
      <p className="faint small">{summary(step.blockers, groups.length)}</p>
      <ul className="blocker-groups">
        {shown.map((group) => (
          <Group key={group.path} group={group} />
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

function better(report: Report): string {
  const best = report.ladder.find((step) => step.best);
  return best === undefined
    ? "Nothing stands in its way."
    : `Nothing stands in its way; it even fits ${best.tag}.`;
}

function summary(blockers: readonly Blocker[], libraries: number): string {
  const kinds = countKinds(blockers);
  const parts = [
    kinds.versions > 0 ? plural(kinds.versions, "symbol version") : null,
    kinds.libraries > 0 ? plural(kinds.libraries, "outside library", "outside libraries") : null,
    kinds.others > 0 ? plural(kinds.others, "other reason") : null,
  ];
  return `${parts.filter((part) => part !== null).join(", ")}, in ${plural(libraries, "library", "libraries")}`;
}

function Group({ group }: { readonly group: BlockerGroup }) {
  const changeView = useView((view) => view.changeView);
  return (
    <li>
      <button type="button" className="link-button mono" onClick={() => changeView({ lib: group.path })}>
        {group.path}
      </button>
      <ul className="blocker-list">
        {group.blockers.map((blocker, index) => (
          <li key={index}>
            <Reason blocker={blocker} />
          </li>
        ))}
      </ul>
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
            shown={6}
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
