/** The promise of abi3: nothing but the stable ABI (PEP 384, PEP 652; abi3t: PEP 803). */
import type { CheckContext } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { spread } from "../../order.ts";
import { isForOneVersion } from "../../readings/python/read-python.ts";
import type { PythonReading } from "../../readings/readings.ts";
import { code, list, say, subject, symbol, tag, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = (context) => {
  const { wheel } = context.readings.python;
  const byTag = wheel?.claim === "abi3" || wheel?.claim === "abi3t";
  const guilty = [...context.readings.python.libraries].filter(
    ([, { outside, suffix }]) =>
      outside.length > 0 && (byTag ? !isForOneVersion(suffix) : suffix?.startsWith("abi3") === true),
  );
  if (guilty.length === 0) return null;
  const paths = guilty.map(([path]) => path);
  const names = [...new Set(guilty.flatMap(([, { outside }]) => outside))];
  const promise = tag(wheel?.claim === "abi3t" ? "abi3t" : "abi3");
  // pip offers a wheel for one version to that version only, where all of these names are.
  const harmless = wheel?.claim === "version";
  const borrowed = guilty.every(([path, reading]) => mayBorrow(context, path, reading));
  return {
    severity: harmless || borrowed ? "warning" : "error",
    sentence: say`${subject(paths)} ${verb(paths.length, "promises", "promise")} ${promise} but ${verb(paths.length, "uses", "use")} ${list(names.map(symbol))} outside of the stable ABI${borrowed ? ", unless the library of another wheel that it needs brings names of its own like Python’s" : ""}.`,
    advice: [
      say`Compile with ${code("Py_LIMITED_API")} defined: the headers then hide everything outside of the stable ABI, and the compiler names the places to change. In setuptools: ${code("Extension(…, py_limited_api=True, define_macros=[…])")}; Cython from 3.1 on, nanobind and PyO3 have options of their own.`,
      harmless
        ? say`Or give the file the usual suffix for its version, since the wheel is for one version anyway.`
        : say`Or build one wheel for each version of Python, without ${promise} in the tag.`,
    ],
    libraries: paths,
    evidence: spread(
      guilty.flatMap(([path, reading]) =>
        reading.outside.map((name) => evidenceOf(context, path, name, reading)),
      ),
      (piece) => piece.in ?? "",
    ),
  };
};

/**
 * A library `lib….abi3.so` of another wheel is likely there to stand in for what the stable ABI lacks (libshiboken6 does, under
 * Python's own names). Names that begin with an underscore are Python's in any case.
 */
function mayBorrow({ linkage }: CheckContext, path: string, { outside }: PythonReading): boolean {
  return (
    outside.every((name) => !name.startsWith("_")) &&
    (linkage.get(path) ?? []).some(({ kind, needed }) => kind === "other-wheel" && needed.includes(".abi3."))
  );
}

function evidenceOf(
  { knowledge: { stableAbi }, readings }: CheckContext,
  path: string,
  name: string,
  { hints }: PythonReading,
): Evidence {
  const where = stableAbi.elsewhere.get(name);
  if (where !== undefined) return { in: path, symbol: name, note: `in the stable ABI only ${where}` };
  if (readings.python.wheel?.claim === "abi3t" && stableAbi.added.has(name)) {
    return { in: path, symbol: name, note: "in abi3, not in abi3t" };
  }
  const private_ = name.startsWith("_") ? "private to Python" : "not in the stable ABI";
  return {
    in: path,
    symbol: name,
    note: hints.length > 0 ? `${private_}; private code is inlined too` : private_,
  };
}
