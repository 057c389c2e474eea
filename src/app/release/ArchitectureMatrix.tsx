/**
 * Policies × architectures, and below what each architecture needs at most. Each cell is a button: pointing at it or moving the focus
 * there tells below the table which wheels it is about.
 */
import { useState } from "react";
import type { ReleaseFamily, ReleaseRow } from "../../core/release/release.ts";
import { tellingPolicies } from "../../core/release/telling-policies.ts";
import { count } from "../../core/sentence.ts";
import { Disc } from "../ui/StateMark.tsx";
import { moveAmong } from "../ui/roving.ts";
import { CellText } from "./CellText.tsx";
import {
  groupLines,
  linesOf,
  place,
  tellingPlace,
  type CellSubject,
} from "../../present/release/matrix-lines.ts";
import { cellState } from "../../present/release/matrix.ts";

interface ArchitectureMatrixProps {
  readonly family: ReleaseFamily;
  readonly rows: readonly ReleaseRow[];
  readonly keys: readonly string[];
  /** Tells the matrices of several C libraries and releases apart. */
  readonly id: string;
  /** There are several C libraries to tell apart. */
  readonly named: boolean;
}

export function ArchitectureMatrix({ family, rows, keys, id, named }: ArchitectureMatrixProps) {
  const { columns, policies, libc } = family;
  const [everyLine, setEveryLine] = useState(false);
  const telling = tellingPolicies(family);
  const lines = linesOf(family, everyLine);
  const [looked, setLooked] = useState<string | null>(null);
  const [chosen, setChosen] = useState(() => tellingPlace(lines));
  const subjects = new Map(
    lines.flatMap((line) => line.cells.map((cell, column) => [place(line, column), cell] as const)),
  );
  const stop = subjects.has(chosen) ? chosen : tellingPlace(lines);
  const shown = looked ?? stop;
  const subject = subjects.get(shown);
  return (
    <section className="by-architecture" aria-labelledby={`${id}-architectures`}>
      <div className="section-head">
        <h3 id={`${id}-architectures`}>
          By architecture
          {named && <span className="faint"> · {libc}</span>}
        </h3>
        <p className="faint small">Choose a cell to see which wheels it is about.</p>
        {telling.length < policies.length && (
          <button
            type="button"
            className="link-button small"
            aria-expanded={everyLine}
            onClick={() => setEveryLine(!everyLine)}
          >
            {everyLine ? "Only the policies that tell" : `Show all ${String(policies.length)} policies`}
          </button>
        )}
      </div>
      <div className="matrix-beside">
        <div
          className="scroll-region table-region"
          role="group"
          aria-label={`Policies and needs by architecture, ${libc}`}
          tabIndex={0}
        >
          <table
            className="matrix release-matrix"
            onKeyDown={(event) => moveAmong(event, "[data-cell]")}
            onMouseLeave={() => setLooked(null)}
          >
            <thead>
              <tr>
                <th scope="col">Policy</th>
                {columns.map(({ architecture, rows: own }) => (
                  <th key={architecture} scope="col">
                    {architecture}
                    <span className="matrix-examples">{count(own.length, "wheel")}</span>
                  </th>
                ))}
              </tr>
            </thead>
            {groupLines(lines).map(({ title, members }) => (
              <tbody key={title}>
                {title !== "" && (
                  <tr className="matrix-group">
                    <th scope="rowgroup" colSpan={columns.length + 1}>
                      {title}
                    </th>
                  </tr>
                )}
                {members.map((line) => (
                  <tr key={line.id}>
                    <th scope="row">
                      {line.title}
                      {line.aliases.length > 0 && (
                        <span className="matrix-examples">{line.aliases.join(", ")}</span>
                      )}
                    </th>
                    {line.cells.map((cell, column) => (
                      <td key={columns[column]?.architecture}>
                        <Cell
                          subject={cell}
                          label={`${line.title}, ${columns[column]?.architecture ?? ""}`}
                          describedBy={`${id}-cell`}
                          isAt={shown === place(line, column)}
                          isStop={stop === place(line, column)}
                          onLook={() => setLooked(place(line, column))}
                          onChoose={() => {
                            setLooked(null);
                            setChosen(place(line, column));
                          }}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        </div>
        <div id={`${id}-cell`} className="matrix-text small">
          {subject !== undefined && <CellText key={shown} subject={subject} rows={rows} keys={keys} />}
        </div>
      </div>
    </section>
  );
}

interface CellProps {
  readonly subject: CellSubject;
  readonly label: string;
  readonly describedBy: string;
  readonly isAt: boolean;
  readonly isStop: boolean;
  readonly onLook: () => void;
  readonly onChoose: () => void;
}

function Cell({ subject, label, describedBy, isAt, isStop, onLook, onChoose }: CellProps) {
  const { tone, text, isClaimed } = wordsOf(subject);
  return (
    <button
      type="button"
      data-cell={label}
      className={`matrix-cell ${tone} ${isAt ? "at" : ""}`}
      tabIndex={isStop ? 0 : -1}
      aria-label={`${label}: ${text === "" ? "–" : text}${isClaimed ? " claimed" : ""}`}
      {...(isAt ? { "aria-describedby": describedBy } : {})}
      onPointerEnter={(event) => event.pointerType === "mouse" && onLook()}
      onFocus={onChoose}
      onClick={onChoose}
    >
      {subject.kind === "policy" && <Disc state={cellState(subject.cell, subject.total)} />}
      <span>{text === "" ? "–" : text}</span>
      {isClaimed && (
        <>
          {" "}
          <span className="claimed-mark">claimed</span>
        </>
      )}
    </button>
  );
}

interface CellWords {
  readonly text: string;
  readonly tone: string;
  readonly isClaimed: boolean;
}

function wordsOf(subject: CellSubject): CellWords {
  if (subject.kind === "need") return { text: subject.text, tone: "need", isClaimed: false };
  const { word, tone } = cellState(subject.cell, subject.total);
  return { text: word, tone, isClaimed: subject.cell.claiming.length > 0 };
}
