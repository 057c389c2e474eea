/** Cells of a release's table that say more than one word, or lead somewhere. */
import type { MainFamily } from "../../facts/names/version-name.ts";
import { Fragment } from "react";
import { findingKinds } from "../../core/findings/index.ts";
import type { RowField } from "../../core/release/release.ts";
import { count, plainText } from "../../core/sentence.ts";
import { Disc } from "../ui/StateMark.tsx";
import { severityStates } from "../../present/states.ts";
import { maximumOf, type Note, type TableRow } from "../../present/release/rows.ts";
import { WheelLink } from "./WheelLink.tsx";
import { rowState } from "../../present/states.ts";
import { claimWords, countsOf, shortName } from "../../present/release/words.ts";

interface CellProps {
  readonly row: TableRow;
}

/** Lines break where a name has its joints. */
export function Joints({ text }: { readonly text: string }) {
  return text.split(/(?<=[-.])/).map((piece, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}

export function WheelCell({ row: { key, row } }: CellProps) {
  return (
    <WheelLink wheel={key} from="wheel" className="mono wheel-name" title={row.fileName}>
      {row.project !== null && (
        <strong className="wheel-project">
          {row.project} {row.version}{" "}
        </strong>
      )}
      <Joints text={shortName(row)} />
    </WheelLink>
  );
}

export function VerdictCell({ row: { row } }: CellProps) {
  const state = rowState(row.outcome);
  return (
    <span className="verdict-cell" title={plainText(row.headline)}>
      <Disc state={state} />
      <span className={state.tone}>{state.word}</span>
    </span>
  );
}

export function ClaimCell({ row }: CellProps) {
  const { claimed, fits, differs } = claimWords(row.row);
  return (
    <>
      <Joints text={claimed} />
      {differs && (
        <>
          {" "}
          <span aria-hidden="true">→</span>
          <span className="unseen">but fits</span> <strong>{fits}</strong>
        </>
      )}
      <Notes row={row} field="claim" />
    </>
  );
}

/** The highest version asked for; it leads to the library that asks. */
export function MaximumCell({ row, family }: CellProps & { readonly family: MainFamily }) {
  const maximum = maximumOf(row.row, family);
  const number = family === "GLIBC" ? row.row.glibcFloor : (maximum?.number ?? null);
  if (number === null) return null;
  return (
    <>
      {maximum === null ? (
        number
      ) : (
        <WheelLink
          wheel={row.key}
          from={family}
          arrival={{ lib: maximum.library }}
          title={`${maximum.symbol === null ? "" : `${maximum.symbol}: `}${maximum.version}, asked for by ${maximum.library}`}
          hint="opens the library that asks for it"
        >
          {number}
        </WheelLink>
      )}
      <Notes row={row} field={family} />
    </>
  );
}

interface NotedCellProps extends CellProps {
  readonly field: RowField;
  readonly text: string;
}

export function NotedCell({ row, field, text }: NotedCellProps) {
  if (text === "") return null;
  return (
    <>
      {text}
      <Notes row={row} field={field} />
    </>
  );
}

/** Numbers by severity; they lead to the worst finding. */
export function FindingsCell({ row }: CellProps) {
  const { findings, error } = row.row;
  if (error !== null) return <span className="faint">–</span>;
  const found = countsOf(row.row);
  const [worst] = findings;
  if (found.length === 0 || worst === undefined) return <span className="faint">none</span>;
  return (
    <>
      <WheelLink
        wheel={row.key}
        from="findings"
        arrival={{ finding: worst.id }}
        className="counts"
        title={[...new Set(findings.map(({ id }) => id))].map((id) => findingKinds[id].title).join("\n")}
      >
        {found.map(([severity, amount]) => (
          <span key={severity} className="count">
            <Disc state={severityStates[severity]} />
            <span aria-hidden="true">{amount}</span>
            <span className="unseen">{count(amount, severityStates[severity].word.toLowerCase())} </span>
          </span>
        ))}
      </WheelLink>
      <Notes row={row} field="findings" />
    </>
  );
}

/** Marks what differs from the other wheels; the numbers are those of the list “What differs”. */
function Notes({ row, field }: CellProps & { readonly field: RowField }) {
  const notes: readonly Note[] = row.notes.get(field) ?? [];
  if (notes.length === 0) return null;
  return (
    <span className="notes">
      {notes.map(({ number, difference }) => (
        <span key={number} className={`note ${difference.severity}`} title={plainText(difference.sentence)}>
          <span className="unseen">differs, see </span>
          {number}
        </span>
      ))}
    </span>
  );
}
