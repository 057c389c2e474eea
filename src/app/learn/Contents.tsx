/** The headings of a long page, beside it on wide screens. The address belongs to the page, so these are buttons and not links. */

export interface Heading {
  readonly id: string;
  readonly title: string;
}

export function Contents({ headings }: { readonly headings: readonly Heading[] }) {
  return (
    <nav className="learn-contents" aria-label="On this page">
      <p className="faint small" aria-hidden="true">
        On this page
      </p>
      <ul className="learn-contents-list">
        {headings.map(({ id, title }) => (
          <li key={id}>
            <button type="button" onClick={() => showHeading(id)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Brings a heading into view, and the focus to it. */
export function showHeading(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: "start" });
  heading?.focus({ preventScroll: true });
}
