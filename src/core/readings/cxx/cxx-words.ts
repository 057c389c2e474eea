/** The sentence and the evidence of a C++ reading, as one would quote them in an issue. */
import type { CxxFacts, SymbolGroup } from "../../../facts/code-facts.ts";
import type { CxxFlavour, CxxReading, CxxRuntime } from "../readings.ts";
import type { Evidence } from "../../evidence.ts";
import { type Sentence, code, count, library, say } from "../../sentence.ts";
import type { Side } from "./flavour.ts";
import { nonsharedNames } from "./runtime-source.ts";

export interface Sides {
  readonly runtime: Side;
  readonly own: Side;
  readonly others: Side;
}

/** Symbols shown of each group that decided. */
const SHOWN = 10;

const STRING = code("std::string");

export function cxxSentence(
  { flavour, basis, runtime }: Pick<CxxReading, "flavour" | "basis" | "runtime">,
  sides: Sides,
): Sentence {
  return say`${flavourClause(flavour, basis, sides)}${runtimeClause(runtime, flavour)}.`;
}

function flavourClause(flavour: CxxFlavour, basis: CxxReading["basis"], sides: Sides): Sentence {
  const side =
    basis === "runtime-imports" ? sides.runtime : basis === "own-interface" ? sides.own : sides.others;
  switch (flavour) {
    case "none":
      return say`C++ without ${STRING} or another type that tells the ABI`;
    case "libc++":
      return say`Uses libc++, not libstdc++: ${count(libcxxCount(sides), "name")} in ${code("std::__1")}`;
    case "both":
      return bothClause(sides);
    default: {
      const names = flavour === "new" ? side.new : side.old;
      const what = flavour === "new" ? "new" : "old";
      if (basis === "own-interface")
        return say`Offers the ${what} ${STRING} ABI: ${count(names.count, "name")} of its own`;
      const imports = basis === "runtime-imports" ? "import" : "unversioned import";
      const from = basis === "runtime-imports" ? " from libstdc++" : "";
      return say`Uses the ${what} ${STRING} ABI: ${count(names.count, imports)}${from}`;
    }
  }
}

function bothClause({ runtime, own }: Sides): Sentence {
  if (runtime.flavour === "both") {
    return say`Asks libstdc++ for both forms of ${STRING}: ${count(runtime.new.count, "new name")} and ${runtime.old.count} old`;
  }
  if (runtime.flavour === "none") {
    return say`Offers both forms of ${STRING}: ${count(own.new.count, "new name")} and ${own.old.count} old of its own`;
  }
  const [used, other] = runtime.flavour === "new" ? ["new", "old"] : ["old", "new"];
  const imports = runtime.flavour === "new" ? runtime.new : runtime.old;
  const offered = other === "new" ? own.new : own.old;
  return say`Uses the ${used} ${STRING} ABI (${count(imports.count, "import")} from libstdc++), but offers the ${other} one too (${count(offered.count, "name")} of its own)`;
}

function runtimeClause(runtime: CxxRuntime, flavour: CxxFlavour): Sentence {
  switch (runtime.kind) {
    case "bundled":
      return runtime.path === null ? [] : say`; its C++ runtime is ${library(runtime.path)}`;
    case "hybrid":
      return say`; newer parts of libstdc++ are linked in`;
    case "static":
      return say`; the C++ runtime is linked in`;
    case "libc++":
      return flavour === "libc++" ? [] : say`; its C++ runtime is libc++`;
    default:
      return [];
  }
}

const libcxxCount = ({ runtime, own, others }: Sides): number =>
  runtime.libcxx.count + own.libcxx.count + others.libcxx.count;

/** The symbols that decided, then what was set aside and why. */
export function cxxEvidence(
  reading: Pick<CxxReading, "flavour" | "basis">,
  sides: Sides,
  cxx: CxxFacts,
): Evidence[] {
  const decided: Evidence[] = [];
  const { flavour, basis } = reading;
  if (flavour === "libc++") {
    for (const side of [sides.own, sides.others, sides.runtime])
      decided.push(...shown(side.libcxx, { note: "libc++" }));
  }
  if (flavour === "both" || basis === "runtime-imports") {
    decided.push(...ofSide(sides.runtime, flavour, { from: "libstdc++.so.6" }, "asked of libstdc++"));
  }
  if (flavour === "both" || basis === "own-interface") {
    decided.push(...ofSide(sides.own, flavour, {}, "its own interface"));
  }
  if (basis === "other-imports") {
    decided.push(...ofSide(sides.others, flavour, {}, "an unversioned import"));
  }
  const aside = [sides.runtime, sides.own, sides.others].flatMap(({ setAside }) =>
    setAside.flatMap(({ group, why }): Evidence[] => {
      const [symbol] = group.symbols;
      const note = `set aside, ${count(group.count, "name")}: ${why}`;
      return [symbol === undefined ? { note } : { symbol, note }];
    }),
  );
  const defined: Evidence[] = [];
  const { runtime } = cxx;
  const nonshared = nonsharedNames(cxx);
  if (nonshared > 0 && runtime.staticMarks.count === 0) {
    const note = `set aside: ${count(nonshared, "new name")} defined here that come from libstdc++_nonshared.a`;
    defined.push({ note });
  }
  if (runtime.staticMarks.count > 0 && runtime.new > 0 && runtime.old > 0) {
    const note = `set aside: ${String(runtime.new)} new and ${String(runtime.old)} old names of the runtime that is linked in`;
    defined.push({ note });
  }
  return [...decided, ...aside, ...defined];
}

function ofSide(side: Side, flavour: CxxFlavour, fields: Evidence, where: string): Evidence[] {
  return [
    ...(flavour === "old" ? [] : shown(side.new, { ...fields, note: `new, ${where}` })),
    ...(flavour === "new" ? [] : shown(side.old, { ...fields, note: `old, ${where}` })),
  ];
}

function shown({ symbols, count: total }: SymbolGroup, fields: Evidence): Evidence[] {
  const names = symbols.slice(0, SHOWN);
  const more = total - names.length;
  const rest =
    more > 0 && names.length > 0 ? [{ note: `${count(more, "more name")} (${fields.note ?? ""})` }] : [];
  return [...names.map((symbol) => ({ symbol, ...fields })), ...rest];
}
