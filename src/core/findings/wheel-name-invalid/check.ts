/** The file name is no wheel's name; tags cannot be read from it and installers refuse it. */
import { code, say } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts }) => {
  if (facts.kind !== "wheel" || facts.name !== null) return null;
  return {
    sentence: say`${code(facts.fileName)} is not a valid wheel file name, so no tag can be read from it and installers refuse it.`,
    advice: [
      say`A wheel is named ${code("{project}-{version}(-{build})-{python}-{abi}-{platform}.whl")}, for example ${code("example-1.0-cp312-cp312-manylinux_2_28_x86_64.whl")}. Browsers add ${code(" (1)")} to a second download; rename the file.`,
    ],
  };
};
