import { code, say, symbol, tag } from "../../../core/sentence.ts";
import type { ConceptText } from "../../concept.ts";
import { pep, repository } from "../../sources.ts";

export const stableAbi: ConceptText = {
  summary: "One wheel for every Python from some version on, if it keeps to a list of names.",
  whatItIs: [
    say`An extension module takes functions from the running Python: ${symbol("PyLong_FromLong")}, ${symbol("PyModule_Create2")}. Most of Python’s C interface may change with every minor version, so that wheels are built for one: ${tag("cp312-cp312")}. A part of it is promised to stay through all of Python 3, the stable ABI. A module that uses nothing else needs one build for all versions from some floor on; its tag is ${tag("cp38-abi3")}, its file is called ${code("….abi3.so")}.`,
    say`The list is kept in CPython’s repository, with the version that added each name: 687 names from the start (3.2), 82 with 3.7, 34 with 3.10, 19 with 3.11. The floor of a module is the highest among the names it imports.`,
    say`Free-threaded Pythons have an ABI of their own, with a “t” in the tag (${tag("cp314t")}). Up to 3.14 they have no stable ABI; from 3.15 on there is ${tag("abi3t")} (PEP 803), whose modules export ${symbol("PyModExport_…")} in place of ${symbol("PyInit_…")}.`,
  ],
  whyItBreaks: [
    say`Nothing enforces the promise. A compiler lets a module import ${symbol("_PyLong_AsByteArray")} and still name its file ${code(".abi3.so")}; it works where that name happens to exist and fails elsewhere with “undefined symbol”. Where a name remains but means something else, there is no message at all.`,
    say`A floor set too low is the other error: the wheel says cp38 and imports ${symbol("PyType_GetName")}, which was added in 3.11. pip installs it on 3.8.`,
    say`The list of imports proves less than one might wish. Macros and direct access to the fields of a structure leave no import behind; only a compiler run with ${code("Py_LIMITED_API")} shows them.`,
  ],
  howToFix: [
    say`Compile with ${code("-DPy_LIMITED_API=0x030b0000")} (here 3.11): the headers then hide what is not promised.`,
    say`Build the wheel with the lowest Python that it is to support, and set the tag to the floor: ${tag("cp311-abi3")}.`,
    say`Have it checked in the build: ${code("abi3audit --strict FILE.whl")}, or ${code("wheelscope check")}.`,
  ],
  seeYourself: [
    {
      command: "nm --dynamic --undefined-only FILE.so | grep -E ' _?Py'",
      shows:
        "All that the module takes from Python. PyType_GetName is stable since 3.11, PyObject_CallNoArgs since 3.10.",
      output: `                 U PyModule_Create2
                 U PyObject_CallNoArgs
                 U PyType_GetName`,
      measuredOn: "abi3_floor: abi3_floor/_core.abi3.so",
    },
    {
      command: "nm --dynamic --defined-only FILE.so | grep -E 'PyInit_|PyModExport_'",
      shows: "The function by which Python loads it.",
      output: `0000000000000370 T PyModExport__core`,
      measuredOn: "abi3t: abi3t/_core.abi3t.so",
    },
  ],
  sources: [
    pep(384, "Defining a Stable ABI"),
    pep(652, "Maintaining the Stable ABI"),
    pep(793, "PyModExport: A new entry point for C extension modules"),
    pep(803, "“abi3t”: Stable ABI for Free-Threaded Builds"),
    {
      title: "CPython: Misc/stable_abi.toml, the list",
      address: "https://github.com/python/cpython/blob/main/Misc/stable_abi.toml",
    },
    {
      title: "Python manual: C API and ABI stability",
      address: "https://docs.python.org/3/c-api/stable.html",
    },
    repository("pypa/abi3audit", "the check"),
  ],
  findings: [
    "abi3-violated",
    "abi3-floor-too-low",
    "could-be-abi3",
    "init-function-differs",
    "python-tag-differs",
  ],
  concepts: ["wheel-contents", "loading-libraries", "other-tools"],
};
