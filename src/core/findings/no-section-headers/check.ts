/** Files whose tables are reachable only through program headers: the loader uses them, tools that go by section names do not. */
import { readLibraries } from "../../check-context.ts";
import { hidesVersionNeeds } from "../../linkage/hidden-needs.ts";
import { code, count, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts }) => {
  const hidden = readLibraries(facts).filter(
    (entry) =>
      hidesVersionNeeds(entry) ||
      (entry.elf.sections.count === 0 &&
        entry.elf.symbolCounts.undefined + entry.elf.symbolCounts.defined > 0),
  );
  if (hidden.length === 0) return null;
  const paths = hidden.map(({ path }) => path);
  return {
    sentence: say`${subject(paths)} ${verb(paths.length, "has", "have")} no usable section headers: auditwheel sees neither symbols nor version needs in ${verb(paths.length, "it", "them")}. They are judged here all the same.`,
    advice: [
      say`Nothing is wrong with running such a file. If section headers were removed by a packer or ${code("strip --strip-section-headers")}, keeping them lets other tools look inside.`,
    ],
    libraries: paths,
    evidence: hidden.map(({ path, elf }) => ({
      in: path,
      note: `${count(elf.versionNeeds.length, "version need")} unseen`,
    })),
  };
};
