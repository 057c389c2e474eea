/** `linux_x86_64` and the like: what a build makes before `auditwheel repair`. PyPI takes such tags only for armv6l and armv7l. */
import { code, list, say, tag } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts, claims }) => {
  const plain = claims.filter((claim) => claim.state === "promises-nothing");
  const refused = plain.filter((claim) => !/_armv[67]l$/.test(claim.tag));
  if (plain.length === 0 || facts.libraries.length === 0) return null;
  return {
    sentence: say`${list(plain.map((claim) => tag(claim.tag)))} promises only to run on systems like the one it was built on${refused.length > 0 ? "; PyPI refuses it" : ""}.`,
    advice: [
      say`Run ${code("auditwheel repair")} on it before publishing: it bundles what is missing and gives the wheel the best tag it can carry.`,
    ],
  };
};
