/** A platform tag on a wheel without native files: it installs on one platform though it could run on all. */
import { code, list, say, tag } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts, claims }) => {
  const linux = claims.filter((claim) => claim.state !== "any" && claim.state !== "not-linux");
  if (facts.kind !== "wheel" || facts.libraries.length > 0 || linux.length === 0) return null;
  return {
    sentence: say`The file name claims ${list(linux.map((claim) => tag(claim.tag)))}, but nothing in the wheel is compiled.`,
    advice: [
      say`If the package is pure Python, build it as ${code("py3-none-any")}, so that it installs everywhere. If compiled files are missing, look at the build log: the extension may have been optional and failed.`,
      say`A wheel whose Python files differ from platform to platform may keep its tag.`,
    ],
  };
};
