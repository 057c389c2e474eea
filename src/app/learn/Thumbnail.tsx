/** A hint of each picture, for the cards that lead there. Decoration: the card says what it is. */
import type { ConceptPicture } from "../../learn/concept.ts";

export function Thumbnail({ picture }: { readonly picture: ConceptPicture }) {
  return (
    <svg className="thumbnail" viewBox="0 0 200 84" aria-hidden="true" focusable="false">
      {picture === "timeline" && <Bars />}
      {picture === "need-to-distribution" && <Path />}
      {picture === "two-strings" && <Strings />}
    </svg>
  );
}

const bars = [
  [14, 70, false],
  [38, 82, false],
  [64, 74, false],
  [92, 78, true],
  [116, 64, true],
  [140, 50, true],
] as const;

function Bars() {
  return (
    <>
      <line className="thumb-line" x1={92} x2={92} y1={6} y2={80} />
      {bars.map(([x, width, has], index) => (
        <rect
          key={x}
          className={has ? "thumb-good" : "thumb-plain"}
          x={x}
          y={9 + index * 12}
          width={width}
          height={8}
          rx={2}
        />
      ))}
    </>
  );
}

function Path() {
  return (
    <>
      <path className="thumb-line" d="M28 42H172" />
      {[28, 64, 100, 136].map((x) => (
        <circle key={x} className="thumb-plain" cx={x} cy={42} r={9} />
      ))}
      <circle className="thumb-good" cx={172} cy={42} r={13} />
      <path className="thumb-check" d="M166 42l4.5 4.7 8-9" />
    </>
  );
}

function Strings() {
  return (
    <>
      {[0, 1, 2, 3, 4].map((index) => (
        <g key={index}>
          <rect className="thumb-plain" x={14 + index * 15} y={16} width={12} height={18} rx={2} />
          <rect className="thumb-plain" x={14 + index * 15} y={50} width={12} height={18} rx={2} />
        </g>
      ))}
      <rect className="thumb-old" x={89} y={16} width={20} height={18} rx={2} />
      <rect className="thumb-new" x={89} y={50} width={97} height={18} rx={2} />
    </>
  );
}
