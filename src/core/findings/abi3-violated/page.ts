import { STABLE_ABI, ABI3AUDIT, IMPORTS } from "../../explanations/python.ts";
import { pep } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "A wheel tagged abi3 promises that its compiled modules run on the claimed Python 3 and on every later one. They may then use only the functions and data of the stable ABI, a list that Python keeps and never takes anything from. This wheel uses other names of Python too.",
  whyItBreaks:
    "What is not on the list may change or go with every minor version. If a function is gone, the import fails with “undefined symbol: _Py…”. If a function or structure has changed, there is no message: the module reads the wrong memory and crashes, perhaps on one version only.",
  howToFix: [
    "Define Py_LIMITED_API as the lowest version you support, for example 0x03090000, for every source file. The headers then hide everything else, and the compiler shows what to replace.",
    "Let the build tool do so: Cython 3.1 and newer, nanobind and PyO3 (feature abi3) can build for the stable ABI. pybind11 cannot.",
    "If a name cannot be replaced, build one wheel for each version and leave abi3 out of the tag.",
  ],
  seeYourself: [ABI3AUDIT, IMPORTS],
  sources: [
    STABLE_ABI,
    pep(384, "Defining a Stable ABI"),
    pep(652, "Maintaining the Stable ABI"),
    pep(803, "“abi3t”: Stable ABI for Free-Threaded Builds"),
  ],
  background: ["stable-abi"],
};
