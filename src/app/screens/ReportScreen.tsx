/** The report: the verdict first, then why, then everything. One library opens beside the table, or alone where space is short. */
import { Suspense, useDeferredValue, useEffect, useRef } from "react";
import { useScrollMemory } from "../focus.ts";
import { CodeSections, LibraryDetail } from "../load.ts";
import { Actions } from "../parts/Actions.tsx";
import { FileIdentity } from "../parts/FileIdentity.tsx";
import { FindingList } from "../parts/FindingList.tsx";
import { LibraryTable } from "../parts/LibraryTable.tsx";
import { PolicyLadder } from "../parts/PolicyLadder.tsx";
import { PrintEnd } from "../parts/PrintEnd.tsx";
import { SectionNav } from "../parts/SectionNav.tsx";
import { OneOfSeveral } from "../parts/OneOfSeveral.tsx";
import { Verdict } from "../parts/Verdict.tsx";
import { WithoutFile } from "../parts/WithoutFile.tsx";
import type { ReportedWheel } from "../wheel.ts";
import { useWideScreen } from "../screen-width.ts";
import { useView } from "../view.ts";

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
