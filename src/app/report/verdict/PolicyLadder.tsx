/**
 * The policies from the oldest to the newest, as rungs. A rung is where the wheel stands or what stops it; choosing one lists
 * what stands between. The signature of the page.
 */
import type { Report } from "../../../core/report.ts";
import { ladderRungs, type Rung, type RungState } from "../../../present/ladder.ts";
import { shortPolicy } from "../../../present/library/library-rows.ts";
import { useView } from "../../state/view.ts";
import { Blockers } from "./Blockers.tsx";
import { Icon, type IconName } from "../../ui/Icon.tsx";

export function PolicyLadder({ report }: { readonly report: Report }) {
  const against = useView((view) => view.route.view.against);
  const changeView = useView((view) => view.changeView);
  const rungs = ladderRungs(report);
  if (rungs.length === 0) return null;
  const chosen = rungs.find(({ step }) => step.tag === against);
  const family = /^[a-z]+/.exec(rungs[0]?.step.tag ?? "")?.[0] ?? "";
  const stacked = rungs.some(({ step }) => step.best && step.claimed);
  return (
    <section className="ladder-section" aria-labelledby="ladder">
      <div className="section-head">
        <h2 id="ladder" tabIndex={-1}>
          Where it fits
        </h2>
        <p className="faint small">
          {family} policies, the most portable first. Choose one to see what stands in its way.
        </p>
      </div>
      <ol
        className={`ladder ${stacked ? "two-marks" : ""}`}
        // Few rungs (musllinux has two) do not spread over the whole page.
        style={{ maxInlineSize: `${rungs.length * widestRungRem}rem` }}
      >
        {rungs.map((rung) => (
          <RungButton
            key={rung.step.tag}
            rung={rung}
            chosen={rung === chosen}
            onChoose={() => changeView({ against: rung === chosen ? null : rung.step.tag })}
          />
        ))}
      </ol>
      {rungs.some(({ state }) => state === "but-for-others") && <Legend />}
      <div id="blockers" aria-live="polite">
        {chosen !== undefined && <Blockers key={chosen.step.tag} rung={chosen} report={report} />}
      </div>
    </section>
  );
}

const widestRungRem = 7;

const stateIcons: Readonly<Record<RungState, IconName>> = {
  fits: "check",
  "but-for-others": "info",
  blocked: "cross",
};

const stateWords: Readonly<Record<RungState, string>> = {
  fits: "fits",
  "but-for-others": "fits, but for libraries expected from elsewhere",
  blocked: "does not fit",
};

function Legend() {
  return (
    <ul className="ladder-legend" aria-hidden="true">
      {(["fits", "but-for-others", "blocked"] as const).map((state) => (
        <li key={state} className={`rung ${state}`}>
          <span className="rung-node">
            <Icon name={stateIcons[state]} />
          </span>
          {stateWords[state]}
        </li>
      ))}
    </ul>
  );
}

interface RungButtonProps {
  readonly rung: Rung;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function RungButton({ rung: { step, state }, chosen, onChoose }: RungButtonProps) {
  // A plain linux tag promises nothing; to be left with it is no praise.
  const only = step.best && step.tag.startsWith("linux_");
  const marks = [step.best ? (only ? "only" : "best") : null, step.claimed ? "claimed" : null].filter(
    (mark) => mark !== null,
  );
  const alias = step.aliases[0];
  const aliases = step.aliases.length === 0 ? "" : `, also ${step.aliases.join(", ")}`;
  return (
    <li className={`rung ${state} ${marks.join(" ")}`}>
      <button
        type="button"
        aria-expanded={chosen}
        aria-controls="blockers"
        title={step.tag}
        onClick={onChoose}
      >
        <span className="rung-marks" aria-hidden="true">
          {marks.map((mark) => (
            <span key={mark}>{mark}</span>
          ))}
        </span>
        <span className="rung-node" aria-hidden="true">
          <Icon name={stateIcons[state]} />
        </span>
        <span className="rung-name" aria-hidden="true">
          {shortPolicy(step.tag)}
        </span>
        <span className="rung-alias" aria-hidden="true">
          {alias === undefined ? "" : shortAlias(alias)}
        </span>
        <span className="unseen">{[`${step.tag}${aliases}: ${stateWords[state]}`, ...marks].join(", ")}</span>
      </button>
    </li>
  );
}

/** `manylinux2014_x86_64` is `2014`. */
function shortAlias(alias: string): string {
  return /^manylinux(\d+)_/.exec(alias)?.[1] ?? alias;
}
