/** Libraries in groups that open, each with a line of its own. */
import { useState, type ReactNode } from "react";
import { formatCount, plural } from "../../../present/units.ts";
import { Icon } from "../../ui/Icon.tsx";
import { LibraryLink } from "../../ui/LibraryLink.tsx";

export interface LibraryGroup {
  readonly key: string;
  readonly title: ReactNode;
  readonly open: boolean;
  readonly libraries: readonly { readonly path: string; readonly note: ReactNode }[];
}

/** Libraries in the document at first. */
const librariesShown = 30;

export function LibraryGroups({ groups }: { readonly groups: readonly LibraryGroup[] }) {
  return (
    <ul className="library-groups">
      {groups.map((group) => (
        <li key={group.key}>
          <Group group={group} />
        </li>
      ))}
    </ul>
  );
}

function Group({ group: { title, open, libraries } }: { readonly group: LibraryGroup }) {
  const [all, setAll] = useState(false);
  const shown = all ? libraries : libraries.slice(0, librariesShown);
  return (
    <details open={open}>
      <summary>
        <Icon name="chevron" />
        <span className="group-title">{title}</span>
        <span className="faint small">{plural(libraries.length, "library", "libraries")}</span>
      </summary>
      <ul className="group-libraries">
        {shown.map(({ path, note }) => (
          <li key={path}>
            <LibraryLink path={path} />
            {note !== null && <span className="below">{note}</span>}
          </li>
        ))}
      </ul>
      {shown.length < libraries.length && (
        <button type="button" className="link-button small" onClick={() => setAll(true)}>
          and {formatCount(libraries.length - shown.length)} more
        </button>
      )}
    </details>
  );
}
