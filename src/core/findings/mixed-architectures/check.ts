/** Native files of more than one architecture. Only those of the wheel's own architecture are judged. */
import { runsOn } from "../../../facts/names/claim-tag.ts";
import { architectureName } from "../../architecture-name.ts";
import { readLibraries } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { distinct } from "../../order.ts";
import { list, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts, judgement }) => {
  const libraries = readLibraries(facts);
  const own = judgement.architecture;
  if (own === null) return null;
  const strangers = libraries.filter(({ elf }) => !runsOn(elf.architecture, own));
  if (strangers.length === 0) return null;
  // Code objects for GPUs and other devices are ELF files of machines on which no Linux wheel runs; they belong there.
  const foreign = strangers.filter(({ elf }) => !elf.architecture.startsWith("machine-"));
  const paths = strangers.map(({ path }) => path);
  const others = distinct(strangers.map(({ elf }) => architectureName(elf.architecture)));
  return {
    severity: foreign.length > 0 ? "warning" : "info",
    sentence: say`${subject(paths, "native file", "native files")} ${verb(paths.length, "is", "are")} for ${list(others)}, while the wheel is for ${own}; ${verb(paths.length, "it was", "they were")} not judged.`,
    advice:
      foreign.length > 0
        ? [
            say`Leave files of other architectures out, unless the package really ships them as data (for example to be sent to another machine).`,
          ]
        : [say`Nothing has to change if they are data, or code for a GPU or another device.`],
    libraries: paths,
    evidence: strangers.map(({ path, elf }): Evidence => ({
      in: path,
      note: architectureName(elf.architecture),
    })),
  };
};
