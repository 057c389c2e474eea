/** One finding opened: its evidence as a table, the libraries concerned, what to do. */
import { useState } from "react";
import type { Evidence } from "../../../core/evidence.ts";
import type { Finding } from "../../../core/report.ts";
import { formatCount } from "../../../present/units.ts";
import { LibraryLink } from "../../ui/LibraryLink.tsx";
import { SentenceText } from "../../ui/SentenceText.tsx";
import { useFileIsHere } from "../../state/session-context.ts";
import { SymbolAtVersion } from "../../ui/SymbolAtVersion.tsx";

const evidenceShown = 20;

interface FindingBodyProps {
  readonly finding: Finding;
  /** The sentence stands in the line above when there is only one. */
  readonly withSentence: boolean;
}

export function FindingBody({ finding, withSentence }: FindingBodyProps) {
  return (
    <div className="finding-one">
      {withSentence && (
        <p className="finding-own-sentence">
          <SentenceText sentence={finding.sentence} />
        </p>
      )}
      {finding.evidence.length > 0 && <EvidenceTable finding={finding} />}
      {finding.evidence.length === 0 && <LibraryLinks paths={finding.libraries} />}
      {finding.advice.length > 0 && (
        <div className="advice">
          <h4>What to do</h4>
          {finding.advice.map((advice, index) => (
            <p key={index}>
              <SentenceText sentence={advice} />
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

function LibraryLinks({ paths }: { readonly paths: readonly string[] }) {
  if (paths.length === 0) return null;
  return (
    <ul className="path-list">
      {paths.slice(0, evidenceShown).map((path) => (
        <li key={path}>
          <LibraryLink path={path} />
        </li>
      ))}
      {paths.length > evidenceShown && (
        <li className="faint">and {formatCount(paths.length - evidenceShown)} more</li>
      )}
    </ul>
  );
}

function EvidenceTable({ finding }: { readonly finding: Finding }) {
  const [all, setAll] = useState(false);
  const fileIsHere = useFileIsHere();
  const { evidence, evidenceTotal } = finding;
  const rows = all ? evidence : evidence.slice(0, evidenceShown);
  const has = (field: keyof Evidence): boolean => evidence.some((piece) => piece[field] !== undefined);
  const columns = {
    symbol: has("symbol") || has("version"),
    from: has("from"),
    in: has("in"),
    note: has("note"),
  };
  if (!columns.symbol && !columns.from && !columns.in) {
    return (
      <ul className="path-list small">
        {rows.map((piece, index) => (
          <li key={index}>{piece.note}</li>
        ))}
      </ul>
    );
  }
  return (
    <>
      <div className="scroll-region" role="group" aria-label="Evidence" tabIndex={0}>
        <table className="evidence">
          <thead>
            <tr>
              {columns.symbol && <th scope="col">Symbol and version</th>}
              {columns.from && <th scope="col">Asked of</th>}
              {columns.in && <th scope="col">In the file</th>}
              {columns.note && <th scope="col">Note</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((piece, index) => (
              <tr key={index}>
                {columns.symbol && (
                  <td>
                    <SymbolAtVersion piece={piece} />
                  </td>
                )}
                {columns.from && (
                  <td>
                    <code>{piece.from}</code>
                  </td>
                )}
                {columns.in && <td>{piece.in !== undefined && <LibraryLink path={piece.in} />}</td>}
                {columns.note && <td>{piece.note}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length < evidence.length ? (
        <button type="button" className="button" onClick={() => setAll(true)}>
          Show all {formatCount(evidence.length)}
        </button>
      ) : (
        evidenceTotal > rows.length && (
          <p className="faint small">
            {formatCount(rows.length)} of {formatCount(evidenceTotal)}
            {fileIsHere && "; a library’s own view lists every symbol"}.
          </p>
        )
      )}
    </>
  );
}
