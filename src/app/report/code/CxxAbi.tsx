/** The C++ ABI of the wheel: its libraries by the std::string they were built for, and where the C++ runtime comes from. */
import type { Report } from "../../../core/report.ts";
import { SentenceText } from "../../ui/SentenceText.tsx";
import { cxxGroups, cxxSummary, flavourWords, runtimeSummary, runtimeWords } from "../../../present/code.ts";
import { LibraryGroups } from "./LibraryGroups.tsx";

/** Groups up to this size are open from the start. */
const openUpTo = 4;

export function CxxAbi({ report }: { readonly report: Report }) {
  const groups = cxxGroups(report);
  const runtime = runtimeSummary(groups);
  const several = new Set(groups.flatMap(({ libraries }) => libraries.map(({ cxx }) => cxx.runtime.kind)));
  return (
    <section className="cxx-abi" aria-labelledby="cxx">
      <div className="section-head">
        <h2 id="cxx" tabIndex={-1}>
          C++ ABI
        </h2>
        <p className="faint small">{cxxSummary(groups)}</p>
      </div>
      {runtime !== "" && <p className="section-sentence">The C++ runtime: {runtime}.</p>}
      <LibraryGroups
        groups={groups.map(({ flavour, libraries }) => ({
          key: flavour,
          title: title(flavourWords[flavour].title),
          open: libraries.length <= openUpTo && flavour !== "none",
          libraries: libraries.map(({ path, cxx }) => ({
            path,
            note: (
              <>
                <SentenceText sentence={cxx.sentence} />
                {several.size > 1 && cxx.runtime.kind !== "none" && (
                  <span className="faint"> Runtime: {runtimeWords[cxx.runtime.kind]}.</span>
                )}
              </>
            ),
          })),
        }))}
      />
    </section>
  );
}

function title(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
