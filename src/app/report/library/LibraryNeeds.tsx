/** The libraries a library needs, where each is found, and the search path that leads there. */
import type { ElfFacts } from "../../../facts/model.ts";
import type { LibraryReport } from "../../../core/report.ts";
import type { Linkage } from "../../../core/linkage/kinds.ts";
import { useView } from "../../state/view.ts";
import { Disc } from "../../ui/StateMark.tsx";
import { sourceOf } from "../../../present/library/linkage.ts";

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
              <Disc state={sourceOf(linkage)} />
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

function Where({ linkage }: { readonly linkage: Linkage }) {
  const { words, place, rest } = sourceOf(linkage);
  return (
    <>
      {words} {place !== null && (place.kind === "file" ? <PathLink path={place.path} /> : place.path)}
      {rest}
    </>
  );
}

function PathLink({ path }: { readonly path: string }) {
  const changeView = useView((view) => view.changeView);
  return (
    <button type="button" className="link-button mono" onClick={() => changeView({ lib: path })}>
      {path}
    </button>
  );
}
