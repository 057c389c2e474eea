/** A symbol taken apart: paste one or several; each is demangled, its ABI named, and its letters explained. Nothing leaves the page. */
import { useMemo, useState } from "react";
import type { CxxClass, NameFacts } from "../../../facts/code-facts.ts";
import { plural } from "../../../present/units.ts";
import { wholeName } from "./mangled.ts";
import { MangledName, PieceTable } from "./MangledName.tsx";
import { LONGEST_TEXT, readSymbols } from "./read-symbols.ts";
import { useNames, type NamesState } from "./use-names.ts";

const examples: readonly { readonly label: string; readonly text: string }[] = [
  {
    label: "Taking a string, both ways",
    text: "_ZN3api6by_refERKSs\n_ZN3api6by_refERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE",
  },
  { label: "An error message", text: "undefined symbol: _ZN3api3retB5cxx11Ev" },
  {
    label: "libc++’s string",
    text: "_ZNSt3__112basic_stringIcNS_11char_traitsIcEENS_9allocatorIcEEED2Ev",
  },
];

export function Demangler() {
  const [text, setText] = useState(examples[0]?.text ?? "");
  const { names, more } = useMemo(() => readSymbols(text), [text]);
  const state = useNames(names);
  return (
    <section className="demangler" aria-labelledby="demangler">
      <h2 id="demangler" tabIndex={-1}>
        Take a symbol apart
      </h2>
      <p>Paste symbols, the output of nm, or an error that names one. They are read in your browser.</p>
      <label htmlFor="symbols" className="field-name">
        Symbols
      </label>
      <textarea
        id="symbols"
        className="field"
        rows={4}
        maxLength={LONGEST_TEXT}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="demangler-tools" role="group" aria-label="Examples">
        <span className="faint small">For example</span>
        {examples.map((example) => (
          <button
            key={example.label}
            type="button"
            className="button chip"
            onClick={() => setText(example.text)}
          >
            {example.label}
          </button>
        ))}
      </div>
      <p className="faint small" role="status">
        {statusText(names, more, state)}
      </p>
      {names.map((name, index) => (
        <Symbol key={name} name={name} state={state} isFirst={index === 0} />
      ))}
    </section>
  );
}

function statusText(names: readonly string[], more: number, state: NamesState): string {
  if (names.length === 0) return "No symbol yet.";
  if (state.kind === "reading") return "Reading …";
  if (state.kind === "failed") return "The reader could not be loaded; is the network off?";
  const counts = new Map<string, number>();
  for (const { facts } of state.known.values()) {
    const { cxx } = facts;
    const word = cxx === null ? "not C++" : shortWords[cxx];
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const list = [...counts].map(([word, count]) => `${String(count)} ${word}`).join(", ");
  return `${plural(names.length, "symbol")} read: ${list}.${more > 0 ? ` ${plural(more, "more symbol")} left out.` : ""}`;
}

const shortWords: Readonly<Record<CxxClass, string>> = {
  new: "of the new ABI",
  old: "of the old ABI",
  both: "of both ABIs",
  "libc++": "of libc++",
  neutral: "neutral",
};

const classWords: Readonly<Record<CxxClass, string>> = {
  new: "new std::string ABI, the default since GCC 5",
  old: "old std::string ABI",
  both: "names of both std::string ABIs in one",
  "libc++": "libc++, LLVM’s C++ library",
  neutral: "neutral: no type in it that tells the ABIs apart",
};

interface SymbolProps {
  readonly name: string;
  readonly state: NamesState;
  readonly isFirst: boolean;
}

function Symbol({ name, state, isFirst }: SymbolProps) {
  const read = state.kind === "failed" ? undefined : state.known.get(name);
  if (read === undefined) {
    return (
      <article className="symbol-answer">
        <MangledName pieces={wholeName(name)} />
      </article>
    );
  }
  const { facts, pieces } = read;
  return (
    <article className="symbol-answer">
      <MangledName pieces={pieces} />
      <DemangledName facts={facts} />
      <details className="fold" open={isFirst}>
        <summary>{plural(pieces.length, "piece")}, letter by letter</summary>
        <PieceTable caption="Pieces of the name" pieces={pieces} />
      </details>
    </article>
  );
}

function DemangledName({ facts: { demangled, cxx } }: { readonly facts: NameFacts }) {
  return (
    <>
      <p className="demangled">
        {demangled === null ? (
          <span className="faint">Not a mangled name, or of a form that the reader does not know.</span>
        ) : (
          <code>{demangled}</code>
        )}
      </p>
      <p className="symbol-class">
        <span className={`tone ${cxx ?? "plain"}`}>{cxx === null ? "not C++" : cxx}</span>
        {cxx === null ? "No name of C++: the string ABI has no say in it." : classWords[cxx]}
      </p>
    </>
  );
}
