/** What the libraries were built with: each set of marks once, with the libraries that have it. */
import type { Report } from "../../../core/report.ts";
import { plural } from "../../../present/units.ts";
import { SentenceText } from "../../ui/SentenceText.tsx";
import { toolchainGroups } from "../../../present/code.ts";
import { LibraryGroups } from "./LibraryGroups.tsx";

export function Toolchain({ report }: { readonly report: Report }) {
  const groups = toolchainGroups(report);
  return (
    <section className="toolchain" aria-labelledby="toolchain">
      <div className="section-head">
        <h2 id="toolchain" tabIndex={-1}>
          Toolchain
        </h2>
        <p className="faint small">
          {groups.length === 1
            ? "the same marks in all libraries that have any"
            : plural(groups.length, "kind of marks", "kinds of marks")}
        </p>
      </div>
      <LibraryGroups
        groups={groups.map(({ sentence, paths }, index) => ({
          key: String(index),
          title: <SentenceText sentence={sentence} />,
          open: false,
          libraries: paths.map((path) => ({ path, note: null })),
        }))}
      />
    </section>
  );
}
