/** Cells of the library table that say more than one word. */
import { Fragment, type ReactNode } from "react";
import { findingKinds } from "../../../core/findings/index.ts";
import { Disc } from "../../ui/StateMark.tsx";
import { severityStates } from "../../../present/states.ts";
import { plural } from "../../../present/units.ts";
import { shortPolicy, type LibraryRow, type OutsideNeed } from "../../../present/library/library-rows.ts";

export function LibraryCell({ row }: { readonly row: LibraryRow }) {
  return (
    <span className="library-cell">
      <BreakableName name={row.name} />
      {row.folder !== "" && <span className="library-folder">{row.folder}</span>}
    </span>
  );
}

/** The stem tells libraries apart, the ending is mostly the same; lines break where a name has its joints. */
function BreakableName({ name }: { readonly name: string }) {
  const dot = name.indexOf(".");
  const stem = dot <= 0 ? name : name.slice(0, dot);
  return (
    <span className="library-name">
      <strong>{joints(stem)}</strong>
      {joints(name.slice(stem.length))}
    </span>
  );
}

function joints(text: string): ReactNode {
  return text.split(/(?=\.)|(?<=[_-])/).map((piece, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}

export function FitsCell({ row }: { readonly row: LibraryRow }) {
  if (!row.readable) return <span className="bad">unreadable</span>;
  if (row.fits === null) return <span className="faint">–</span>;
  return (
    <span title={row.fits}>
      {shortPolicy(row.fits)}
      <span className="unseen"> ({row.fits})</span>
    </span>
  );
}

export function OtherFamiliesCell({ versions }: { readonly versions: readonly string[] }) {
  const [first] = versions;
  if (first === undefined) return null;
  return (
    <span title={versions.join("\n")}>
      {first}
      {versions.length > 1 && <span className="faint"> +{versions.length - 1}</span>}
    </span>
  );
}

const outsideWords: Readonly<Record<OutsideNeed["kind"], string>> = {
  missing: "missing",
  "in-wheel-unreachable": "not reached",
  libpython: "Python",
  driver: "GPU driver",
  "other-wheel": "other wheel",
  allowed: "system",
};

/** What is missing or comes from elsewhere by name; what the policy promises only as a number. */
export function OutsideCell({ row }: { readonly row: LibraryRow }) {
  const telling = row.outside.filter((need) => need.kind !== "allowed");
  const allowed = row.outside.length - telling.length;
  return (
    <span
      className="outside-cell"
      title={row.outside.map(({ needed, kind }) => `${needed}: ${outsideWords[kind]}`).join("\n")}
    >
      {telling.slice(0, 2).map(({ needed, kind }) => (
        <span key={needed} className={kind === "missing" ? "bad" : ""}>
          <span className="mono">{needed}</span> {outsideWords[kind]}
        </span>
      ))}
      {telling.length > 2 && <span className="faint">+{telling.length - 2} more</span>}
      {allowed > 0 && <span className="faint">{allowed} of the system</span>}
    </span>
  );
}

/** One word of what the code was built against; `quiet` is the word that tells nothing. */
export function CodeCell({ text, quiet }: { readonly text: string; readonly quiet?: string }) {
  return <span className={text === quiet ? "faint" : ""}>{text}</span>;
}

export function FindingsCell({ row }: { readonly row: LibraryRow }) {
  if (row.severity === null) return <span className="faint">none</span>;
  const state = severityStates[row.severity];
  const [first] = row.findings;
  const title = first === undefined ? state.word : findingKinds[first].title;
  return (
    <span
      className={`findings-cell ${state.tone}`}
      title={row.findings.map((id) => findingKinds[id].title).join("\n")}
    >
      <Disc state={state} />
      <span className="unseen">{state.word}: </span>
      <span className="in-words">
        {row.findings.length > 1 ? plural(row.findings.length, "finding") : title}
      </span>
    </span>
  );
}
