/** Where a page's statements can be checked. */
import type { Source } from "../../learn/explain.ts";

export function Sources({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <>
      <h2 id="sources" tabIndex={-1}>
        Sources
      </h2>
      <ul>
        {sources.map(({ title, address }) => (
          <li key={title}>
            {address === null ? (
              title
            ) : (
              <a href={address} rel="noreferrer">
                {title}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
