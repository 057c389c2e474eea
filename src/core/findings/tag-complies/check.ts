/** Good news: every Linux tag of the file name is met. */
import { list, say, tag } from "../../sentence.ts";
import { isMet, strongestClaims } from "../../verdict/claim.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts, claims }) => {
  const linux = claims.filter((claim) => claim.state !== "any" && claim.state !== "not-linux");
  const met = linux.filter(isMet);
  const unread = facts.libraries.some((library) => library.elf === null);
  if (met.length === 0 || met.length < linux.length || unread || facts.libraries.length === 0) return null;
  const aside = met.some((claim) => claim.setAside.length > 0);
  return {
    sentence: aside
      ? say`The system promised by ${list(strongestClaims(met).map((claim) => tag(claim.tag)))} is enough, but for libraries that are not the system's to provide.`
      : say`Everything the wheel needs from the system is promised by ${list(strongestClaims(met).map((claim) => tag(claim.tag)))}.`,
  };
};
