/** An explanation, a concept, or the list of all: written once in src/learn, shown here and printed by `wheelscope explain`. */
import { explain } from "../../learn/explain.ts";
import { lateScreen } from "../state/late-screen.ts";
import { Explanation } from "./Explanation.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useShownReport } from "../state/session-context.ts";
import { useReportAddress } from "../state/view.ts";

/** The texts of the concepts and the pictures are many, and few visitors want them. */
const LatePage = lateScreen(() => import("./late-pages.tsx").then((part) => part.LatePage));

export function Learn({ id }: { readonly id: string | null }) {
  const open = useShownReport();
  const address = useReportAddress();
  const explanation = id === null ? null : explain(id);
  const report = open?.report ?? null;
  return (
    <main id="content" className={`page learn ${explanation === null ? "with-contents" : "narrow"}`}>
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
        <Explanation id={id} explanation={explanation} report={report} />
      ) : (
        <LatePage id={id} report={report} />
      )}
    </main>
  );
}
