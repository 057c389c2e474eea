/**
 * Paste an error: what it means, which ABI it wants, which systems have that, what to do; with a wheel open, which of its libraries it
 * is about. The text stays in this page: it is not stored, not sent, and not part of the address.
 */
import { useShownReport } from "../state/session-context.ts";
import { useFocusOnArrival } from "../ui/focus.ts";
import { plural } from "../../present/units.ts";
import { DiagnosisEntryView } from "./DiagnosisEntryView.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useDiagnosis, type DiagnosisState } from "./use-diagnosis.ts";
import { useReportAddress, useView } from "../state/view.ts";

/** Longer texts are read up to here (as core does). */
const longestText = 64 * 1024;

const examples: readonly { readonly label: string; readonly text: string }[] = [
  {
    label: "A symbol with std::string",
    text: "ImportError: /site-packages/demo/_native.so: undefined symbol: _ZN3c105ErrorC2ENS_14SourceLocationENSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE",
  },
  {
    label: "A version of glibc",
    text: "ImportError: /lib64/libc.so.6: version `GLIBC_2.34' not found (required by /site-packages/demo/_native.so)",
  },
  {
    label: "A library that is not there",
    text: "OSError: libcublas.so.12: cannot open shared object file: No such file or directory",
  },
];

export function ErrorScreen() {
  const text = useView((view) => view.errorText);
  const setText = useView((view) => view.setErrorText);
  const open = useShownReport();
  const address = useReportAddress();
  const state = useDiagnosis(text, open?.report ?? null);
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <main id="content" className="page narrow error-screen">
      <nav className="learn-back" aria-label="Back">
        <a className="button quiet" href={open === null ? "#/" : address}>
          <Icon name="back" />
          {open === null ? "Start" : `Report of ${open.file.name}`}
        </a>
      </nav>
      <h1 ref={heading} tabIndex={-1}>
        What does this error mean?
      </h1>
      <p className="lead">
        Paste what Python, the loader, the linker, pip or CUDA said: one line or a whole traceback.
      </p>
      <div className="error-ask">
        <label htmlFor="error-text">Error message</label>
        <textarea
          id="error-text"
          className="field mono"
          rows={6}
          maxLength={longestText}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className="error-tools">
          <p className="promise small">
            <Icon name="lock" />
            <span>
              {open === null
                ? "It is read in your browser and never uploaded."
                : `It is read in your browser, next to ${open.file.name}.`}
            </span>
          </p>
          {text !== "" && (
            <button type="button" className="button quiet" onClick={() => setText("")}>
              Clear
            </button>
          )}
        </div>
      </div>
      <p className="faint small" role="status">
        {statusText(state)}
      </p>
      {state.kind === "empty" && (
        <section aria-labelledby="examples">
          <h2 id="examples" className="small-title">
            For example
          </h2>
          <ul className="sample-list">
            {examples.map((example) => (
              <li key={example.label}>
                <button type="button" onClick={() => setText(example.text)}>
                  <span className="sample-name">{example.label}</span>
                  <span className="example-text mono">{example.text}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {state.kind === "done" && state.diagnosis.entries.length === 0 && <NothingKnown />}
      {state.kind === "done" &&
        state.diagnosis.entries.map((entry, index) => (
          <DiagnosisEntryView key={`${index} ${entry.quote}`} entry={entry} />
        ))}
    </main>
  );
}

function statusText(state: DiagnosisState): string {
  switch (state.kind) {
    case "empty":
      return "";
    case "working":
      return "Reading …";
    case "failed":
      return "This part of the page could not be loaded. Is the network off?";
    case "done":
      return `${plural(state.diagnosis.entries.length, "message")} recognised`;
  }
}

function NothingKnown() {
  return (
    <div className="notice">
      <p>Nothing in this text is an error that Wheelscope knows.</p>
      <p className="small">
        It knows symbols and versions not found, libraries that cannot be opened or loaded, wheels that pip
        refuses, and GPUs without code. The line that begins with “ImportError” or “OSError” tells most.
      </p>
    </div>
  );
}
