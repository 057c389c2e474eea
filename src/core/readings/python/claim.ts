/** Which Pythons a wheel's file name is for (PEP 425, PEP 703, PEP 803), and which of them a file is loaded by. */
import type { WheelFacts } from "../../../facts/model.ts";
import type { WheelPython } from "../readings.ts";
import { compareNumbers } from "../../../facts/names/version-name.ts";
import { moduleFile, type ModuleFile } from "./module-file.ts";

/** One Python that the wheel is offered to: the lowest of an open range. */
export interface Interpreter {
  readonly implementation: "cpython" | "pypy" | "graalpy";
  /** `[3, 12]`. */
  readonly version: readonly [number, number];
  readonly freeThreaded: boolean;
  readonly debug: boolean;
}

export interface PythonClaim {
  readonly kind: WheelPython["claim"];
  /** e.g. `3.11`; null unless `abi3` or `abi3t`. */
  readonly floor: string | null;
  readonly freeThreaded: boolean;
  /** Empty if nothing is claimed. For `abi3` and `abi3t` the lowest version, of each of the two builds that it is for. */
  readonly interpreters: readonly Interpreter[];
}

const IMPLEMENTATIONS: Readonly<Record<string, Interpreter["implementation"]>> = {
  cp: "cpython",
  pp: "pypy",
  graalpy: "graalpy",
};

const NOTHING: PythonClaim = { kind: "none", floor: null, freeThreaded: false, interpreters: [] };

/** The first stable ABI that free-threaded Python has (PEP 803). */
const FIRST_ABI3T = [3, 15] as const;

export function pythonClaim(facts: WheelFacts): PythonClaim {
  if (facts.kind === "library") return claimOfFile(facts.fileName);
  if (facts.name === null) return NOTHING;
  const { pythonTags, abiTags } = facts.name;
  const versions = pythonTags.flatMap((tag) => interpreterOf(tag) ?? []);
  const cpython = versions.filter(({ implementation }) => implementation === "cpython");
  const [lowest] = cpython.map(({ version }) => version).sort(compareNumbers);
  if (abiTags.includes("abi3") || abiTags.includes("abi3t")) {
    const threaded = abiTags.includes("abi3t");
    const builds = [...(abiTags.includes("abi3") ? [false] : []), ...(threaded ? [true] : [])];
    return {
      kind: threaded ? "abi3t" : "abi3",
      floor: lowest === undefined ? null : lowest.join("."),
      freeThreaded: threaded,
      interpreters:
        lowest === undefined
          ? []
          : builds.map((freeThreaded) => ({
              implementation: "cpython",
              version: freeThreaded && compareNumbers(lowest, FIRST_ABI3T) < 0 ? FIRST_ABI3T : lowest,
              freeThreaded,
              debug: false,
            })),
    };
  }
  // `cp312-cp312t`: the flags stand in the ABI tag. Several tags of each are a set of pairs, of which only the fitting ones exist.
  const flags = abiTags.flatMap((tag) => /^cp(\d{2,3})([a-z]*)$/.exec(tag)?.[2] ?? []);
  const each = flags.length === 0 ? [""] : [...new Set(flags)];
  const interpreters = versions.flatMap((version) =>
    each.map((flag) => ({ ...version, freeThreaded: flag.includes("t"), debug: flag.includes("d") })),
  );
  if (interpreters.length === 0) return NOTHING;
  return {
    kind: "version",
    floor: null,
    freeThreaded: interpreters.some(({ freeThreaded }) => freeThreaded),
    interpreters,
  };
}

/** `cp312` → CPython 3.12; null for `py3`, `cp3` and others that name no single version. */
function interpreterOf(tag: string): Interpreter | null {
  const [, letters = "", digits = ""] = /^([a-z]+)(\d{2,3})$/.exec(tag) ?? [];
  const implementation = Object.hasOwn(IMPLEMENTATIONS, letters) ? IMPLEMENTATIONS[letters] : undefined;
  if (implementation === undefined) return null;
  return { implementation, version: versionOf(digits), freeThreaded: false, debug: false };
}

/** `312` → `[3, 12]`. */
const versionOf = (digits: string): readonly [number, number] => [
  Number(digits.slice(0, 1)),
  Number(digits.slice(1)),
];

/** A bare library claims what its own name does. */
function claimOfFile(fileName: string): PythonClaim {
  const suffix = moduleFile(fileName)?.suffix ?? null;
  if (suffix === "abi3" || suffix === "abi3t") return { ...NOTHING, kind: suffix };
  return { ...NOTHING, kind: suffix === null ? "none" : "version", freeThreaded: /\dt$/.test(suffix ?? "") };
}

/**
 * Whether that Python finds a file of this name when it imports the module (CPython, Python/dynload_shlib.c). A plain `.so` is
 * found by all. The platform in the name is not looked at, except that the stable suffixes have one since 3.15 only.
 */
export function isFoundBy({ suffix, platform }: ModuleFile, python: Interpreter): boolean {
  if (suffix === null) return true;
  const since315 = compareNumbers(python.version, FIRST_ABI3T) >= 0;
  if (suffix === "abi3t") return python.implementation === "cpython" && since315;
  if (suffix === "abi3") {
    // Free-threaded 3.13 and 3.14 do find such a file, but its code is for the other memory layout of objects.
    return python.implementation === "cpython" && !python.freeThreaded && (platform === null || since315);
  }
  const [, letters = "", digits = "", flags = ""] =
    /^(cpython-|pypy|graalpy\d+-)(\d{2,3})([a-z]*)/.exec(suffix) ?? [];
  if (!letters.startsWith(python.implementation)) return false;
  return (
    compareNumbers(versionOf(digits), python.version) === 0 &&
    flags.includes("t") === python.freeThreaded &&
    flags.includes("d") === python.debug
  );
}

/** “Python 3.12”, “free-threaded Python 3.13”, “PyPy 3.10”. */
export function interpreterName({ implementation, version, freeThreaded, debug }: Interpreter): string {
  const name = { cpython: "Python", pypy: "PyPy", graalpy: "GraalPy" }[implementation];
  const build = [...(freeThreaded ? ["free-threaded "] : []), ...(debug ? ["debug "] : [])].join("");
  return `${build}${name} ${version.join(".")}`;
}
