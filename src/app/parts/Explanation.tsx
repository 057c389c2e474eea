/** One explanation under its fixed headings, with what the open report says about it. */
import type { Explanation as Content } from "../../core/explain.ts";
import type { Finding } from "../../core/report.ts";
import { CopyButton } from "./CopyButton.tsx";
import { SentenceText } from "./SentenceText.tsx";

interface ExplanationProps {
  readonly id: string;
  readonly explanation: Content;
  /** Findings of this kind in the open report. */
  readonly findings: readonly Finding[];
  readonly heading: React.RefObject<HTMLHeadingElement | null>;
}

/** Sentences of the open report that are quoted. */
const quoted = 3;

export function Explanation({ id, explanation, findings, heading }: ExplanationProps) {
  const { title, whatItIs, whyItBreaks, howToFix, seeYourself, sources } = explanation;
  return (
    <article className="explanation">
      <p className="faint mono">{id}</p>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {findings.length > 0 && (
        <aside className="in-your-wheel" aria-label="In the open file">
          {findings.slice(0, quoted).map((finding, index) => (
            <p key={index}>
              <SentenceText sentence={finding.sentence} />
            </p>
          ))}
        </aside>
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
      {seeYourself.length > 0 && <h2>See it yourself</h2>}
      {seeYourself.map(({ command, shows }) => (
        <div key={command} className="command">
          <div className="command-line">
            <pre tabIndex={0}>{command}</pre>
            <CopyButton quiet label="Copy" text={() => command} />
          </div>
          <p className="small">{shows}</p>
        </div>
      ))}
      <h2>Sources</h2>
      <ul>
        {sources.map((source) => (
          <li key={source.title}>
            {source.address === null ? (
              source.title
            ) : (
              <a href={source.address} rel="noreferrer">
                {source.title}
              </a>
            )}
          </li>
        ))}
      </ul>
    </article>
  );
}
