/** One declaration, two symbols: the names that the old and the new ABI of std::string give it, side by side. */
import { useState } from "react";
import { commonPieces } from "./compare-pieces.ts";
import { MangledName, PieceTable } from "./MangledName.tsx";
import { Segments } from "../Segments.tsx";
import { piecesOfCase, stringCases } from "./string-cases.ts";
import { StringMemory } from "./StringMemory.tsx";

export function TwoStrings() {
  const [chosen, setChosen] = useState(stringCases[0]?.id ?? "");
  const example = stringCases.find(({ id }) => id === chosen);
  if (example === undefined) return null;
  const [older, newer] = [piecesOfCase(example.old), piecesOfCase(example.new)];
  const common = commonPieces(older, newer);
  return (
    <figure className="picture" aria-labelledby="strings-caption">
      <figcaption id="strings-caption">
        <strong>Two symbols for one function.</strong> What differs is marked; the rest is the same in both.
      </figcaption>
      <Segments
        legend="A function that"
        name="string-case"
        chosen={chosen}
        choices={stringCases.map(({ id, label }) => [id, label] as const)}
        onChoose={setChosen}
      />
      <div className="two-strings" aria-live="polite">
        <pre tabIndex={0}>{example.source}</pre>
        <div className="one-string">
          <h3>
            Old ABI <span className="faint">{example.old.length} letters</span>
          </h3>
          <MangledName pieces={older} common={common.a} />
        </div>
        <div className="one-string">
          <h3>
            New ABI <span className="faint">{example.new.length} letters</span>
          </h3>
          <MangledName pieces={newer} common={common.b} />
        </div>
        <p>{example.lesson}</p>
        <details className="fold">
          <summary>Piece by piece</summary>
          <div className="piece-tables">
            <div>
              <h4>Old ABI</h4>
              <PieceTable caption="Pieces of the old name" pieces={older} common={common.a} />
            </div>
            <div>
              <h4>New ABI</h4>
              <PieceTable caption="Pieces of the new name" pieces={newer} common={common.b} />
            </div>
          </div>
        </details>
      </div>
      <StringMemory />
    </figure>
  );
}
