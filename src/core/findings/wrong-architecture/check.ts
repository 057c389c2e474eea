/** A tag names an architecture of which the wheel holds no native file at all. */
import { baseArchitecture } from "../../../facts/names/claim-tag.ts";
import { architectureName } from "../../architecture-name.ts";
import { readLibraries } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { distinct } from "../../order.ts";
import { list, say, tag } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts, claims }) => {
  const wrong = claims.filter((claim) => claim.state === "wrong-architecture");
  if (wrong.length === 0) return null;
  const libraries = readLibraries(facts);
  const found = distinct(libraries.map(({ elf }) => architectureName(elf.architecture)));
  const named = distinct(
    wrong.map(({ parsed }) => ("architecture" in parsed ? baseArchitecture(parsed.architecture) : "")),
  );
  return {
    sentence: say`The file name claims ${list(wrong.map((claim) => tag(claim.tag)))}, but the native files are for ${list(found)}, none for ${list(named)}.`,
    advice: [
      say`Build for the architecture that the tag names, or correct the tag. When cross-compiling, the platform tag has to be told to the build backend; it takes the building machine's otherwise.`,
    ],
    libraries: libraries.map(({ path }) => path),
    evidence: libraries.map(({ path, elf }): Evidence => ({
      in: path,
      note: architectureName(elf.architecture),
    })),
  };
};
