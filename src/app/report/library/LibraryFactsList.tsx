/** What a library is, and how it was hardened: facts, not judgements. */
import type { ElfFacts } from "../../../facts/model.ts";
import { identityFacts, loadingFacts, type LibraryFact } from "../../../present/library/library-facts.ts";
import { Names } from "../../ui/Names.tsx";

export function LibraryFactsList({ elf }: { readonly elf: ElfFacts }) {
  return (
    <section aria-labelledby="identity">
      <h3 id="identity">Identity</h3>
      <Facts facts={identityFacts(elf)} />
      <h3>Hardening and loading</h3>
      <Facts facts={loadingFacts(elf)} />
      <Mentioned names={elf.mentionedLibraries} />
    </section>
  );
}

/** What the file may ask `dlopen` for: strings, and so only a hint. */
function Mentioned({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <dl className="facts">
      <div>
        <dt>Names in the file</dt>
        <dd>
          <Names names={names} total={names.length} shown={6} none="" />
        </dd>
      </div>
    </dl>
  );
}

function Facts({ facts }: { readonly facts: readonly LibraryFact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ name, value }) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            {typeof value === "string" ? (
              <dd className="mono">{value}</dd>
            ) : (
              <dd className="mono lines">
                {value.map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </dd>
            )}
          </div>
        ),
      )}
    </dl>
  );
}
