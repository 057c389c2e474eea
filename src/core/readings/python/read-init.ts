/** Whether a file has the function by which Python would load it under its name. */
import type { ElfFacts } from "../../../facts/model.ts";
import type { PythonReading } from "../readings.ts";
import { compareNumbers } from "../../../facts/names/version-name.ts";
import type { PythonClaim } from "./claim.ts";
import { initNames, isLibraryName, type ModuleFile } from "./module-file.ts";

const IDENTIFIER = /^[\p{ID_Start}_]\p{ID_Continue}*$/u;

/**
 * Null if the file is no extension module by name: a library (`lib…`), a name that cannot be imported, or a plain C library that
 * a build tool named like a module (`usesPython`: it imports Python's names).
 */
export function readInit(
  file: ModuleFile | null,
  elf: ElfFacts,
  claim: PythonClaim,
  usesPython: boolean,
): PythonReading["init"] {
  if (file === null || !IDENTIFIER.test(file.stem)) return null;
  const found = elf.initSymbols;
  const names = initNames(file);
  const bearsOne = found.some((name) => names.includes(name));
  if (!bearsOne && isLibraryName(file.stem)) return null;
  if (found.length === 0 && (file.suffix === null || !usesPython)) return null;
  const accepted = names.filter((name) => isCalled(name, claim));
  return {
    expected: accepted[0] ?? names[0] ?? "",
    found,
    fits: found.some((name) => accepted.includes(name)),
  };
}

/** Whether the lowest Python that the wheel is for calls a function of that form. */
function isCalled(name: string, { kind, interpreters }: PythonClaim): boolean {
  const lowest = interpreters.map(({ version }) => version).sort(compareNumbers)[0];
  const is = (test: (major: number, minor: number) => boolean): boolean =>
    lowest === undefined || test(...lowest);
  if (name.startsWith("PyModExport")) return is((major, minor) => major === 3 && minor >= 15);
  // What PyInit_ returns is a PyModuleDef, which abi3t does not have (PEP 793, PEP 803).
  if (name.startsWith("PyInit")) return kind !== "abi3t" && is((major) => major === 3);
  if (name.startsWith("_cffi_pypyinit")) {
    return interpreters.every(({ implementation }) => implementation === "pypy");
  }
  return is((major) => major === 2);
}
