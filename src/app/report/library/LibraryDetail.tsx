/** One library: why it fits what it fits, what it needs and from where, what it is, and every symbol. */
import { Suspense, useRef } from "react";
import { errorText } from "../../../core/error-text.ts";
import { findingKinds } from "../../../core/findings/index.ts";
import type { LibraryReport, Report } from "../../../core/report.ts";
import type { Inspection } from "../../../engine/protocol.ts";
import { useFocusOnArrival } from "../../ui/focus.ts";
import { fileNameOf, folderOf } from "../../../facts/path.ts";
import { formatBytes } from "../../../present/units.ts";
import { architectureName } from "../../../core/architecture-name.ts";
import { roleName } from "../../../present/words.ts";
import { libraryText } from "../../../present/library/library-text.ts";
import { LibraryCode } from "./late-code.ts";
import { useView } from "../../state/view.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { LibraryFactsList } from "./LibraryFactsList.tsx";
import { LibraryNeeds } from "./LibraryNeeds.tsx";
import { SeverityMark } from "../../ui/StateMark.tsx";
import { SymbolList, type SymbolListHandle } from "./SymbolList.tsx";
import { VersionNeeds } from "./VersionNeeds.tsx";
import { WhyItFits } from "../verdict/WhyItFits.tsx";

export interface LibraryDetailProps {
  readonly library: LibraryReport;
  readonly report: Report;
  /** Null: the file is not here, and with it the lists of its symbols. */
  readonly inspection: Inspection | null;
  /** It stands beside the table; otherwise it is the whole screen. */
  readonly beside: boolean;
}

export function LibraryDetail({ library, report, inspection, beside }: LibraryDetailProps) {
  const { facts } = library;
  const { elf } = facts;
  const changeView = useView((view) => view.changeView);
  const heading = useFocusOnArrival<HTMLHeadingElement>(beside);
  const symbols = useRef<SymbolListHandle>(null);
  return (
    <article className="detail" aria-labelledby="detail">
      {!beside && <h1 className="detail-of mono">{report.facts.fileName}</h1>}
      <header className="detail-head">
        <button type="button" className="button quiet" onClick={() => changeView({ lib: null })}>
          <Icon name="back" />
          All libraries
        </button>
        <CopyButton quiet label="Copy as text" text={() => libraryText(library, report)} />
      </header>
      <h2 id="detail" ref={heading} tabIndex={-1} className="mono detail-name">
        <span className="faint">{folderOf(facts.path)}</span>
        {fileNameOf(facts.path)}
      </h2>
      <p className="faint small">
        {elf !== null && `${roleName(elf.role)} · ${architectureName(elf.architecture)} · `}
        {formatBytes(facts.sizeBytes)}
        {!facts.inRecord && report.facts.kind === "wheel" && " · not listed in RECORD"}
      </p>
      {facts.error !== null && (
        <p className="notice">
          {errorText(facts.error).sentence} {errorText(facts.error).advice}
        </p>
      )}
      <Findings library={library} />
      {elf !== null && (
        <>
          <WhyItFits library={library} report={report} />
          <LibraryNeeds library={library} elf={elf} />
          <VersionNeeds elf={elf} onShowSymbols={(version) => symbols.current?.show({ version })} />
          <Suspense fallback={null}>
            <LibraryCode
              library={library}
              onShowClass={(side, cxx) => symbols.current?.show({ side, cxx })}
            />
          </Suspense>
          <LibraryFactsList elf={elf} />
          {inspection === null ? (
            <p className="faint small">
              Lists of symbols come with the file only; this report was sent without it.
            </p>
          ) : (
            <SymbolList ref={symbols} path={facts.path} counts={elf.symbolCounts} inspection={inspection} />
          )}
        </>
      )}
    </article>
  );
}

function Findings({ library }: { readonly library: LibraryReport }) {
  if (library.findings.length === 0) return null;
  return (
    <ul className="detail-findings" aria-label="Findings about this library">
      {library.findings.map((id) => (
        <li key={id}>
          <SeverityMark severity={findingKinds[id].severity} />
          <a href={`#/learn/${id}`}>{findingKinds[id].title}</a>
        </li>
      ))}
    </ul>
  );
}
