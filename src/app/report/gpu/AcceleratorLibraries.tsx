/** CUDA, ROCm and oneAPI libraries: who needs or mentions them, where they come from, and whether the wheel asks for the package. */
import { useState } from "react";
import type { Accelerators, AcceleratorLibrary } from "../../../core/readings/readings.ts";
import { plural } from "../../../present/units.ts";
import { LibraryLink } from "../../ui/LibraryLink.tsx";
import { SentenceText } from "../../ui/SentenceText.tsx";
import { Disc } from "../../ui/StateMark.tsx";
import { EvidenceList } from "../../ui/EvidenceList.tsx";

/** Rows at first; hints come last and are many. */
const rowsShown = 16;

interface AcceleratorLibrariesProps {
  readonly accelerators: Accelerators;
  /** The GPU code above has said which driver it takes. */
  readonly withDriver: boolean;
}

export function AcceleratorLibraries({ accelerators, withDriver }: AcceleratorLibrariesProps) {
  const { libraries, cudaMajors, driver, sentence } = accelerators;
  const [all, setAll] = useState(false);
  const rows = all ? libraries : libraries.slice(0, rowsShown);
  return (
    <section className="accelerators" aria-labelledby="accelerators">
      <div className="section-head">
        <h2 id="accelerators" tabIndex={-1}>
          Accelerator libraries
        </h2>
        <p className="faint small">{summary(accelerators)}</p>
      </div>
      <p className="section-sentence">
        <SentenceText sentence={sentence} />
      </p>
      {libraries.length > 0 && (
        <div
          className="scroll-region table-region"
          role="group"
          aria-label="Table of accelerator libraries"
          tabIndex={0}
        >
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">Library</th>
                <th scope="col">How</th>
                <th scope="col">Comes from</th>
                <th scope="col">Declared</th>
                <th scope="col">Reached</th>
                <th scope="col">Redistribution</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((library) => (
                <Row key={`${library.how} ${library.name}`} library={library} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length < libraries.length && (
        <button type="button" className="button below-table" onClick={() => setAll(true)}>
          Show all {plural(libraries.length, "library", "libraries")}
        </button>
      )}
      <dl className="facts section-facts">
        {cudaMajors.map(({ major, evidence }) => (
          <div key={major}>
            <dt>CUDA {major}</dt>
            <dd>
              <EvidenceList evidence={evidence} shown={3} />
            </dd>
          </div>
        ))}
        {withDriver && driver !== null && (
          <div>
            <dt>NVIDIA driver</dt>
            <dd>
              {driver.atLeast} or newer{" "}
              <span className="faint">
                (<SentenceText sentence={driver.why} />)
              </span>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

const howWords: Readonly<Record<AcceleratorLibrary["how"], string>> = {
  needed: "needed",
  mentioned: "named as a string",
  bundled: "in the wheel",
  static: "linked in",
};

const sourceWords: Readonly<Record<AcceleratorLibrary["source"], string>> = {
  wheel: "the wheel",
  "other-wheel": "another wheel",
  driver: "the driver",
  system: "the system",
  missing: "nowhere",
  unknown: "not known",
};

function summary({ libraries }: Accelerators): string {
  const count = (how: AcceleratorLibrary["how"]): number =>
    libraries.filter((library) => library.how === how).length;
  const parts = (["needed", "bundled", "static", "mentioned"] as const).flatMap((how) =>
    count(how) === 0 ? [] : [`${count(how)} ${howWords[how]}`],
  );
  return parts.join(", ");
}

function Row({ library }: { readonly library: AcceleratorLibrary }) {
  const { name, component, how, libraries, source, declared, reached, redistribution } = library;
  const [first] = libraries;
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
        {component !== "" && component !== name && <span className="below">{component}</span>}
      </th>
      <td>
        {howWords[how]}
        {first !== undefined && (
          <span className="below">
            {how === "bundled" ? "" : "in "}
            <LibraryLink path={first} short />
            {libraries.length > 1 && ` and ${libraries.length - 1} more`}
          </span>
        )}
      </td>
      <td className={source === "missing" ? "bad-cell" : ""}>
        {sourceWords[source]}
        {library.package !== null && (
          <span className="below">
            <code>{library.package}</code>
          </span>
        )}
      </td>
      <td>
        <YesNo value={declared} />
      </td>
      <td>
        <YesNo value={reached} />
      </td>
      <td className="redistribution">{redistribution ?? <span className="faint">–</span>}</td>
    </tr>
  );
}

function YesNo({ value }: { readonly value: boolean | null }) {
  if (value === null) {
    return (
      <span className="faint">
        <span aria-hidden="true">–</span>
        <span className="unseen">does not apply</span>
      </span>
    );
  }
  return (
    <span className="yes-no">
      <Disc state={value ? { tone: "good", icon: "check" } : { tone: "bad", icon: "cross" }} />
      {value ? "yes" : "no"}
    </span>
  );
}
