/** The pages whose texts are loaded when somebody opens one: the index and the concepts. */
import { concepts, explainConcept } from "../../learn/concepts/index.ts";
import type { Report } from "../../core/report.ts";
import "../style/learn/pages.css";
import "../style/learn/pictures.css";
import "../style/learn/timeline.css";
import "../style/learn/need.css";
import "../style/learn/strings.css";
import { ConceptPage } from "./ConceptPage.tsx";
import { LearnIndex } from "./LearnIndex.tsx";

interface LatePageProps {
  /** Null: the list of all. An id that nothing goes by: the list, which says so. */
  readonly id: string | null;
  /** The report that is open. */
  readonly report: Report | null;
}

export function LatePage({ id, report }: LatePageProps) {
  const concept = id === null ? null : explainConcept(id);
  return concept === null ? (
    <LearnIndex unknown={id} concepts={concepts} />
  ) : (
    <ConceptPage concept={concept} report={report} />
  );
}
