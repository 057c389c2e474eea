/** The way in: the question, the ways to answer it, and what to know before. */
import { useState } from "react";
import { conceptTitles, type ConceptId } from "../../core/explanations/concept-titles.ts";
import { findingKinds } from "../../core/findings/index.ts";
import { formatBytes } from "../../present/units.ts";
import { useFocusOnArrival } from "../ui/focus.ts";
import { FileButton } from "./FileButton.tsx";
import { HowAFloorArises } from "./HowAFloorArises.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useSession } from "../state/session-context.ts";
import { useReportAddress, useView } from "../state/view.ts";
import { fetchSample, samples, type Sample } from "./samples.ts";

interface LandingProps {
  readonly onFiles: (files: readonly File[]) => void;
  /** Why the visitor is here and not where the address pointed. */
  readonly message: string | null;
}

/** Where to begin for whoever has never linked anything. */
const firstReading = [
  ["glibc-floor", "Why a wheel built on a new system does not load on an old one."],
  ["manylinux", "What the tag in a file name promises, and who keeps it."],
  ["string-abi", "Why a C++ symbol is not found though its library is there."],
] as const satisfies readonly (readonly [ConceptId, string])[];

export function Landing({ onFiles, message }: LandingProps) {
  const notice = useSession((session) => session.notice);
  const wheels = useSession((session) => session.wheels);
  const address = useReportAddress();
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <main id="content" className="page landing">
      <div className="landing-ask">
        <h1 ref={heading} tabIndex={-1}>
          Will this wheel run elsewhere?
        </h1>
        <p className="lead">
          Open a Python wheel, or all wheels of a release, and see which Linux systems they run on, down to
          the symbol in the library that says so.
        </p>
        <div role="status" className="notices">
          {message !== null && <p className="notice">{message}</p>}
          {notice !== null && <p className="notice">{notice}</p>}
        </div>
        <div className="drop-field">
          <FileButton className="button primary" onFiles={onFiles}>
            <Icon name="file" />
            Choose a wheel
          </FileButton>
          <p>
            or drop one or several <code>.whl</code> or <code>.so</code> files, or a folder of wheels,
            anywhere on this page
          </p>
        </div>
        <p className="promise">
          <Icon name="lock" />
          <span>Files are read in your browser and never uploaded.</span>
        </p>
        {wheels.length > 0 && (
          <p>
            <a href={address}>
              Back to the{" "}
              {wheels.length === 1
                ? `report of ${wheels[0]?.file.name ?? ""}`
                : `${wheels.length} open wheels`}
            </a>
          </p>
        )}
        <Samples onFiles={onFiles} />
        <PasteError />
      </div>
      <HowAFloorArises />
      <nav className="landing-learn" aria-labelledby="new-to-this">
        <h2 id="new-to-this">New to this?</h2>
        <ul className="links">
          {firstReading.map(([id, answers]) => (
            <li key={id}>
              <a href={`#/learn/${id}`}>{conceptTitles[id]}</a>
              <span>{answers}</span>
            </li>
          ))}
          <li>
            <a href="#/learn">How wheels run, and why they break</a>
            <span>
              The whole path in {Object.keys(conceptTitles).length} short pages, and{" "}
              {Object.keys(findingKinds).length} findings, each with its reason and its remedy.
            </span>
          </li>
        </ul>
      </nav>
    </main>
  );
}

/** The second question people come with. */
function PasteError() {
  const text = useView((view) => view.errorText);
  const setText = useView((view) => view.setErrorText);
  const show = useView((view) => view.show);
  return (
    <section className="landing-error" aria-labelledby="paste-error">
      <h2 id="paste-error">Or paste an error message</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          show({ kind: "error" });
        }}
      >
        <textarea
          className="field mono"
          rows={2}
          aria-labelledby="paste-error"
          placeholder="ImportError: … undefined symbol: …"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" className="button">
          Say what it means
        </button>
      </form>
    </section>
  );
}

function Samples({ onFiles }: Pick<LandingProps, "onFiles">) {
  const [failed, setFailed] = useState<string | null>(null);
  const open = async (sample: Sample): Promise<void> => {
    try {
      onFiles([await fetchSample(sample)]);
    } catch {
      setFailed(`The sample ${sample.label} could not be loaded. Is the network off?`);
    }
  };
  return (
    <section className="samples" aria-labelledby="samples">
      <h2 id="samples">Nothing at hand? Try one of these</h2>
      <ul className="sample-list">
        {samples.map((sample) => (
          <li key={sample.label}>
            <button type="button" onClick={() => void open(sample)}>
              <span className="sample-name">
                {sample.label} <span className="faint">{formatBytes(sample.sizeBytes)}</span>
              </span>
              <span className="small">{sample.shows}</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{failed}</p>
    </section>
  );
}
