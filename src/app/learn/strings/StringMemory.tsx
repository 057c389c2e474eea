/**
 * std::string in memory on x86_64, drawn to scale. Sizes and places measured with g++ 12.2: 8 bytes, a pointer; 32 bytes, a pointer,
 * the length at 8, and 16 bytes at 16 in which short texts are kept.
 */
import { useId } from "react";
import { useWidth } from "../use-width.ts";

interface Field {
  readonly from: number;
  readonly bytes: number;
  readonly name: string;
}

const forms: readonly { readonly name: string; readonly tone: string; readonly fields: readonly Field[] }[] =
  [
    {
      name: "A string of the old ABI: 8 bytes",
      tone: "old",
      fields: [{ from: 0, bytes: 8, name: "pointer" }],
    },
    {
      name: "Of the new ABI: 32 bytes",
      tone: "new",
      fields: [
        { from: 0, bytes: 8, name: "pointer" },
        { from: 8, bytes: 8, name: "length" },
        { from: 16, bytes: 16, name: "text or capacity" },
      ],
    },
  ];

const rowHeight = 66;
/** Widest drawing of a byte, in pixels. */
const widestByte = 16;

export function StringMemory() {
  const titleId = useId();
  const [box, width] = useWidth<HTMLDivElement>(520);
  const cell = Math.min(widestByte, (width - 2) / 32);
  const [wide, height] = [32 * cell + 2, forms.length * rowHeight];
  return (
    <div ref={box} className="picture-box">
      <svg
        className="string-memory"
        viewBox={`0 0 ${String(wide)} ${String(height)}`}
        width={wide}
        height={height}
        role="img"
        aria-labelledby={titleId}
      >
        <title id={titleId}>
          A string in memory: in the old ABI 8 bytes, a pointer; in the new one 32 bytes, a pointer, the
          length, and 16 bytes for a short text or the capacity.
        </title>
        {forms.map(({ name, tone, fields }, row) => (
          <g key={name} className={tone} transform={`translate(1 ${String(row * rowHeight)})`}>
            <text y={14} className="memory-name">
              {name}
            </text>
            {fields.map(({ from, bytes, name: field }) => (
              <g key={field} transform={`translate(${String(from * cell)} 22)`}>
                <rect width={bytes * cell} height={30} rx={2} />
                {Array.from({ length: bytes - 1 }, (_, index) => (
                  <line key={index} x1={(index + 1) * cell} x2={(index + 1) * cell} y1={24} y2={30} />
                ))}
                <text x={(bytes * cell) / 2} y={16} textAnchor="middle">
                  {field}
                </text>
              </g>
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}
