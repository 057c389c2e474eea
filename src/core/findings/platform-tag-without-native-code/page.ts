import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs: "The tag names a platform, but nothing in the wheel is compiled.",
  whyItBreaks:
    "Nothing fails where it installs. But it does not install elsewhere, although it probably could; or the compiled part is missing because its build failed quietly.",
  howToFix: [
    "If the package is pure Python, build it with the tag py3-none-any.",
    "If it should contain an extension, look at the build log: an optional extension that fails to compile is skipped without an error.",
  ],
  seeYourself: [{ command: "unzip -l FILE.whl", shows: "The contents of the wheel." }],
  sources: [SOURCES.pep425],
  background: ["wheel-contents"],
};
