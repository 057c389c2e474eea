/** More than one `*.dist-info` at the root; installers and auditwheel refuse to choose. */
import { code, library, list, say } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts }) => {
  if (facts.distInfoDirectories.length < 2) return null;
  return {
    sentence: say`The wheel has ${facts.distInfoDirectories.length} metadata directories: ${list(facts.distInfoDirectories.map(library))}. Installers and auditwheel refuse such a wheel.`,
    advice: [
      say`Remove the ones that do not belong to it: often an older version's metadata was left in the build directory (delete ${code("build/")} and build again).`,
    ],
    evidence: facts.distInfoDirectories.map((directory) => ({ in: directory })),
  };
};
