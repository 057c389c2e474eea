/** The C++ ABI of one library: what decided, names by class and side, where the runtime comes from. */
import type { CxxClass, CxxFacts, CxxNames } from "../../../facts/code-facts.ts";
import type { CxxReading } from "../../../core/readings/readings.ts";
import type { ElfFacts } from "../../../facts/model.ts";
import { formatCount } from "../../../present/units.ts";
import { EvidenceList } from "../../ui/EvidenceList.tsx";
import { useFileIsHere } from "../../state/session-context.ts";
import { LibraryLink } from "../../ui/LibraryLink.tsx";
import { SentenceText } from "../../ui/SentenceText.tsx";
import { flavourWords, runtimeWords } from "../../../present/code.ts";

interface LibraryCxxProps {
  readonly path: string;
  readonly reading: CxxReading;
  readonly elf: ElfFacts;
  readonly onShowClass: (side: "imported" | "exported", cxx: CxxClass) => void;
}

export function LibraryCxx({ path, reading, elf, onShowClass }: LibraryCxxProps) {
  const { flavour, imports, own, runtime, sentence, evidence } = reading;
  return (
    <section aria-labelledby="detail-cxx detail">
      <h3 id="detail-cxx">C++ ABI</h3>
      <p>
        <SentenceText sentence={sentence} />
      </p>
      {flavour === "both" && (
        <p className="small">
          What it was compiled against: {flavourWords[imports].title}; what it offers:{" "}
          {flavourWords[own].title}.
        </p>
      )}
      {elf.cxx !== null && <ClassTable cxx={elf.cxx} onShowClass={onShowClass} />}
      <EvidenceList evidence={evidence} shown={5} about={path} />
      {runtime.kind !== "none" && (
        <>
          <p className="small">
            C++ runtime: {runtimeWords[runtime.kind]}
            {runtime.path !== null && runtime.path !== path && (
              <>
                , <LibraryLink path={runtime.path} />
              </>
            )}
          </p>
          <EvidenceList evidence={runtime.evidence} shown={3} about={path} />
        </>
      )}
      {elf.uniqueExports.count > 0 && (
        <p className="small">
          Exports {formatCount(elf.uniqueExports.count)} names once for the whole process (
          <code>STB_GNU_UNIQUE</code>).
        </p>
      )}
    </section>
  );
}

interface ClassRow {
  readonly cxx: CxxClass;
  readonly label: string;
  /** From the C++ runtime, from other libraries, own. */
  readonly counts: readonly number[];
}

function ClassTable({
  cxx,
  onShowClass,
}: {
  readonly cxx: CxxFacts;
  readonly onShowClass: LibraryCxxProps["onShowClass"];
}) {
  const fileIsHere = useFileIsHere();
  const sides = [cxx.fromRuntime, cxx.fromOthers, cxx.own];
  const row = (one: CxxClass, label: string, count: (names: CxxNames) => number): ClassRow => ({
    cxx: one,
    label,
    counts: sides.map(count),
  });
  const rows = [
    row("new", "new ABI", (names) => names.new.count),
    row("old", "old ABI", (names) => names.old.count),
    row("both", "both in one", (names) => names.both.count),
    row("libc++", "libc++", (names) => names.libcxx.count),
    row("neutral", "neutral", (names) => names.neutral + names.stray.count),
  ].filter(({ counts }) => counts.some((count) => count > 0));
  if (rows.length === 0) return null;
  return (
    <div className="scroll-region" role="group" aria-label="C++ names by class" tabIndex={0}>
      <table className="class-table">
        <thead>
          <tr>
            <th scope="col">C++ names</th>
            <th scope="col">from the runtime</th>
            <th scope="col">from others</th>
            <th scope="col">its own</th>
            {fileIsHere && <td />}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cxx: one, label, counts }) => (
            <tr key={one}>
              <th scope="row">{label}</th>
              {counts.map((count, index) => (
                <td key={index} className={count === 0 ? "faint" : ""}>
                  {formatCount(count)}
                </td>
              ))}
              {fileIsHere && (
                <td>
                  <button
                    type="button"
                    className="link-button small"
                    onClick={() =>
                      onShowClass((counts[0] ?? 0) + (counts[1] ?? 0) > 0 ? "imported" : "exported", one)
                    }
                  >
                    Show<span className="unseen"> the symbols of the class {label}</span>
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
