/** The sections of a long report, always at hand on wide screens. The address belongs to the view, so these are buttons and not links. */
import type { Report } from "../../core/report.ts";
import { presentSections, type SectionId } from "./code/present.ts";

/** Fewer sections fit on a screen or two. */
const worthFrom = 5;

export function SectionNav({ report }: { readonly report: Report }) {
  const sections = presentSections(report);
  if (sections.length < worthFrom) return null;
  return (
    <nav className="section-nav" aria-label="Sections of the report">
      <ul className="section-nav-list">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <button type="button" onClick={() => showSection(id)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Brings a section into view, and the focus to its heading. */
export function showSection(id: SectionId): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: "start" });
  heading?.focus({ preventScroll: true });
}
