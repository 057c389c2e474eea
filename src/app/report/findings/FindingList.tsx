/** All findings, grouped by id, worst first. Each opens to its evidence and what to do about it. */
import { useEffect, useState } from "react";
import { findingKinds } from "../../../core/findings/index.ts";
import type { Report } from "../../../core/report.ts";
import { plural } from "../../../present/units.ts";
import { usePrinting } from "../../ui/printing.ts";
import { countSeverities, groupFindings, type FindingGroup } from "../../../present/findings.ts";
import { useView } from "../../state/view.ts";
import { FindingBody } from "./FindingBody.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { SentenceText } from "../../ui/SentenceText.tsx";
import { SeverityMark } from "../../ui/StateMark.tsx";

export function FindingList({ report }: { readonly report: Report }) {
  const groups = groupFindings(report.findings);
  const chosen = useView((view) => view.route.view.finding);
  const changeView = useView((view) => view.changeView);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const isPrinting = usePrinting();

  // An address may name a finding, and a library's list leads here.
  useEffect(() => {
    if (chosen === null) return;
    setOpened((before) => new Set([...before, chosen]));
    document
      .querySelector<HTMLElement>(`[data-finding="${CSS.escape(chosen)}"]`)
      ?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  const toggle = (id: string): void => {
    if (!opened.has(id)) return changeView({ finding: id });
    setOpened(new Set([...opened].filter((other) => other !== id)));
    if (chosen === id) changeView({ finding: null });
  };

  if (groups.length === 0) return null;
  return (
    <section className="findings" aria-labelledby="findings">
      <div className="section-head">
        <h2 id="findings" tabIndex={-1}>
          Findings
        </h2>
        <p className="faint small">{countSeverities(groups) ?? "no problems"}</p>
      </div>
      <ul className="finding-list">
        {groups.map((group) => (
          <Group
            key={group.id}
            group={group}
            open={isPrinting || opened.has(group.id)}
            onToggle={() => toggle(group.id)}
          />
        ))}
      </ul>
    </section>
  );
}

interface GroupProps {
  readonly group: FindingGroup;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function Group({ group, open, onToggle }: GroupProps) {
  const { id, severity, findings, libraries } = group;
  const only = findings.length === 1 ? findings[0] : undefined;
  return (
    <li className={`finding ${severity} ${open ? "open" : ""}`}>
      <h3>
        <button
          type="button"
          data-finding={id}
          aria-expanded={open}
          aria-controls={`finding-${id}`}
          onClick={onToggle}
        >
          <SeverityMark severity={severity} />
          <span className="finding-line">
            <span className="finding-title">{findingKinds[id].title}</span>
            <span className="finding-sentence">
              {only === undefined ? (
                plural(findings.length, "time")
              ) : (
                <SentenceText sentence={only.sentence} />
              )}
            </span>
          </span>
          <span className="finding-count">{concerns(libraries)}</span>
          <Icon name="chevron" />
        </button>
      </h3>
      <div id={`finding-${id}`} className="finding-body" hidden={!open}>
        {open &&
          findings.map((finding, index) => (
            <FindingBody key={index} finding={finding} withSentence={only === undefined} />
          ))}
        {open && (
          <p>
            <a href={`#/learn/${id}`}>Learn why</a>
          </p>
        )}
      </div>
    </li>
  );
}

function concerns(libraries: readonly string[]): string {
  return libraries.length === 0 ? "the wheel" : plural(libraries.length, "library", "libraries");
}
