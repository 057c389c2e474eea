import { pep, type SeeYourself } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

const INIT: SeeYourself = {
  command: "nm --dynamic --defined-only FILE.so | grep -E 'PyInit_|PyModExport_'",
  shows: "The init functions in the file.",
};

export const page: FindingPage = {
  whatItIs:
    "Python finds a compiled module by its file name and then calls one function in it, whose name follows from the file name: PyInit_ and what stands before the first dot. From Python 3.15 on it first looks for PyModExport_ and the name. The file has no function of the name expected.",
  whyItBreaks:
    "The import fails with “dynamic module does not define module export function (PyInit_…)”. This happens when a file is renamed after the build, or when the name in the build script and the name in the source differ.",
  howToFix: [
    "Give both the same name: the last part of the module’s name in the build script, and the name in PyInit_, PYBIND11_MODULE, NB_MODULE or #[pymodule].",
    "Do not rename the file. If it must bear another name, change the source.",
    "For wheels tagged abi3t, export PyModExport_; for Python 3.14 and older, PyInit_.",
  ],
  seeYourself: [INIT],
  sources: [
    pep(489, "Multi-phase extension module initialization"),
    pep(793, "PyModExport: A new entry point for C extension modules"),
    {
      title: "Python documentation: Defining extension modules",
      address: "https://docs.python.org/3/c-api/extension-modules.html",
    },
  ],
  background: ["stable-abi", "loading-libraries"],
};
