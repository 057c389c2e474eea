/** One thing that a pasted text is about: what it means, what it wants, who has that, what to do, and who in the open wheel it is about. */
import { findingKinds } from "../../core/findings/index.ts";
import type { DiagnosisEntry, SystemsHaving } from "../../core/diagnose/diagnosis.ts";
import type { Sentence } from "../../core/sentence.ts";
import { EvidenceList } from "../ui/EvidenceList.tsx";
import { LibraryLink } from "../ui/LibraryLink.tsx";
import { SentenceText } from "../ui/SentenceText.tsx";
import { SymbolSearch } from "../report/library/SymbolSearch.tsx";

export function DiagnosisEntryView({ entry }: { readonly entry: DiagnosisEntry }) {
  const { title, quote, meaning, facts, systems, advice, learn, libraries, ask } = entry;
  return (
    <article className="diagnosis">
      <h2>{title}</h2>
      <blockquote className="mono">{quote}</blockquote>
      {meaning.map((sentence, index) => (
        <p key={index}>
          <SentenceText sentence={sentence} />
        </p>
      ))}
      {facts.length > 0 && (
        <dl className="facts">
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <SentenceText sentence={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {systems !== null && <Having systems={systems} />}
      {libraries.length > 0 && (
        <section className="in-open-wheel">
          <h3>In the open wheel</h3>
          <ul className="path-list">
            {libraries.map(({ path, sentence, evidence }) => (
              <li key={path}>
                <AboutLibrary path={path} sentence={sentence} />
                <EvidenceList evidence={evidence} shown={3} about={path} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {ask.length > 0 && <SymbolSearch names={ask} />}
      {advice.length > 0 && (
        <div className="advice">
          <h3>What to do</h3>
          {advice.map((sentence, index) => (
            <p key={index}>
              <SentenceText sentence={sentence} />
            </p>
          ))}
        </div>
      )}
      {learn !== null && (
        <p>
          Read on: <a href={`#/learn/${learn}`}>{findingKinds[learn].title}</a>
        </p>
      )}
    </article>
  );
}

/** The sentence with the library's own path as a link; in front of it where it does not name the path. */
function AboutLibrary({ path, sentence }: { readonly path: string; readonly sentence: Sentence }) {
  const at = sentence.findIndex((part) => typeof part !== "string" && part.text === path);
  return (
    <>
      <SentenceText sentence={sentence.slice(0, Math.max(at, 0))} />
      <LibraryLink path={path} />
      {at < 0 && ": "}
      <SentenceText sentence={sentence.slice(at + 1)} />
    </>
  );
}

function Having({ systems }: { readonly systems: SystemsHaving }) {
  const { version, since, without } = systems;
  return (
    <dl className="facts">
      {since.length > 0 && (
        <div>
          <dt>Have {version}</dt>
          <dd>{since.join(", ")} and newer</dd>
        </div>
      )}
      {without.length > 0 && (
        <div>
          <dt>Do not have it</dt>
          <dd>{without.join(", ")}</dd>
        </div>
      )}
    </dl>
  );
}
