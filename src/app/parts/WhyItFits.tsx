/** The highest version of each family a library asks for, and who asks: the reason for the policy it fits. */
import type { LibraryReport, Report } from "../../core/report.ts";
import { Names } from "./Names.tsx";

export function WhyItFits({ library, report }: { readonly library: LibraryReport; readonly report: Report }) {
  return (
    <section aria-labelledby="why">
      <h3 id="why">{title(library, report)}</h3>
      {library.maxima.length === 0 ? (
        <p className="faint">It asks for no symbol versions at all.</p>
      ) : (
        <dl className="maxima">
          {library.maxima.map((maximum) => (
            <div key={`${maximum.family} ${maximum.from}`}>
              <dt>
                <code className="named version">{maximum.version}</code>
                <span className="faint small">of {maximum.from}</span>
              </dt>
              <dd>
                <Names
                  names={maximum.symbols}
                  total={maximum.symbolCount}
                  shown={5}
                  none="asked for without a particular symbol"
                />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function title({ fits }: LibraryReport, { ladder }: Report): React.ReactNode {
  if (ladder.length === 0) return "Newest versions it asks for";
  if (fits === null) return "By itself it fits no policy";
  return (
    <>
      By itself it fits <code className="named tag">{fits}</code>
    </>
  );
}
