/** What stands below the matrix about one of its cells: the wheels behind it, each a way to its report. */
import type { ReleaseRow } from "../../core/release/release.ts";
import { WheelLink } from "./WheelLink.tsx";
import type { CellSubject } from "../../present/release/matrix-lines.ts";
import { cellState } from "../../present/release/matrix.ts";
import { shortName } from "../../present/release/words.ts";

interface CellTextProps {
  readonly subject: CellSubject;
  readonly rows: readonly ReleaseRow[];
  readonly keys: readonly string[];
}

/** More links than anybody follows. */
const linksShown = 12;

export function CellText({ subject, rows, keys }: CellTextProps) {
  return (
    <>
      <strong>
        {subject.kind === "policy" ? subject.policy : subject.title}, {subject.architecture}:
      </strong>{" "}
      {subject.kind === "policy" ? (
        <PolicyText subject={subject} rows={rows} keys={keys} />
      ) : (
        <NeedText subject={subject} rows={rows} keys={keys} />
      )}
    </>
  );
}

type TextOf<Kind extends CellSubject["kind"]> = Omit<CellTextProps, "subject"> & {
  readonly subject: Extract<CellSubject, { kind: Kind }>;
};

function PolicyText({ subject, rows, keys }: TextOf<"policy">) {
  const { cell, policy, architecture, all, total } = subject;
  if (cell.state === "undefined") return <>this policy is not defined for {architecture}.</>;
  const fitting = all.filter((index) => !cell.limiting.includes(index));
  const against = `${policy}_${architecture}`;
  const { word } = cellState(cell, total);
  return (
    <>
      {word}.{" "}
      {cell.limiting.length > 0 && (
        <>
          What stands in the way: <Links indexes={cell.limiting} against={against} rows={rows} keys={keys} />
          .{" "}
        </>
      )}
      {cell.limiting.length > 0 && fitting.length > 0 && (
        <>
          Fitting: <Links indexes={fitting} against={against} rows={rows} keys={keys} />.{" "}
        </>
      )}
      {cell.limiting.length === 0 && <Links indexes={fitting} against={against} rows={rows} keys={keys} />}
    </>
  );
}

interface LinksProps {
  readonly indexes: readonly number[];
  /** Full tag: the report opens at it. */
  readonly against: string;
  readonly rows: readonly ReleaseRow[];
  readonly keys: readonly string[];
}

function Links({ indexes, against, rows, keys }: LinksProps) {
  const shown = indexes.slice(0, linksShown);
  const more = indexes.length - shown.length;
  return (
    <>
      {shown.map((index, position) => {
        const row = rows.find((each) => each.index === index);
        if (row === undefined) return null;
        return (
          <span key={index}>
            {position > 0 && ", "}
            <WheelLink
              wheel={keys[index] ?? row.fileName}
              from={`cell-${against}`}
              arrival={{ against }}
              className="mono"
              title={row.fileName}
            >
              {shortName(row)}
            </WheelLink>
          </span>
        );
      })}
      {more > 0 && ` and ${String(more)} more`}
    </>
  );
}

function NeedText({ subject: { text, from }, rows, keys }: TextOf<"need">) {
  if (text === "") return <>nothing.</>;
  const row = from === null ? undefined : rows.find((each) => each.index === from.row);
  if (from === null || row === undefined) return <>{text}.</>;
  return (
    <>
      <code className="named version">{from.version}</code>
      {from.symbol !== null && (
        <>
          {" "}
          (<code>{from.symbol}</code>)
        </>
      )}{" "}
      is asked for by{" "}
      <WheelLink
        wheel={keys[from.row] ?? row.fileName}
        from={`cell-${from.family}`}
        arrival={{ lib: from.library }}
        className="mono"
      >
        {from.library}
      </WheelLink>{" "}
      of <span className="mono">{shortName(row)}</span>.
    </>
  );
}
