/** How a need for a version travels: from a call in C to the distributions that can load the library, and to the tag. */
import { useState } from "react";
import type { Report } from "../../../core/report.ts";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { longestName, shortenName } from "../../ui/SymbolAtVersion.tsx";
import { arrivalOf, exampleNeeds, highestNeed, type TravellingNeed } from "./need-path.ts";
import { Segments } from "../Segments.tsx";

type Case = "old" | "new" | "own";

export function NeedPath({ report }: { readonly report: Report | null }) {
  const own = report === null ? null : highestNeed(report);
  const [chosen, setChosen] = useState<Case>(own === null ? "new" : "own");
  const kind = chosen === "own" && own === null ? "new" : chosen;
  const need = kind === "own" && own !== null ? own : exampleNeeds[kind === "old" ? "old" : "new"];
  return (
    <figure className="picture" aria-labelledby="need-caption">
      <figcaption id="need-caption">
        <strong>From a call to a tag.</strong> The version is nowhere in the source: it comes from the machine
        that linked, and stays in the file.
      </figcaption>
      <Segments
        legend="Linked on"
        name="need-case"
        chosen={kind}
        choices={[
          ...(own === null ? [] : [["own", `The open file: ${own.by}`] as const]),
          ["old", "Debian 11 (glibc 2.31)"],
          ["new", "Ubuntu 22.04 (glibc 2.35)"],
        ]}
        onChoose={setChosen}
      />
      <Steps need={need} isOwn={kind === "own"} />
    </figure>
  );
}

function Steps({ need, isOwn }: { readonly need: TravellingNeed; readonly isOwn: boolean }) {
  const { version, provider, by } = need;
  const { systems, having, accepts, refuses, tag, alias } = arrivalOf(need);
  const symbol = need.symbol.length > longestName ? shortenName(need.symbol) : need.symbol;
  const carried = <span className="carried">{version}</span>;
  return (
    <ol className="need-path" aria-live="polite">
      <Step icon="file" title={isOwn ? "Some code uses a function" : "A call in C"}>
        <pre tabIndex={0}>{isOwn ? symbol : "pthread_create(&thread, NULL, work, NULL);"}</pre>
        <p>The source names a function and says nothing of versions.</p>
      </Step>
      <Step icon="terminal" title="The linker takes the version it finds">
        <pre tabIndex={0}>
          {symbol}@@{carried} in {provider}
        </pre>
        <p>
          {need.linkedOn === null
            ? "It looks the name up in the glibc of the machine it runs on, and takes the version that is the default there (@@)."
            : `It looks the name up in the glibc of the machine it runs on (${need.linkedOn}), and takes the version that is the default there (@@).`}
        </p>
      </Step>
      <Step icon="pin" title="The library writes it down">
        <dl className="need-sections">
          <div>
            <dt>.dynsym</dt>
            <dd>{symbol}, undefined</dd>
          </div>
          <div>
            <dt>.gnu.version_r</dt>
            <dd>
              {provider} must have {carried}
            </dd>
          </div>
          <div>
            <dt>.dynamic</dt>
            <dd>NEEDED {provider}</dd>
          </div>
        </dl>
        <p>
          Three tables of <code>{by}</code>; every loader reads them.
        </p>
      </Step>
      <Step icon="search" title="The loader compares">
        <ul className="need-answers">
          {accepts !== null && (
            <li className="good">
              <Icon name="check" />
              <span>
                {accepts.name}: its {provider} defines {carried}
              </span>
            </li>
          )}
          {refuses !== null && (
            <li className="bad">
              <Icon name="cross" />
              <span>
                {refuses.name}:{" "}
                <code>
                  version `{version}&apos; not found (required by {by})
                </code>
              </span>
            </li>
          )}
        </ul>
        <p>
          {refuses === null
            ? "Every system drawn in the timeline has this version."
            : "One version missing, and the whole library is refused, even if the function is never called."}
        </p>
      </Step>
      <Step icon="screen" title="Some distributions have it">
        <ul className="need-systems">
          {systems.map(({ system, has }) => (
            <li key={system.id} className={has ? "good" : "bad"}>
              <Icon name={has ? "check" : "cross"} />
              <span>
                {system.name.replace(" LTS", "")}
                <span className="unseen">{has ? " has it" : " lacks it"}</span>
              </span>
              <span className="faint">{system.glibc}</span>
            </li>
          ))}
        </ul>
        <p>
          Systems in regular support, with their glibc.
          {having !== null &&
            having.since.length > 0 &&
            ` The oldest that have it: ${having.since.join(", ")}.`}
        </p>
      </Step>
      <Step icon="check" title="The tag promises no more than that">
        <pre tabIndex={0}>{tag ?? `linux_${need.architecture}`}</pre>
        <p>
          {tag === null
            ? "No policy allows this version yet."
            : `The oldest policy on ${need.architecture} that allows ${version}${alias === null ? "" : `; its older name is ${alias}`}. The file may need more for other reasons.`}
        </p>
      </Step>
    </ol>
  );
}

interface StepProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children: React.ReactNode;
}

function Step({ icon, title, children }: StepProps) {
  return (
    <li>
      <span className="need-node" aria-hidden="true">
        <Icon name={icon} />
      </span>
      <div className="need-step">
        <h3>{title}</h3>
        {children}
      </div>
    </li>
  );
}
