/** The Python ABI: what the name claims, what the imports need, and which libraries do not keep the claim. */
import type { WheelPython } from "../../../core/readings/readings.ts";
import type { Report } from "../../../core/report.ts";
import { plural } from "../../../present/units.ts";
import { LibraryLink } from "../../ui/LibraryLink.tsx";
import { SentenceText } from "../../ui/SentenceText.tsx";
import { Disc } from "../../ui/StateMark.tsx";
import { pythonTrouble } from "../../../present/code.ts";

interface PythonAbiProps {
  readonly report: Report;
  readonly python: WheelPython;
}

const claimWords: Readonly<Record<WheelPython["claim"], string>> = {
  abi3: "the stable ABI (abi3)",
  abi3t: "the stable ABI, free-threaded too (abi3t)",
  version: "one version of Python",
  none: "no Python in particular",
};

export function PythonAbi({ report, python }: PythonAbiProps) {
  const { claim, claimedFloor, floor, freeThreaded, couldBeAbi3, sentence } = python;
  const tags = report.facts.name?.pythonTags ?? [];
  const stable = claim === "abi3" || claim === "abi3t";
  const members = report.libraries.flatMap(({ facts, python: reading }) =>
    reading === null ? [] : [{ path: facts.path, reading }],
  );
  const troubled = members.flatMap(({ path, reading }) => {
    const trouble = pythonTrouble(reading, stable ? "stable" : "other");
    return trouble === null ? [] : [{ path, trouble }];
  });
  return (
    <section className="python-abi" aria-labelledby="python">
      <div className="section-head">
        <h2 id="python" tabIndex={-1}>
          Python ABI
        </h2>
        <p className="faint small">{plural(members.length, "library", "libraries")} with Python’s names</p>
      </div>
      <p className="section-sentence">
        <SentenceText sentence={sentence} />
      </p>
      <dl className="facts section-facts">
        <div>
          <dt>Claims</dt>
          <dd>
            {claimWords[claim]}
            {claim === "version" && tags.length > 0 && <span className="faint"> ({tags.join(", ")})</span>}
            {claimedFloor !== null && ` from Python ${claimedFloor}`}
            {freeThreaded && ", free-threaded"}
          </dd>
        </div>
        {(stable || couldBeAbi3) && (
          <div>
            <dt>Really needs</dt>
            <dd>{floor === null ? "more than the stable ABI" : `the stable ABI of Python ${floor}`}</dd>
          </div>
        )}
        {couldBeAbi3 && (
          <div>
            <dt>Could be abi3</dt>
            <dd>yes: every import is in the stable ABI</dd>
          </div>
        )}
      </dl>
      {troubled.length > 0 && (
        <ul className="needs">
          {troubled.map(({ path, trouble }) => (
            <li key={path}>
              <Disc state={{ tone: "bad", icon: "cross" }} />
              <span>
                <LibraryLink path={path} />
              </span>
              <span className="small">{trouble}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
