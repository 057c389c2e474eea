/** What is known of Python's stable ABI (PEP 384, PEP 652). Filled by src/data/stable-abi.ts. */
export interface StableAbi {
  /** Name → the Python that added it to the stable ABI, e.g. `3.7`; `3.2` is where it began. Functions and data. */
  readonly added: ReadonlyMap<string, string>;
  /** Names of the list that no ordinary Python on Linux exports → where they are, e.g. `on Windows`. */
  readonly elsewhere: ReadonlyMap<string, string>;
  /**
   * Names that Python exported before they were made stable → the first Python that does; `3.6` means 3.6 or before. An extension
   * that uses one runs there all the same, though nothing promised it.
   */
  readonly exportedEarlier: ReadonlyMap<string, string>;
  /** What stands before the first `_` in names of CPython, e.g. `PyObject`, `PyRun`, `Py`: stable ones and others. */
  readonly families: ReadonlySet<string>;
}

/** Built for abi3 only: they take a `PyModuleDef`, whose layout contains that of `PyObject`, which abi3t keeps secret (PEP 803). */
export const NOT_IN_ABI3T: ReadonlySet<string> = new Set([
  "PyModuleDef_Init",
  "PyModule_Create2",
  "PyModule_FromDefAndSpec2",
  "PyState_AddModule",
  "PyState_FindModule",
  "PyState_RemoveModule",
]);

const FAMILY = /^_?(Py[A-Za-z0-9]*)(?:_|$)/;

/** `PyObject` of `_PyObject_New`; null if a name is not of Python's form. */
function familyOf(name: string): string | null {
  return FAMILY.exec(name)?.[1] ?? null;
}

/**
 * Whether a name is one of CPython's: in the stable ABI or of a family that CPython has. `PyPolars_x`, `PySideProperty_TypeF` and
 * PyPy's `PyPyObject_Call` are not, and `PyInit_x` is a module's own.
 */
export function isPythonName(name: string, abi: StableAbi): boolean {
  if (abi.added.has(name)) return true;
  // Extensions like to call their own functions so; Python itself has none.
  if (/^Py_[a-z]/.test(name)) return false;
  const family = familyOf(name);
  return family !== null && abi.families.has(family);
}
