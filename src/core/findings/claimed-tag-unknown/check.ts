/** Linux tags for which there are no rules: an unknown form, or an architecture without policies. */
import { list, say, tag, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts, claims }) => {
  const unknown = claims.filter((claim) => claim.state === "unknown");
  if (unknown.length === 0 || facts.libraries.length === 0) return null;
  return {
    sentence: say`There are no rules by which to judge ${list(unknown.map((claim) => tag(claim.tag)))}.`,
    advice: [
      say`Look at the spelling. Policies exist for manylinux (PEP 600), musllinux (PEP 656) and Android on the usual architectures; ${verb(unknown.length, "this tag", "these tags")} may still work where pip knows ${verb(unknown.length, "it", "them")}.`,
    ],
    evidence: unknown.map((claim) => ({ note: claim.tag })),
  };
};
