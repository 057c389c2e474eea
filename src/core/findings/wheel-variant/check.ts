/** A label after the platform tag makes a wheel a variant (PEP 825, a draft). Tools that do not know variants see an invalid name. */
import { code, say } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts }) => {
  const label = facts.name?.variant;
  if (label === undefined) return null;
  return {
    sentence: say`The label ${code(label)} after the platform tag makes this a wheel variant (PEP 825, a draft): installers that do not know variants refuse the name, on every system.`,
    advice: [
      say`Keep a wheel without a label beside it, so that they find one. What the label promises stands in ${code("variant.json")} of the metadata and was not compared with the files.`,
    ],
  };
};
