/** All there is to learn: the path from the first page to the last, the pictures, then every finding and error by its name. */
import type { Concept, ConceptPicture } from "../../learn/concept.ts";
import { errorIds, explain } from "../../learn/explain.ts";
import { findingIds, findingKinds, isFindingId } from "../../core/findings/index.ts";
import type { Severity } from "../../core/severity.ts";
import { useFocusOnArrival } from "../ui/focus.ts";
import { SeverityMark } from "../ui/StateMark.tsx";
import { Contents } from "./Contents.tsx";
import { Thumbnail } from "./Thumbnail.tsx";

const groups: readonly (readonly [Severity, string])[] = [
  ["error", "Problems"],
  ["warning", "Warnings"],
  ["info", "Notes"],
  ["good", "Good news"],
];

const headings = [
  { id: "path", title: "From the beginning" },
  { id: "pictures", title: "Pictures" },
  ...groups.map(([severity, title]) => ({ id: `group-${severity}`, title })),
  { id: "group-unreadable", title: "Files that cannot be read" },
];

/** Each picture once, on the page that is most about it. */
const pictures: readonly {
  readonly picture: ConceptPicture;
  readonly on: Concept["id"];
  readonly title: string;
  readonly text: string;
}[] = [
  {
    picture: "need-to-distribution",
    on: "glibc-floor",
    title: "From a call to a tag",
    text: "How a version that nobody wrote gets into a library, and whom it shuts out.",
  },
  {
    picture: "timeline",
    on: "manylinux",
    title: "Twenty years",
    text: "Tags, glibc, GCC and distributions: who has which, and until when.",
  },
  {
    picture: "two-strings",
    on: "string-abi",
    title: "Two symbols for one function",
    text: "The names of the two strings side by side; take a symbol of your own apart.",
  },
];

interface LearnIndexProps {
  readonly concepts: readonly Concept[];
  /** An id in the address for which there is no page. */
  readonly unknown: string | null;
}

export function LearnIndex({ concepts, unknown }: LearnIndexProps) {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <div className="learn-columns">
      <div className="learn-index">
        <h1 ref={heading} tabIndex={-1}>
          How wheels run, and why they break
        </h1>
        {unknown !== null && <p className="notice">There is no explanation called “{unknown}”.</p>}
        <p className="lead">
          What stands behind a report, from the beginning; and every finding by its name, the same on this
          page, on the command line and in the JSON document.
        </p>
        <section aria-labelledby="path">
          <h2 id="path" tabIndex={-1}>
            From the beginning
          </h2>
          <ol className="learn-list learn-path">
            {concepts.map(({ id, title, summary, picture }, index) => (
              <li key={id}>
                <span className="path-number" aria-hidden="true">
                  {index + 1}
                </span>
                <p>
                  <a href={`#/learn/${id}`}>{title}</a>
                  <span className="small">
                    {summary}
                    {picture !== undefined && <span className="picture-mark">picture</span>}
                  </span>
                </p>
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="pictures">
          <h2 id="pictures" tabIndex={-1}>
            Pictures
          </h2>
          <ul className="picture-cards">
            {pictures.map(({ picture, on, title, text }) => (
              <li key={picture}>
                <Thumbnail picture={picture} />
                <a href={`#/learn/${on}`}>{title}</a>
                <span className="small">{text}</span>
              </li>
            ))}
          </ul>
        </section>
        {groups.map(([severity, title]) => (
          <section key={severity} aria-labelledby={`group-${severity}`}>
            <h2 id={`group-${severity}`} tabIndex={-1}>
              {title}
            </h2>
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
          <h2 id="group-unreadable" tabIndex={-1}>
            Files that cannot be read
          </h2>
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
      </div>
      <Contents headings={headings} />
    </div>
  );
}
