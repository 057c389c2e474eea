/**
 * The Python ABI of every library that uses Python's names, and of the wheel: what abi3audit asks, with its false alarms taken out
 * (names that the wheel itself exports, local names, names that are not CPython's) and with the floor that is really needed.
 */
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { LibraryFacts, WheelFacts } from "../../../facts/model.ts";
import type { PythonReading, WheelPython } from "../readings.ts";
import { pythonClaim, type PythonClaim } from "./claim.ts";
import { holdsPython } from "./holds-python.ts";
import { isPythonName, NOT_IN_ABI3T, type StableAbi } from "../../knowledge/python.ts";
import { moduleFile } from "./module-file.ts";
import { comparePythons, highestPython } from "./python-version.ts";
import { readInit } from "./read-init.ts";
import { librarySentence, wheelSentence } from "./words.ts";

export interface PythonReadings {
  /** By path: extension modules and libraries that import Python's names. */
  readonly libraries: ReadonlyMap<string, PythonReading>;
  readonly wheel: WheelPython | null;
}

export function readPython(facts: WheelFacts, knowledge: Knowledge): PythonReadings {
  const abi = knowledge.stableAbi;
  const claim = pythonClaim(facts);
  const own = ownExports(facts, abi);
  const libraries = new Map<string, PythonReading>();
  let users = 0;
  for (const library of facts.libraries) {
    const imports = (library.elf?.python?.imports ?? []).filter((name) => !own.has(name) && !isInit(name));
    const reading = readLibrary(library, imports, claim, abi);
    if (reading === null) continue;
    libraries.set(library.path, reading);
    if (imports.length > 0) users += 1;
  }
  return { libraries, wheel: users === 0 ? null : readWheel(facts, claim, libraries) };
}

const isInit = (name: string): boolean => /^Py(?:Init|ModExport)U?_/.test(name);
const isPyPys = (name: string): boolean => /^_?PyPy/.test(name);

/** Names that the wheel's libraries define themselves; those of a Python in the wheel are Python's all the same. */
function ownExports(facts: WheelFacts, abi: StableAbi): ReadonlySet<string> {
  const own = new Set<string>();
  for (const library of facts.libraries) {
    if (holdsPython(library, abi)) continue;
    for (const name of library.elf?.python?.exports ?? []) own.add(name);
  }
  return own;
}

function readLibrary(
  { path, elf }: LibraryFacts,
  imports: readonly string[],
  claim: PythonClaim,
  abi: StableAbi,
): PythonReading | null {
  if (elf === null || elf.role === "executable" || elf.role === "relocatable-object") return null;
  const file = moduleFile(path);
  const stable = imports.filter((name) => abi.added.has(name) && !isOutside(name, claim, abi));
  const pypys = imports.some(isPyPys);
  const init = readInit(file, elf, claim, stable.length > 0 || pypys);
  if (init === null && stable.length === 0) return null;
  const suffix = file?.suffix ?? null;
  const outside = imports.filter((name) => isOutside(name, claim, abi));
  const floor = highestPython(stable.map((name) => addedIn(name, abi)));
  const reading = {
    stable: outside.length === 0 && !pypys,
    floor,
    floorSymbols: stable.filter((name) => addedIn(name, abi) === floor),
    outside,
    tooNew: isForOneVersion(suffix) ? [] : tooNew(stable, claim.floor, abi),
    hints: (elf.python?.locals ?? []).filter((name) => isHint(name, abi)),
    init,
    suffix,
  };
  return { ...reading, sentence: librarySentence(reading, stable.length, pypys) };
}

const addedIn = (name: string, abi: StableAbi): string => abi.added.get(name) ?? "3.2";

/** `cpython-312`, `pypy310-pp73`: no promise about any other version. */
export const isForOneVersion = (suffix: string | null): boolean =>
  suffix !== null && !suffix.startsWith("abi3");

function isOutside(name: string, claim: PythonClaim, abi: StableAbi): boolean {
  if (claim.kind === "abi3t" && NOT_IN_ABI3T.has(name)) return true;
  return abi.elsewhere.has(name) || (isPythonName(name, abi) && !abi.added.has(name));
}

function tooNew(stable: readonly string[], claimed: string | null, abi: StableAbi): PythonReading["tooNew"] {
  if (claimed === null) return [];
  return stable
    .map((symbol) => ({ symbol, added: addedIn(symbol, abi) }))
    .filter(({ added }) => comparePythons(added, claimed) > 0)
    .sort((a, b) => comparePythons(b.added, a.added));
}

/** Functions that Python's headers inline with the limited API too, so that finding them says nothing. */
const LIMITED_INLINE =
  /^_?Py_(?:X?(?:INCREF|DECREF|NewRef)|(?:SET_)?(?:REFCNT|TYPE|SIZE)|IS_TYPE|Is\w*|INCREF_\w+)$|^PyType_(?:HasFeature|Check|CheckExact)$|^PyObject_TypeCheck$/;

/** `Py_Foo` may as well be a function of the extension itself: many are called so. */
const isHint = (name: string, abi: StableAbi): boolean =>
  isPythonName(name, abi) &&
  !abi.added.has(name) &&
  !LIMITED_INLINE.test(name) &&
  !isInit(name) &&
  !name.startsWith("Py_");

/** `libboost_python312.so`: its own code is for one Python, whatever the wheel's is. */
const isForOnePython = (needed: string): boolean => /python-?\d/i.test(needed);

function readWheel(
  facts: WheelFacts,
  claim: PythonClaim,
  libraries: ReadonlyMap<string, PythonReading>,
): WheelPython {
  const readings = [...libraries.values()];
  const floor = readings.every(({ stable }) => stable)
    ? highestPython(readings.flatMap((reading) => reading.floor ?? []))
    : null;
  const wheel = {
    claim: claim.kind,
    claimedFloor: claim.floor,
    floor,
    freeThreaded: claim.freeThreaded,
    couldBeAbi3: floor !== null && couldBeAbi3(facts, claim, floor, readings),
  };
  return { ...wheel, sentence: wheelSentence(wheel, claim, readings) };
}

/**
 * A wheel for one CPython whose modules all import nothing but the stable ABI. Macros and fields of structures leave no import, so
 * this is a reason to try and no proof; inlined private functions (`hints`) are a proof to the contrary.
 */
function couldBeAbi3(
  facts: WheelFacts,
  claim: PythonClaim,
  floor: string,
  readings: readonly PythonReading[],
): boolean {
  const ordinary = claim.interpreters.every(
    ({ implementation, version, freeThreaded, debug }) =>
      implementation === "cpython" &&
      !freeThreaded &&
      !debug &&
      comparePythons(version.join("."), floor) >= 0,
  );
  return (
    claim.kind === "version" &&
    claim.interpreters.length > 0 &&
    ordinary &&
    facts.libraries.every(({ elf }) => elf !== null && !elf.needed.some(isForOnePython)) &&
    readings.some(({ init }) => init !== null) &&
    readings.every(({ init, hints }) => hints.length === 0 && init?.fits !== false)
  );
}
