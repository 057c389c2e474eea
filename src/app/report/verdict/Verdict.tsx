/** The verdict: a state as word, symbol and colour, and one sentence that can be pasted into an issue. */
import type { AuditwheelVerdict } from "../../../core/auditwheel/answer.ts";
import type { Report } from "../../../core/report.ts";
import { useFocusOnArrival } from "../../ui/focus.ts";
import { FloorLine } from "./FloorLine.tsx";
import { SentenceText } from "../../ui/SentenceText.tsx";
import { Disc } from "../../ui/StateMark.tsx";
import { outcomeStates } from "../../../present/states.ts";

export function Verdict({ report }: { readonly report: Report }) {
  const { verdict, auditwheel } = report;
  const state = outcomeStates[verdict.outcome];
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <section className={`verdict ${state.tone}`} aria-labelledby="verdict">
      <p className={`state-word ${state.tone}`}>
        <Disc state={state} />
        {state.word}
      </p>
      <h1 id="verdict" ref={heading} tabIndex={-1}>
        <span className="unseen">{state.word}: </span>
        <SentenceText sentence={verdict.headline} />
      </h1>
      {verdict.second.length > 0 && (
        <p className="second">
          <SentenceText sentence={verdict.second} />
        </p>
      )}
      <p className="auditwheel">
        <Auditwheel verdict={auditwheel} />
      </p>
      <FloorLine report={report} />
    </section>
  );
}

function Auditwheel({ verdict }: { readonly verdict: AuditwheelVerdict }) {
  if (verdict.kind === "refused") {
    return (
      <>
        <code>auditwheel show</code> refuses it: <SentenceText sentence={verdict.sentence} />
      </>
    );
  }
  return (
    <>
      <code>auditwheel show</code> says <code className="named tag">{verdict.overallTag}</code>
      {verdict.symTag !== verdict.overallTag && (
        <>
          , by symbol versions alone <code className="named tag">{verdict.symTag}</code>
        </>
      )}
    </>
  );
}
