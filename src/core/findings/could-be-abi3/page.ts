import { STABLE_ABI, IMPORTS } from "../../explanations/python.ts";
import { pep } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "The wheel is tagged for one version of Python, but its modules import nothing that is outside of the stable ABI. One wheel tagged abi3 could serve that version and all later ones.",
  whyItBreaks:
    "Nothing breaks. It saves builds: one wheel for each platform, not one for each platform and version, and new versions of Python are served from their first day. It is no proof: macros and direct access to fields of structures leave no import behind, and only a compiler run with Py_LIMITED_API shows them.",
  howToFix: [
    "Compile with Py_LIMITED_API set to the lowest version you want to support. If that works, tag the wheel abi3: py_limited_api in setuptools, abi3 features in maturin, limited-api in meson-python.",
    "Test on the oldest and the newest version. The stable ABI promises that functions exist, not that they behave alike.",
  ],
  seeYourself: [IMPORTS],
  sources: [STABLE_ABI, pep(384, "Defining a Stable ABI")],
  background: ["stable-abi"],
};
