/** Name and version of the metadata directory against the file name. Installers normalise both; PyPI wants them equal. */
import { normalizeName } from "../../../facts/names/project-name.ts";
import { library, say } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts }) => {
  const { name, distInfoDirectories } = facts;
  const [directory] = distInfoDirectories;
  if (name === null || directory === undefined || distInfoDirectories.length > 1) return null;
  const expected = `${name.project}-${name.version}.dist-info`;
  if (normalise(directory) === normalise(expected)) return null;
  return {
    sentence: say`The metadata directory is ${library(directory)}, but the file name asks for ${library(expected)}.`,
    advice: [
      say`The file was probably renamed, or the version was changed in one place only. Build it again; PyPI refuses the upload as it is.`,
    ],
    evidence: [{ in: directory, note: `expected ${expected}` }],
  };
};

/** The name as installers compare it; the version as it stands. */
function normalise(directory: string): string {
  const cut = directory.indexOf("-");
  return `${normalizeName(directory.slice(0, cut))}${directory.slice(cut).toLowerCase()}`;
}
