/** Some names of many: the first few, and a button for the others that are known. */
import { Fragment, useState } from "react";
import { formatCount, plural } from "../../present/units.ts";
import { useFileIsHere } from "../state/session-context.ts";
import { longestName, shortenName } from "./SymbolAtVersion.tsx";

interface NamesProps {
  readonly names: readonly string[];
  /** How many there are, known by name or not. */
  readonly total: number;
  readonly shown: number;
  /** Said when there are none. */
  readonly none: string;
}

export function Names({ names, total, shown, none }: NamesProps) {
  const [all, setAll] = useState(false);
  const fileIsHere = useFileIsHere();
  if (names.length === 0) {
    return <span className="faint">{total === 0 ? none : `${plural(total, "symbol")}, not named here`}</span>;
  }
  const visible = all ? names : names.slice(0, shown);
  const hidden = total - visible.length;
  return (
    <span className="names">
      {visible.map((name, index) => (
        <Fragment key={name}>
          {index > 0 && ", "}
          <code {...(name.length > longestName ? { title: name } : {})}>{shortenName(name)}</code>
        </Fragment>
      ))}
      {hidden > 0 && " "}
      {hidden > 0 && names.length > visible.length && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          and {formatCount(hidden)} more
        </button>
      )}
      {hidden > 0 && names.length <= visible.length && (
        <span className="faint">
          and {formatCount(hidden)} more, {fileIsHere ? "in the library’s list of symbols" : "not named here"}
        </span>
      )}
    </span>
  );
}
