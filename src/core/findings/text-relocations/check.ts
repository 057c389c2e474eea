/** `DT_TEXTREL`: the loader has to write into code pages, which SELinux can forbid (gABI, "Dynamic Section"). */
import { readLibraries } from "../../check-context.ts";
import { code, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts }) => {
  const marked = readLibraries(facts).filter(
    ({ elf }) => elf.textRelocations && elf.role !== "relocatable-object",
  );
  if (marked.length === 0) return null;
  const paths = marked.map(({ path }) => path);
  return {
    sentence: say`${subject(paths)} ${verb(paths.length, "has", "have")} relocations in ${verb(paths.length, "its", "their")} code, which the loader has to overwrite; systems with SELinux may refuse that.`,
    advice: [
      say`Compile everything that goes into the library with ${code("-fPIC")}; ${code("-Wl,-z,text")} makes the linker name the object that was not.`,
    ],
    libraries: paths,
    evidence: paths.map((path) => ({ in: path, note: "DT_TEXTREL" })),
  };
};
