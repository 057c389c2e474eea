/** The Python ABI of one library: the floor, and the imports that break or set it. */
import type { PythonReading } from "../../../core/readings/readings.ts";
import { plural } from "../../../present/units.ts";
import { Names } from "../../ui/Names.tsx";
import { SentenceText } from "../../ui/SentenceText.tsx";

export function LibraryPython({ reading }: { readonly reading: PythonReading }) {
  const { floor, floorSymbols, outside, tooNew, hints, init, suffix, sentence } = reading;
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ["Outside the stable ABI", outside],
    ["Newer than claimed", tooNew.map(({ symbol, added }) => `${symbol} (${added})`)],
    [floor === null ? "Floor" : `Floor ${floor} by`, floorSymbols],
    ["Inlined from headers", hints],
  ];
  return (
    <section aria-labelledby="detail-python detail">
      <h3 id="detail-python">Python ABI</h3>
      <p>
        <SentenceText sentence={sentence} />
      </p>
      <dl className="facts">
        {suffix !== null && (
          <div>
            <dt>File name says</dt>
            <dd className="mono">{suffix}</dd>
          </div>
        )}
        {init !== null && (
          <div>
            <dt>Init function</dt>
            <dd>
              <code>{init.fits ? init.expected : `${init.expected} is not there`}</code>
              {!init.fits && init.found.length > 0 && (
                <span className="below">
                  found: <code>{init.found.join(", ")}</code>
                </span>
              )}
            </dd>
          </div>
        )}
        {lists.map(([label, names]) =>
          names.length === 0 ? null : (
            <div key={label}>
              <dt>
                {label} <span className="unseen">({plural(names.length, "name")})</span>
              </dt>
              <dd>
                <Names names={names} total={names.length} shown={8} none="" />
              </dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
