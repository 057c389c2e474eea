import { STABLE_ABI, ABI3AUDIT, IMPORTS } from "../../explanations/python.ts";
import { SOURCES, pep } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "The stable ABI grows: each Python adds functions to it. The number in the tag, such as cp38 in cp38-abi3, says which Python is the oldest one. This wheel uses names that were added later.",
  whyItBreaks:
    "pip installs the wheel on the claimed version, where the name does not exist: “undefined symbol: PyType_GetName”. Some functions existed before they were made stable, such as PyObject_GetBuffer, stable since 3.11. With those the import works, and Wheelscope only warns, because nothing promised that it would.",
  howToFix: [
    "Raise the version in the tag to the one that the names ask for, and requires-python with it. setuptools: [bdist_wheel] py_limited_api = cp311. maturin: abi3-py311.",
    "Or define Py_LIMITED_API with the version of the tag. The tag and the macro are two settings, and nothing compares them during the build.",
  ],
  seeYourself: [ABI3AUDIT, IMPORTS],
  sources: [STABLE_ABI, pep(652, "Maintaining the Stable ABI"), SOURCES.platformTags],
  background: ["stable-abi"],
};
