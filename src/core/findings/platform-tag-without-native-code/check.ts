/** A platform tag on a wheel without native files: it installs on one platform though it could run on all. */
import { otherNativeWords } from "../../other-native.ts";
import { code, list, say, tag } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts, claims }) => {
  const linux = claims.filter((claim) => claim.state !== "any" && claim.state !== "not-linux");
  if (facts.kind !== "wheel" || facts.libraries.length > 0 || linux.length === 0) return null;
  const claimed = list(linux.map((claim) => tag(claim.tag)));
  const others = otherNativeWords(facts);
  if (others.length > 0) {
    // Static archives are for one platform as much as libraries are, but nothing of them is loaded.
    const archives = facts.otherNative?.every(({ kind }) => kind === "static-archive") === true;
    return {
      severity: archives ? "info" : "warning",
      sentence: say`The file name claims ${claimed}, and the wheel holds ${list(others, 5)}, but nothing that Linux loads.`,
      advice: [
        archives
          ? say`A tag promises where code runs; of a static archive that is decided by what it is linked into. Nothing has to change.`
          : say`If Linux is meant, look at the build log for what is missing; else give the wheel the tag of its platform.`,
      ],
    };
  }
  return {
    sentence: say`The file name claims ${claimed}, but nothing in the wheel is compiled.`,
    advice: [
      say`If the package is pure Python, build it as ${code("py3-none-any")}, so that it installs everywhere. If compiled files are missing, look at the build log: the extension may have been optional and failed.`,
      say`A wheel whose Python files differ from platform to platform may keep its tag.`,
    ],
  };
};
