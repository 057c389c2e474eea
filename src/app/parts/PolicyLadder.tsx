/**
 * The policies from the oldest to the newest, as rungs. A rung is where the wheel stands or what stops it; choosing one lists
 * what stands between. The signature of the page.
 */
import type { LadderStep, Report } from "../../core/report.ts";
import { shortPolicy } from "../table/library-rows.ts";
import { useView } from "../view.ts";
import { Blockers } from "./Blockers.tsx";
import { Icon } from "./Icon.tsx";

export function PolicyLadder({ report }: { readonly report: Report }) {
  const against = useView((view) => view.route.view.against);
  const changeView = useView((view) => view.changeView);
  const { ladder } = report;
  if (ladder.length === 0) return null;
  const chosen = ladder.find((step) => step.tag === against) ?? null;
  const family = /^[a-z]+/.exec(ladder[0]?.tag ?? "")?.[0] ?? "";
  return (
    <section className="ladder-section" aria-labelledby="ladder">
      <div className="section-head">
        <h2 id="ladder">Where it fits</h2>
        <p className="faint small">
          {family} policies, the most portable first. Choose one to see what stands in its way.
        </p>
      </div>
      <ol className={`ladder ${ladder.some((step) => step.best && step.claimed) ? "two-marks" : ""}`}>
        {ladder.map((step) => (
          <Rung
            key={step.tag}
            step={step}
            chosen={step === chosen}
            onChoose={() => changeView({ against: step === chosen ? null : step.tag })}
          />
        ))}
      </ol>
      <div id="blockers" aria-live="polite">
        {chosen !== null && <Blockers step={chosen} report={report} />}
      </div>
    </section>
  );
}

interface RungProps {
  readonly step: LadderStep;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Rung({ step, chosen, onChoose }: RungProps) {
  const marks = [step.best ? "best" : null, step.claimed ? "claimed" : null].filter((mark) => mark !== null);
  const state = step.fits ? "fits" : "does-not-fit";
  return (
    <li className={`rung ${state} ${marks.join(" ")}`}>
      <button type="button" aria-expanded={chosen} aria-controls="blockers" onClick={onChoose}>
        <span className="rung-marks" aria-hidden="true">
          {marks.map((mark) => (
            <span key={mark}>{mark}</span>
          ))}
        </span>
        <span className="rung-node" aria-hidden="true">
          <Icon name={step.fits ? "check" : "cross"} />
        </span>
        <span className="rung-name" aria-hidden="true">
          {shortPolicy(step.tag)}
        </span>
        <span className="rung-alias" aria-hidden="true">
          {step.aliases[0] === undefined ? " " : shortAlias(step.aliases[0])}
        </span>
        <span className="unseen">{spoken(step, marks)}</span>
      </button>
    </li>
  );
}

/** `manylinux2014_x86_64` is `2014`. */
function shortAlias(alias: string): string {
  return /^manylinux(\d+)_/.exec(alias)?.[1] ?? alias;
}

function spoken(step: LadderStep, marks: readonly string[]): string {
  const aliases = step.aliases.length === 0 ? "" : `, also ${step.aliases.join(", ")}`;
  const fits = step.fits ? "fits" : `does not fit`;
  return [`${step.tag}${aliases}: ${fits}`, ...marks].join(", ");
}
