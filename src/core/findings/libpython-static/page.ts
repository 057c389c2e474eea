import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "A library exports the functions of the Python interpreter itself, many hundreds of them: libpython was linked into it statically.",
  whyItBreaks:
    "The process then has two interpreters, each with its own None, types, memory pools and lock. Objects of one handed to the other crash it, often at once with “Fatal Python error: PyThreadState_Get: no current thread”. It also makes the wheel larger by some megabytes.",
  howToFix: [
    "Leave libpython out when linking. Extension modules do not need it: the program that loads them has those functions.",
    "In CMake link Python::Module, not Python::Python. In Meson use the python module’s extension_module. Leave out what python3-config --embed prints.",
  ],
  seeYourself: [
    {
      command: "nm --dynamic --defined-only FILE.so | grep -cE ' _?Py'",
      shows: "How many names of Python the file defines; for an extension module the usual figure is 1.",
    },
  ],
  sources: [SOURCES.pep513, SOURCES.pep600],
  background: ["manylinux", "loading-libraries"],
};
