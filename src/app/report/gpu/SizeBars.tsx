/** Sizes as bars, with the figures beside them: a table for everybody who does not see the bars. */
import { formatBytes, percent } from "../../../present/units.ts";

export interface SizeBar {
  readonly name: string;
  readonly bytes: number;
  /** 0 to 1. */
  readonly share: number;
  readonly note: string;
}

export function SizeBars({ rows }: { readonly rows: readonly SizeBar[] }) {
  const largest = Math.max(...rows.map(({ share }) => share), Number.MIN_VALUE);
  return (
    <table className="bars">
      <thead className="unseen">
        <tr>
          <th scope="col">Target</th>
          <th scope="col">Share</th>
          <th scope="col">Size</th>
          <th scope="col">Where</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, bytes, share, note }) => (
          <tr key={name}>
            <th scope="row" className="mono">
              {name}
            </th>
            <td className="bar-cell">
              <span className="bar" style={{ inlineSize: `${(100 * share) / largest}%` }} />
              <span className="bar-share">{percent(share)}</span>
            </td>
            <td className="bar-bytes">{formatBytes(bytes)}</td>
            <td className="faint">{note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
