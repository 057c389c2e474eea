/** Native files of more than one architecture. Only those of the wheel's own architecture are judged. */
import type { Evidence } from "../../evidence.ts";
import { runsOn } from "../../../facts/claim-tag.ts";
import { list, say } from "../../sentence.ts";
import {
  distinct,
  finding,
  readLibraries,
  subject,
  verb,
  type Check,
  type ReadLibrary,
} from "../../check-context.ts";

export const mixedArchitectures: Check = ({ facts, judgement }) => {
  const libraries = readLibraries(facts);
  const own = judgement.architecture;
  if (own === null) return null;
  const strangers = libraries.filter(({ elf }) => !runsOn(elf.architecture, own));
  if (strangers.length === 0) return null;
  // Code objects for GPUs and other devices are ELF files of machines on which no Linux wheel runs; they belong there.
  const foreign = strangers.filter(({ elf }) => !elf.architecture.startsWith("machine-"));
  const paths = strangers.map(({ path }) => path);
  const others = distinct(strangers.map(({ elf }) => elf.architecture));
  return finding("mixed-architectures", {
    severity: foreign.length > 0 ? "warning" : "info",
    sentence: say`${subject(paths, "native file", "native files")} ${verb(paths.length, "is", "are")} for ${list(others)}, while the wheel is for ${own}; ${verb(paths.length, "it was", "they were")} not judged.`,
    advice:
      foreign.length > 0
        ? [
            say`Leave files of other architectures out, unless the package really ships them as data (for example to be sent to another machine).`,
          ]
        : [],
    libraries: paths,
    evidence: evidenceByArchitecture(strangers),
  });
};

export function evidenceByArchitecture(libraries: readonly ReadLibrary[]): Evidence[] {
  return libraries.map(({ path, elf }) => ({ in: path, note: elf.architecture }));
}
