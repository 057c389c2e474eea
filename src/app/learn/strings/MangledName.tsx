/** A mangled name drawn as its pieces, and the same as a table that says what each stands for. */
import type { Piece, PieceTone } from "./mangled.ts";

interface MangledNameProps {
  readonly pieces: readonly Piece[];
  /** Which pieces the other name has too; left out: nothing is compared. */
  readonly common?: readonly boolean[];
}

/** The letters in their order; pieces the other name lacks are marked. Screen readers get the name in one. */
export function MangledName({ pieces, common }: MangledNameProps) {
  return (
    <p className="mangled">
      <code className="unseen">{pieces.map(({ text }) => text).join("")}</code>
      <span aria-hidden="true">
        {pieces.map(({ text, tone }, index) => (
          <span key={index} className={`piece ${tone} ${common?.[index] === false ? "differs" : ""}`}>
            {text}
          </span>
        ))}
      </span>
    </p>
  );
}

const toneWords: Readonly<Record<PieceTone, string | null>> = {
  plain: null,
  new: "new ABI",
  old: "old ABI",
  "libc++": "libc++",
  again: null,
  unread: null,
};

interface PieceTableProps extends MangledNameProps {
  readonly caption: string;
}

export function PieceTable({ pieces, common, caption }: PieceTableProps) {
  return (
    <table className="piece-table">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Letters</th>
          <th scope="col">stand for</th>
        </tr>
      </thead>
      <tbody>
        {pieces.map(({ text, meaning, tone, depth }, index) => (
          <tr key={index} className={common?.[index] === false ? "differs" : ""}>
            <th scope="row">
              <code className={`piece ${tone} ${common?.[index] === false ? "differs" : ""}`}>{text}</code>
            </th>
            <td className={`depth-${String(Math.min(depth, deepestShown))}`}>
              {meaning}
              {toneWords[tone] !== null && <span className={`tone ${tone}`}>{toneWords[tone]}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Steps further in are drawn no deeper: the page is narrow. */
const deepestShown = 6;
