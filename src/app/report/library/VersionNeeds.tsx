/** Every version a library asks for, by provider, each with the symbols that ask. */
import type { VersionNeed, ElfFacts } from "../../../facts/model.ts";
import { compareVersions } from "../../../present/orders.ts";
import { formatCount, plural } from "../../../present/units.ts";
import { groupBy } from "../../../present/group-by.ts";
import { useFileIsHere } from "../../state/session-context.ts";

interface VersionNeedsProps {
  readonly elf: ElfFacts;
  /** Leads to the full list of the symbols bound to a version. */
  readonly onShowSymbols: (version: string) => void;
}

export function VersionNeeds({ elf, onShowSymbols }: VersionNeedsProps) {
  if (elf.versionNeeds.length === 0) return null;
  const providers = groupBy(elf.versionNeeds, (need) => need.library);
  return (
    <section aria-labelledby="versions">
      <h3 id="versions">Versions it asks for</h3>
      {[...providers].map(([provider, needs]) => (
        <div key={provider} className="provider">
          <h4>
            <code>{provider}</code>
          </h4>
          <ul className="version-list">
            {needs
              .toSorted((a, b) => compareVersions(b.version, a.version))
              .map((need) => (
                <li key={need.version}>
                  <Need need={need} onShowSymbols={onShowSymbols} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** As many names as fit a glance; the list of symbols has the others. */
const namesShown = 50;

function Need({
  need,
  onShowSymbols,
}: {
  readonly need: VersionNeed;
  readonly onShowSymbols: (version: string) => void;
}) {
  const { version, weak, symbolCount, symbols } = need;
  const fileIsHere = useFileIsHere();
  const named = symbols.slice(0, namesShown);
  return (
    <details>
      <summary>
        <code>{version}</code>
        <span className="faint small">
          {plural(symbolCount, "symbol")}
          {weak && ", weak"}
        </span>
      </summary>
      {symbolCount === 0 ? (
        <p className="faint small">No symbol is bound to it; the loader checks the version all the same.</p>
      ) : (
        <p className="symbol-names">
          {named.map((name) => (
            <code key={name}>{name}</code>
          ))}
          {!fileIsHere && named.length < symbolCount && (
            <span className="faint">
              {named.length === 0 ? "" : "and "}
              {plural(symbolCount - named.length, named.length === 0 ? "symbol" : "other")} not named in this
              report
            </span>
          )}
        </p>
      )}
      {fileIsHere && (
        <button type="button" className="link-button small" onClick={() => onShowSymbols(version)}>
          Show {symbolCount > namesShown ? `all ${formatCount(symbolCount)}` : "them"} in the list of symbols
        </button>
      )}
    </details>
  );
}
