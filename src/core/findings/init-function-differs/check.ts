/** Python derives the name of the init function from the file name (PEP 3121, PEP 489, PEP 793). */
import type { Evidence } from "../../evidence.ts";
import { code, library, list, say, symbol, version } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ readings: { python } }) => {
  const odd = [...python.libraries].flatMap(([path, { init, suffix }]) =>
    init === null || init.fits ? [] : [{ path, init, suffix }],
  );
  const [first] = odd;
  if (first === undefined) return null;
  const { expected, found } = first.init;
  const has = found.length === 0 ? say`has no init function at all` : say`has ${list(found.map(symbol), 3)}`;
  // PyInit_x where PyModExport_x is wanted, or the other way round: right name, wrong version of Python.
  const end = expected.slice(expected.indexOf("_"));
  const onlyForm = found.some((name) => name.slice(name.indexOf("_")) === end && name.startsWith("Py"));
  const more = odd.length > 1 ? ` The same goes for ${String(odd.length - 1)} more.` : "";
  // A plain `.so` may be loaded in another way (by ctypes, or by the package's own import hook); a suffix is for Python alone.
  const certain = odd.some(({ suffix, init }) => suffix !== null && init.found.length > 0);
  return {
    severity: certain ? "error" : "warning",
    sentence: say`To import ${library(first.path)} Python calls ${symbol(expected)}, but the file ${has}.${more}`,
    advice: [
      onlyForm
        ? say`${symbol("PyModExport_…")} is called from Python ${version("3.15")} on and is the only form for ${code("abi3t")}; older versions call ${symbol("PyInit_…")}. Export the one for the Pythons of the tag, or both.`
        : say`Name the file and the function alike: the module name in the build script, the file name, and ${code("PyInit_…")} (in Cython, pybind11, nanobind and PyO3 the name given to the module) must agree. Renaming the file after the build breaks it.`,
    ],
    libraries: odd.map(({ path }) => path),
    evidence: odd.map(({ path, init }): Evidence => ({
      in: path,
      symbol: init.found[0] ?? init.expected,
      note: init.found.length === 0 ? "expected and not there" : `expected: ${init.expected}`,
    })),
  };
};
