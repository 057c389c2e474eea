/** One explanation under its fixed headings, with what the open report says about it and what stands behind it. */
import { conceptTitles } from "../../core/explanations/concept-titles.ts";
import { inReport } from "../../learn/in-report.ts";
import type { Explanation as Content } from "../../learn/explain.ts";
import { isFindingId } from "../../core/findings/index.ts";
import { findingPages } from "../../core/findings/pages.ts";
import type { Report } from "../../core/report.ts";
import { useFocusOnArrival } from "../ui/focus.ts";
import { Commands } from "./Commands.tsx";
import { InYourWheel } from "./InYourWheel.tsx";
import { Sources } from "./Sources.tsx";

interface ExplanationProps {
  readonly id: string;
  readonly explanation: Content;
  /** The report that is open. */
  readonly report: Report | null;
}

export function Explanation({ id, explanation, report }: ExplanationProps) {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const { title, whatItIs, whyItBreaks, howToFix, seeYourself, sources } = explanation;
  return (
    <article className="explanation">
      <p className="faint mono">{id}</p>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {report !== null && isFindingId(id) && (
        <InYourWheel name={report.facts.fileName} sentences={inReport(id, report)} />
      )}
      <h2>What it is</h2>
      <p>{whatItIs}</p>
      <h2>Why it breaks</h2>
      <p>{whyItBreaks}</p>
      <h2>How to fix it</h2>
      <ul>
        {howToFix.map((remedy) => (
          <li key={remedy}>{remedy}</li>
        ))}
      </ul>
      {isFindingId(id) && (
        <>
          <h2>Background</h2>
          <ul className="learn-links">
            {findingPages[id].background.map((concept) => (
              <li key={concept}>
                <a href={`#/learn/${concept}`}>{conceptTitles[concept]}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Commands commands={seeYourself} />
      <Sources sources={sources} />
    </article>
  );
}
