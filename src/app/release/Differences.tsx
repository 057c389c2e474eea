/** Where wheels of one release differ: the reasons behind the marks of the table, by number. */
import type { Difference, ReleaseRow } from "../../core/release/release.ts";
import { SentenceText } from "../ui/SentenceText.tsx";
import { SeverityMark } from "../ui/StateMark.tsx";
import { WheelLink } from "./WheelLink.tsx";
import { shortName } from "../../present/release/words.ts";

interface DifferencesProps {
  readonly differences: readonly Difference[];
  readonly rows: readonly ReleaseRow[];
  readonly keys: readonly string[];
  /** Tells the lists of several releases apart. */
  readonly id: string;
}

/** More links than anybody follows; the table has them all. */
const linksShown = 8;

export function Differences({ differences, rows, keys, id }: DifferencesProps) {
  if (differences.length === 0) return null;
  const byIndex = new Map(rows.map((row) => [row.index, row]));
  return (
    <section className="differences" aria-labelledby={`${id}-differences`}>
      <div className="section-head">
        <h3 id={`${id}-differences`}>What differs</h3>
        <p className="faint small">The numbers stand in the table beside what they are about.</p>
      </div>
      <ol className="difference-list">
        {differences.map(({ severity, sentence, finding, rows: which }, index) => (
          <li key={index}>
            <span className={`note ${severity}`}>{index + 1}</span>
            <div>
              <p>
                <SeverityMark severity={severity} /> <SentenceText sentence={sentence} />
                {finding !== null && (
                  <>
                    {" "}
                    <a href={`#/learn/${finding}`}>Learn why</a>
                  </>
                )}
              </p>
              {which.length > 0 && (
                <ul className="wheel-links">
                  {which.slice(0, linksShown).map((each) => {
                    const row = byIndex.get(each);
                    return row === undefined ? null : (
                      <li key={each}>
                        <WheelLink
                          wheel={keys[each] ?? row.fileName}
                          from={`difference-${String(index)}`}
                          className="mono small"
                          title={row.fileName}
                          {...(finding === null ? {} : { arrival: { finding } })}
                        >
                          {shortName(row)}
                        </WheelLink>
                      </li>
                    );
                  })}
                  {which.length > linksShown && (
                    <li className="faint small">and {which.length - linksShown} more</li>
                  )}
                </ul>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
