/** An explanation, or the list of all: written once in the core, shown here and printed by `wheelscope explain`. */
import { errorIds, explain } from "../../core/explain.ts";
import { findingIds, findingKinds, isFindingId } from "../../core/findings.ts";
import type { Severity } from "../../core/report.ts";
import { useFocusOnArrival } from "../focus.ts";
import { Explanation } from "../parts/Explanation.tsx";
import { Icon } from "../parts/Icon.tsx";
import { SeverityMark } from "../parts/StateMark.tsx";
import { useShownReport } from "../parts/session-context.ts";
import { useReportAddress } from "../view.ts";

export function Learn({ id }: { readonly id: string | null }) {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const open = useShownReport();
  const address = useReportAddress();
  const explanation = id === null ? null : explain(id);
  return (
    <main id="content" className="page narrow learn">
      <nav className="learn-back" aria-label="Back">
        {open !== null ? (
          <a className="button quiet" href={address}>
            <Icon name="back" />
            Report of {open.file.name}
          </a>
        ) : (
          <a className="button quiet" href="#/">
            <Icon name="back" />
            Start
          </a>
        )}
        {id !== null && (
          <a className="button quiet" href="#/learn">
            All explanations
          </a>
        )}
      </nav>
      {explanation !== null && id !== null ? (
        <Explanation
          id={id}
          explanation={explanation}
          findings={open === null ? [] : open.report.findings.filter((finding) => finding.id === id)}
          heading={heading}
        />
      ) : (
        <Index heading={heading} unknown={id} />
      )}
    </main>
  );
}

const groups: readonly (readonly [Severity, string])[] = [
  ["error", "Problems"],
  ["warning", "Warnings"],
  ["info", "Notes"],
  ["good", "Good news"],
];

interface IndexProps {
  readonly heading: React.RefObject<HTMLHeadingElement | null>;
  /** An id in the address for which there is no explanation. */
  readonly unknown: string | null;
}

function Index({ heading, unknown }: IndexProps) {
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        What Wheelscope looks for
      </h1>
      {unknown !== null && <p className="notice">There is no explanation called “{unknown}”.</p>}
      <p className="lead">
        Every finding has a name, the same on this page, on the command line and in the JSON document.
      </p>
      {groups.map(([severity, title]) => (
        <section key={severity} aria-labelledby={`group-${severity}`}>
          <h2 id={`group-${severity}`}>{title}</h2>
          <ul className="learn-list">
            {findingIds
              .filter((one) => findingKinds[one].severity === severity)
              .map((one) => (
                <li key={one}>
                  <SeverityMark severity={severity} />
                  <p>
                    <a href={`#/learn/${one}`}>{findingKinds[one].title}</a>
                    <span className="small">{findingKinds[one].summary}</span>
                  </p>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <section aria-labelledby="group-unreadable">
        <h2 id="group-unreadable">Files that cannot be read</h2>
        <ul className="learn-list">
          {errorIds
            .filter((one) => !isFindingId(one))
            .map((one) => (
              <li key={one}>
                <SeverityMark severity="error" />
                <p>
                  <a href={`#/learn/${one}`}>{explain(one)?.title}</a>
                </p>
              </li>
            ))}
        </ul>
      </section>
    </>
  );
}
