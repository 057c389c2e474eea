/** The wheels of one release: the table, the policies by architecture, what differs. And what belongs to no release, as a list. */
import { memo, useMemo } from "react";
import type { ReleaseGroup, ReleaseRow } from "../../core/release/release.ts";
import { ArchitectureMatrix } from "./ArchitectureMatrix.tsx";
import { Differences } from "./Differences.tsx";
import { ReleaseTable } from "./ReleaseTable.tsx";
import { tableRows } from "../../present/release/rows.ts";

interface GroupProps {
  readonly group: ReleaseGroup;
  readonly keys: readonly string[];
  readonly id: string;
  /** It is one of several and says which. */
  readonly titled: boolean;
}

/** Steps of a reading change nothing here: it is made again with the release only. */
export const Group = memo(function Group({ group, keys, id, titled }: GroupProps) {
  const { rows, families, differences } = group;
  const title = `${group.project ?? ""} ${group.version ?? ""}`;
  const data = useMemo(() => tableRows(rows, differences, keys), [rows, differences, keys]);
  // One wheel alone is in the table already.
  const compared = families.filter(({ columns }) => columns.flatMap((column) => column.rows).length > 1);
  return (
    <section className="release-group" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{titled ? title : "Wheels"}</h2>
        <p className="faint small">{rows.length}</p>
      </div>
      <ReleaseTable rows={data} label={`Wheels of ${title}`} />
      <Differences id={id} differences={differences} rows={rows} keys={keys} />
      {compared.map((family) => (
        <ArchitectureMatrix
          key={family.libc}
          id={`${id}-${family.libc}`}
          family={family}
          rows={rows}
          keys={keys}
          named={families.length > 1}
        />
      ))}
    </section>
  );
});

interface ListProps {
  readonly rows: readonly ReleaseRow[];
  readonly keys: readonly string[];
  readonly title: string;
}

export const List = memo(function List({ rows, keys, title }: ListProps) {
  const data = useMemo(() => tableRows(rows, [], keys), [rows, keys]);
  return (
    <section className="release-group" aria-labelledby="others">
      <div className="section-head">
        <h2 id="others">{title}</h2>
        <p className="faint small">{rows.length}</p>
      </div>
      <ReleaseTable rows={data} label={title} named />
    </section>
  );
});
