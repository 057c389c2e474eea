/** The highest version of each family a library asks for, and who asks: the reason for the policy it fits. */
import type { Blocker } from "../../../core/verdict/blocker.ts";
import type { LibraryReport, Report } from "../../../core/report.ts";
import { Names } from "../../ui/Names.tsx";

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
      <NextRung library={library} report={report} />
    </section>
  );
}

/** What keeps the library from the next older policy. */
function NextRung({ library, report }: { readonly library: LibraryReport; readonly report: Report }) {
  const at = report.ladder.findIndex((step) => step.tag === library.fits);
  const older = report.ladder[at - 1];
  const blockers = older?.blockers.filter((blocker) => blocker.in === library.facts.path) ?? [];
  const names = [...new Set(blockers.map(blockerName))];
  if (older === undefined || names.length === 0) return null;
  return (
    <p className="small">
      Too much for <code className="named tag">{older.tag}</code>:{" "}
      <Names names={names} total={names.length} shown={4} none="" />
    </p>
  );
}

function blockerName(blocker: Blocker): string {
  switch (blocker.kind) {
    case "symbol-version":
      return blocker.version;
    case "library":
      return blocker.needed;
    case "isa":
      return blocker.level;
    case "forbidden-symbol":
    case "pyfpe":
    case "ucs2":
      return blocker.symbol;
  }
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
