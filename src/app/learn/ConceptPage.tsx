/** The page of one concept: text, picture, what the open report says of it, and the way on. */
import { conceptIds, conceptTitles, type ConceptId } from "../../core/explanations/concept-titles.ts";
import type { Concept, ConceptTable } from "../../learn/concept.ts";
import { inReport } from "../../learn/in-report.ts";
import { findingKinds } from "../../core/findings/index.ts";
import type { Report } from "../../core/report.ts";
import type { Sentence } from "../../core/sentence.ts";
import { useFocusOnArrival } from "../ui/focus.ts";
import { Icon } from "../ui/Icon.tsx";
import { SentenceText } from "../ui/SentenceText.tsx";
import { SeverityMark } from "../ui/StateMark.tsx";
import { Commands } from "./Commands.tsx";
import { Contents, type Heading } from "./Contents.tsx";
import { Demangler } from "./strings/Demangler.tsx";
import { InYourWheel } from "./InYourWheel.tsx";
import { NeedPath } from "./need/NeedPath.tsx";
import { Sources } from "./Sources.tsx";
import { Timeline } from "./timeline/Timeline.tsx";
import { TwoStrings } from "./strings/TwoStrings.tsx";

interface ConceptPageProps {
  readonly concept: Concept;
  readonly report: Report | null;
}

export function ConceptPage({ concept, report }: ConceptPageProps) {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const { id, title, summary, whatItIs, parts = [], table, whyItBreaks, howToFix, seeYourself } = concept;
  return (
    <div className="learn-columns">
      <article className="explanation concept">
        <p className="faint mono">{id}</p>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p className="lead">{summary}</p>
        {report !== null && <InYourWheel name={report.facts.fileName} sentences={inReport(id, report)} />}
        <Section id="what-it-is" title="What it is" paragraphs={whatItIs} />
        <Picture concept={concept} report={report} />
        {parts.map(({ heading: own, paragraphs }, index) => (
          <Section key={own} id={`part-${String(index)}`} title={own} paragraphs={paragraphs} />
        ))}
        {table !== undefined && <Table table={table} />}
        <Section id="why-it-breaks" title="Why it breaks" paragraphs={whyItBreaks} />
        {howToFix.length > 0 && (
          <>
            <h2 id="how-to-fix-it" tabIndex={-1}>
              How to fix it
            </h2>
            <ul>
              {howToFix.map((remedy, index) => (
                <li key={index}>
                  <SentenceText sentence={remedy} />
                </li>
              ))}
            </ul>
          </>
        )}
        {concept.picture === "two-strings" && <Demangler />}
        <Commands commands={seeYourself} />
        <Sources sources={concept.sources} />
        <Related concept={concept} />
        <ReadOn id={id} />
      </article>
      <Contents headings={headingsOf(concept)} />
    </div>
  );
}

interface SectionProps extends Heading {
  readonly paragraphs: readonly Sentence[];
}

function Section({ id, title, paragraphs }: SectionProps) {
  if (paragraphs.length === 0) return null;
  return (
    <>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {paragraphs.map((paragraph, index) => (
        <p key={index}>
          <SentenceText sentence={paragraph} />
        </p>
      ))}
    </>
  );
}

function Picture({ concept, report }: { readonly concept: Concept; readonly report: Report | null }) {
  switch (concept.picture) {
    case undefined:
      return null;
    case "timeline":
      return <Timeline floor={report?.verdict.glibcFloor ?? null} />;
    case "need-to-distribution":
      return <NeedPath report={report} />;
    case "two-strings":
      return <TwoStrings />;
  }
}

function Table({ table }: { readonly table: ConceptTable }) {
  return (
    <div className="scroll-region" role="group" aria-label={table.caption} tabIndex={0}>
      <table className="plain-table concept-table">
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ cells, sources }, row) => (
            <tr key={row}>
              {cells.map((cell, column) => {
                const text = <SentenceText sentence={cell} />;
                if (column === 0) {
                  return (
                    <th key={column} scope="row">
                      {text}
                    </th>
                  );
                }
                return (
                  <td key={column} data-column={table.columns[column]}>
                    {text}
                    {column === cells.length - 1 && sources.length > 0 && (
                      <span className="row-sources">
                        {sources.map(({ title, address }) =>
                          address === null ? (
                            <span key={title}>{title}</span>
                          ) : (
                            <a key={title} href={address} rel="noreferrer">
                              {title}
                            </a>
                          ),
                        )}
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Related({ concept: { findings, concepts } }: { readonly concept: Concept }) {
  return (
    <>
      {findings.length > 0 && (
        <>
          <h2 id="findings" tabIndex={-1}>
            Findings about this
          </h2>
          <ul className="learn-links">
            {findings.map((finding) => (
              <li key={finding}>
                <SeverityMark severity={findingKinds[finding].severity} />
                <a href={`#/learn/${finding}`}>{findingKinds[finding].title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {concepts.length > 0 && (
        <p className="see-also">
          See also:{" "}
          {concepts.map((other, index) => (
            <span key={other}>
              {index > 0 && " · "}
              <a href={`#/learn/${other}`}>{conceptTitles[other]}</a>
            </span>
          ))}
        </p>
      )}
    </>
  );
}

/** The pages before and after on the path. */
function ReadOn({ id }: { readonly id: ConceptId }) {
  const at = conceptIds.indexOf(id);
  const [before, after] = [conceptIds[at - 1], conceptIds[at + 1]];
  return (
    <nav className="read-on" aria-label="Path through these pages">
      {before !== undefined && (
        <a href={`#/learn/${before}`} className="read-before">
          <span className="faint small">Before this</span>
          <span>{conceptTitles[before]}</span>
        </a>
      )}
      {after !== undefined && (
        <a href={`#/learn/${after}`} className="read-after">
          <span className="faint small">Next</span>
          <span>
            {conceptTitles[after]} <Icon name="chevron" />
          </span>
        </a>
      )}
    </nav>
  );
}

function headingsOf(concept: Concept): readonly Heading[] {
  const { parts = [], whyItBreaks, howToFix, seeYourself, findings, picture } = concept;
  return [
    { id: "what-it-is", title: "What it is" },
    ...parts.map(({ heading }, index) => ({ id: `part-${String(index)}`, title: heading })),
    ...(whyItBreaks.length > 0 ? [{ id: "why-it-breaks", title: "Why it breaks" }] : []),
    ...(howToFix.length > 0 ? [{ id: "how-to-fix-it", title: "How to fix it" }] : []),
    ...(picture === "two-strings" ? [{ id: "demangler", title: "Take a symbol apart" }] : []),
    ...(seeYourself.length > 0 ? [{ id: "see-it-yourself", title: "See it yourself" }] : []),
    { id: "sources", title: "Sources" },
    ...(findings.length > 0 ? [{ id: "findings", title: "Findings about this" }] : []),
  ];
}
