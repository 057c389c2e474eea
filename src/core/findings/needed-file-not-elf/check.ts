/** A linker script or text file under the name of a needed library: the loader finds it first and gives up. */
import { code, library, list, say, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts }) => {
  if (facts.impostors.length === 0) return null;
  const are = verb(
    facts.impostors.length,
    "bears the name of a needed library but is",
    "bear the names of needed libraries but are",
  );
  return {
    sentence: say`${list(facts.impostors.map(library))} ${are} no ELF ${verb(facts.impostors.length, "file", "files")}.`,
    advice: [
      say`Ship the library itself under that name. A linker script (a text beginning with ${code("INPUT")} or ${code("GROUP")}) is for the linker only, and a symbolic link becomes a text file when it is packed wrongly.`,
    ],
    evidence: facts.impostors.map((path) => ({ in: path, note: "not an ELF file" })),
  };
};
