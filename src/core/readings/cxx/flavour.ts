/** From counts of names to the `std::string` ABI of one side of a library. */
import type { CxxFacts, CxxNames, SymbolGroup } from "../../../facts/code-facts.ts";
import type { CxxFlavour } from "../readings.ts";

/** One side of a library, read. */
export interface Side {
  readonly flavour: CxxFlavour;
  /** Names that count, the stray and the excused ones taken out. */
  readonly new: SymbolGroup;
  readonly old: SymbolGroup;
  readonly libcxx: SymbolGroup;
  /** What was seen and does not count, with the reason in words. */
  readonly setAside: readonly { readonly group: SymbolGroup; readonly why: string }[];
}

const NOTHING: SymbolGroup = { count: 0, symbols: [] };

/**
 * A few names of the other kind get into any library, through templates of the runtime. Both ABIs are reported only if the smaller
 * part is at least this many names and this share of the larger part.
 */
const STRONG_COUNT = 3;
const STRONG_SHARE = 0.05;

/** The flavour of a group of names. `prefersOld`: other evidence says that the code is for the old ABI. */
export function readSide(names: CxxNames, prefersOld = false): Side {
  const setAside: { group: SymbolGroup; why: string }[] = [];
  let { new: fresh, old } = names;
  // The toolsets of RHEL 6 and 7 have std::filesystem only in its new form, whatever the rest of the code uses.
  const isExcused = fresh.symbols.length > 0 && fresh.symbols.every(isOnlyFilesystem);
  if (isExcused && (old.count > 0 || prefersOld)) {
    setAside.push({ group: fresh, why: "std::filesystem, which old toolsets have only in its new form" });
    fresh = NOTHING;
  }
  if (fresh.count === 0 && old.count === 0 && names.stray.symbols.some(isEmptyString)) {
    // Alone, the empty old string is what optimised code for the old ABI leaves most often.
    old = { count: 1, symbols: names.stray.symbols.filter(isEmptyString).slice(0, 1) };
  } else if (names.stray.count > 0) {
    setAside.push({ group: names.stray, why: "old names that code for the new ABI has too" });
  }
  return {
    flavour: flavourOf(fresh.count, old.count, names.libcxx.count),
    new: fresh,
    old,
    libcxx: names.libcxx,
    setAside,
  };
}

function flavourOf(fresh: number, old: number, libcxx: number): CxxFlavour {
  if (libcxx > fresh + old) return "libc++";
  if (fresh === 0 && old === 0) return "none";
  const [less, more] = fresh < old ? [fresh, old] : [old, fresh];
  if (less >= STRONG_COUNT && less >= more * STRONG_SHARE) return "both";
  return fresh >= old ? "new" : "old";
}

/** The three sides, in the order in which they decide (versioned imports, own interface, other imports). */
export function readSides(cxx: CxxFacts): { runtime: Side; own: Side; others: Side } {
  const runtime = readSide(cxx.fromRuntime);
  const prefersOld = runtime.flavour === "old";
  return { runtime, own: readSide(cxx.own, prefersOld), others: readSide(cxx.fromOthers, prefersOld) };
}

/** The new form only as part of `std::filesystem::__cxx11`. */
function isOnlyFilesystem(name: string): boolean {
  return name.includes("10filesystem7__cxx11") && !name.includes("St7__cxx11") && !name.includes("B5cxx11");
}

const isEmptyString = (name: string): boolean => name === "_ZNSs4_Rep20_S_empty_rep_storageE";
