/** The timeline and its questions: choose a version of glibc, see who has it, what came with it, which tag stands for it. */
import { useState } from "react";
import { moveAmong } from "../../ui/roving.ts";
import {
  aboutGlibc,
  dateText,
  drawnSystems,
  glibcReleases,
  today,
  versionsWithPolicy,
  type AboutGlibc,
} from "./timeline-data.ts";
import { TimelineDrawing } from "./TimelineDrawing.tsx";
import { useWidth } from "../use-width.ts";

/** Looked at first where no open report names another: the image most wheels are built in today. */
const firstLookedAt = "2.28";

interface TimelineProps {
  /** glibc that the open report needs; null: none is open, or it needs none. */
  readonly floor: string | null;
}

export function Timeline({ floor }: TimelineProps) {
  const [chosen, setChosen] = useState(() =>
    floor !== null && aboutGlibc(floor) !== null ? floor : firstLookedAt,
  );
  const [box, width] = useWidth<HTMLDivElement>(720);
  const about = aboutGlibc(chosen);
  return (
    <figure className="picture" aria-labelledby="timeline-caption">
      <figcaption id="timeline-caption">
        <strong>Twenty years of tags, C libraries and distributions.</strong> Choose a version of glibc to see
        who has it.
      </figcaption>
      <div
        className="version-chips"
        role="group"
        aria-label="Version of glibc"
        onKeyDown={(event) => moveAmong(event, "[data-glibc]")}
      >
        {glibcReleases.map(({ version }) => (
          <button
            key={version}
            type="button"
            data-glibc={version}
            className={versionsWithPolicy.has(version) ? "policy" : ""}
            aria-pressed={version === chosen}
            tabIndex={version === chosen ? 0 : -1}
            onFocus={(event) => {
              if (event.currentTarget.matches(":focus-visible")) setChosen(version);
            }}
            onClick={() => setChosen(version)}
          >
            {version}
            {versionsWithPolicy.has(version) && <span className="unseen">, has a manylinux policy</span>}
            {version === floor && <span className="unseen">, needed by the open file</span>}
          </button>
        ))}
      </div>
      <ul className="picture-key small">
        <li>
          <span className="key-policy" aria-hidden="true" /> has a manylinux policy
        </li>
        <li>
          <span className="key-support" aria-hidden="true" /> in regular support
        </li>
        <li>
          <span className="key-extended" aria-hidden="true" /> paid or community support
        </li>
        <li>
          <span className="key-today" aria-hidden="true" /> {dateText(today)}, the day of the table
        </li>
      </ul>
      <div ref={box} className="picture-box">
        <TimelineDrawing width={width} chosen={chosen} onChoose={setChosen} />
      </div>
      <div className="picture-panel" aria-live="polite">
        {about !== null && <GlibcPanel about={about} isFloor={chosen === floor} />}
      </div>
      <details className="fold">
        <summary>The distributions as a table</summary>
        <SystemsTable />
      </details>
    </figure>
  );
}

function GlibcPanel({ about, isFloor }: { readonly about: AboutGlibc; readonly isFloor: boolean }) {
  const { version, date, gcc, policy, alias, next, images, systems, having } = about;
  return (
    <>
      <h3>
        glibc {version}
        {isFloor && <span className="picture-mark">needed by the open file</span>}
      </h3>
      <dl className="facts">
        <Fact name="Released">
          {dateText(date)}
          {gcc !== null && `; the newest GCC then was ${gcc.version}`}
        </Fact>
        <Fact name="Tag">
          {policy !== null ? (
            <>
              <code>{policy}</code>
              {alias !== null && (
                <>
                  , older name <code>{alias}</code>
                </>
              )}
            </>
          ) : next !== null ? (
            <>
              none with rules of its own; auditwheel gives the next, <code>{next}</code>
            </>
          ) : (
            "no policy yet: auditwheel can only say linux"
          )}
        </Fact>
        {images.length > 0 && <Fact name="Built in">{images.join(", ")}</Fact>}
        {systems.length > 0 && (
          <Fact name="Came with">
            {systems.map(({ name, gcc: own }) => (own === null ? name : `${name} (GCC ${own})`)).join(", ")}
          </Fact>
        )}
        {having !== null && having.since.length > 0 && (
          <Fact name="Oldest with it">{having.since.join(", ")}</Fact>
        )}
        {having !== null && (
          <Fact name="Still without it">
            {having.without.length === 0
              ? "no system known here that is in regular support"
              : `${having.without.join(", ")}; in regular support`}
          </Fact>
        )}
      </dl>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function SystemsTable() {
  return (
    <div className="scroll-region" role="group" aria-label="Distributions" tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">Distribution</th>
            <th scope="col">Released</th>
            <th scope="col">Support ends</th>
            <th scope="col">Extended</th>
            <th scope="col">glibc</th>
            <th scope="col">GCC</th>
          </tr>
        </thead>
        <tbody>
          {drawnSystems.map(({ id, name, released, ends, extended, glibc, gcc }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{released}</td>
              <td>{ends ?? "not known"}</td>
              <td>{extended ?? "–"}</td>
              <td>{glibc}</td>
              <td>{gcc ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
