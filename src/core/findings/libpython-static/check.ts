/** A second Python inside a library: it has its own interpreter state, type objects and memory (PEP 513 forbids even a linked one). */
import { judgedLibraries } from "../../check-context.ts";
import { holdsPython, isPythonItself } from "../../readings/python/holds-python.ts";
import { code, count, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = (context) => {
  const holders = judgedLibraries(context).filter(
    (library) =>
      library.elf.role !== "executable" &&
      !isPythonItself(library) &&
      holdsPython(library, context.knowledge.stableAbi),
  );
  if (holders.length === 0) return null;
  const paths = holders.map(({ path }) => path);
  const modules = holders.some(({ elf }) => elf.role === "extension-module");
  return {
    // A library that only embeds Python for a program of its own may know what it does.
    severity: modules ? "error" : "warning",
    sentence: say`${subject(paths)} ${verb(paths.length, "has", "have")} a Python linked in and ${verb(paths.length, "exports", "export")} it: two interpreters in one process share no objects and crash each other.`,
    advice: [
      say`Do not link libpython3.x.a: the interpreter that imports the module provides its functions. In CMake use ${code("Python::Module")}, not ${code("Python::Python")}; with ${code("python3-config")} leave ${code("--embed")} out.`,
    ],
    libraries: paths,
    evidence: holders.map(({ path, elf }) => ({
      in: path,
      symbol: elf.python?.exports[0] ?? "",
      note: `${count(elf.python?.exportCount ?? 0, "name")} of Python defined`,
    })),
  };
};
