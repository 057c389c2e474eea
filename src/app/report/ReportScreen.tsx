/** The report: the verdict first, then why, then everything. One library opens beside the table, or alone where space is short. */
import { Suspense, useDeferredValue, useEffect, useRef } from "react";
import { useScrollMemory } from "../ui/focus.ts";
import { CodeSections, LibraryDetail } from "./late-parts.ts";
import { Actions } from "./Actions.tsx";
import { FileIdentity } from "./FileIdentity.tsx";
import { FindingList } from "./findings/FindingList.tsx";
import { LibraryTable } from "./libraries/LibraryTable.tsx";
import { PolicyLadder } from "./verdict/PolicyLadder.tsx";
import { PrintEnd } from "./PrintEnd.tsx";
import { SectionNav } from "./SectionNav.tsx";
import { OneOfSeveral } from "./OneOfSeveral.tsx";
import { Verdict } from "./verdict/Verdict.tsx";
import { WithoutFile } from "./WithoutFile.tsx";
import type { ReportedWheel } from "../state/wheel.ts";
import { useWideScreen } from "../ui/screen-width.ts";
import { useView } from "../state/view.ts";

export interface ReportScreenProps {
  readonly wheel: ReportedWheel;
}

export function ReportScreen({ wheel }: ReportScreenProps) {
  const { report, inspection } = wheel;
  const lib = useView((view) => view.route.view.lib);
  const wide = useWideScreen();
  const library = report.libraries.find(({ facts }) => facts.path === lib) ?? null;
  useScrollMemory(wide || library === null ? wheel.id : -1);
  useReturnToRow(library?.facts.path ?? null);
  const isWhole = useWholeLater(wheel.id);

  const detail = library !== null && (
    <Suspense fallback={null}>
      <LibraryDetail
        key={library.facts.path}
        library={library}
        report={report}
        inspection={inspection}
        beside={wide}
      />
    </Suspense>
  );
  if (detail !== false && !wide) {
    return (
      <main id="content" className="page report">
        {detail}
      </main>
    );
  }
  return (
    <main id="content" className="report" aria-busy={!isWhole}>
      <div className="page">
        <OneOfSeveral />
        <Verdict report={report} />
        <FileIdentity wheel={wheel} />
        <Actions wheel={wheel} />
      </div>
      <SectionNav report={report} />
      <div className="page">
        <PolicyLadder report={report} />
        <WithoutFile report={report} />
        <FindingList report={report} />
        {isWhole && (
          <Suspense fallback={null}>
            <CodeSections report={report} />
          </Suspense>
        )}
      </div>
      {isWhole && report.libraries.length > 0 && (
        <div className={`page libraries ${detail === false ? "" : "with-detail"}`}>
          <LibraryTable report={report} compact={detail !== false} />
          {detail}
        </div>
      )}
      <PrintEnd about={report.facts.fileName} />
    </main>
  );
}

/** Reports that have been on the screen: coming back to one, the scroll position and the row in focus must be there at once. */
const seen = new Set<number>();

/**
 * False for the first frame of a new report: the verdict comes first, and hundreds of rows after it, in slices that leave the page free to
 * answer.
 */
function useWholeLater(id: number): boolean {
  const isWhole = useDeferredValue(true, seen.has(id));
  useEffect(() => {
    seen.add(id);
  }, [id]);
  return isWhole;
}

/** When a library closes, the focus goes back to its row. */
function useReturnToRow(path: string | null): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (path === null && last.current !== null) {
      document.querySelector<HTMLElement>(`[data-library="${CSS.escape(last.current)}"]`)?.focus();
    }
    last.current = path;
  }, [path]);
}
