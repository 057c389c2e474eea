/** The libraries a library needs, where each is found, and the search path that leads there. */
import type { ElfFacts } from "../../../facts/model.ts";
import type { LibraryReport } from "../../../core/report.ts";
import type { Linkage } from "../../../core/linkage/kinds.ts";
import { useView } from "../../state/view.ts";
import { Disc } from "../../ui/StateMark.tsx";
import type { State } from "../../../present/states.ts";

export function LibraryNeeds({ library, elf }: { readonly library: LibraryReport; readonly elf: ElfFacts }) {
  return (
    <section aria-labelledby="needs">
      <h3 id="needs">Needed libraries</h3>
      {library.linkage.length === 0 ? (
        <p className="faint">None: it stands alone.</p>
      ) : (
        <ul className="needs">
          {library.linkage.map((linkage) => (
            <li key={linkage.needed}>
              <Disc state={looks[linkage.kind]} />
              <code>{linkage.needed}</code>
              <span className="faint small">
                <Where linkage={linkage} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <dl className="facts">
        {elf.rpath !== null && <SearchPath name="RPATH" value={elf.rpath} />}
        {elf.runpath !== null && <SearchPath name="RUNPATH" value={elf.runpath} />}
      </dl>
    </section>
  );
}

function SearchPath({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="mono">{value === "" ? "(empty)" : value}</dd>
    </div>
  );
}

const fine = { tone: "good", icon: "check" } as const;
const elsewhere = { tone: "info", icon: "info" } as const;

const looks: Readonly<Record<Linkage["kind"], Pick<State, "tone" | "icon">>> = {
  "in-wheel": fine,
  "in-wheel-unreachable": { tone: "warning", icon: "warning" },
  allowed: fine,
  loader: fine,
  libpython: { tone: "warning", icon: "warning" },
  "other-wheel": elsewhere,
  driver: elsewhere,
  missing: { tone: "bad", icon: "cross" },
};

function Where({ linkage }: { readonly linkage: Linkage }) {
  switch (linkage.kind) {
    case "in-wheel":
      return (
        <>
          in the wheel, <PathLink path={linkage.path} /> {linkage.via !== "" && <>by way of {linkage.via}</>}
        </>
      );
    case "in-wheel-unreachable":
      return (
        <>
          in the wheel, <PathLink path={linkage.path} />, but no search path leads there
        </>
      );
    case "allowed":
      return "promised by the system";
    case "loader":
      return "the dynamic loader itself";
    case "libpython":
      return "Python as a library; many installations have none";
    case "other-wheel":
      return `expected from another wheel, in ${linkage.via}`;
    case "driver":
      return "comes with the GPU driver";
    case "missing":
      return "missing: neither in the wheel nor promised by a policy";
  }
}

function PathLink({ path }: { readonly path: string }) {
  const changeView = useView((view) => view.changeView);
  return (
    <button type="button" className="link-button mono" onClick={() => changeView({ lib: path })}>
      {path}
    </button>
  );
}
