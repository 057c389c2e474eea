/** The platform tag is `any`, yet there are native files. Files meant as data for other machines are the honest exception. */
import { architectureName } from "../../architecture-name.ts";
import { readLibraries } from "../../check-context.ts";
import { distinct } from "../../order.ts";
import { code, count, library, list, say, tag } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts, claims }) => {
  if (facts.libraries.length === 0 || !claims.some((claim) => claim.state === "any")) return null;
  const read = readLibraries(facts);
  const modules = read.filter(({ elf }) => elf.role === "extension-module");
  const architectures = distinct(read.map(({ elf }) => architectureName(elf.architecture)));
  const examples = (modules.length > 0 ? modules : facts.libraries).map(({ path }) => library(path));
  const forWhich = architectures.length === 0 ? "" : say` for ${list(architectures)}`;
  return {
    // Several architectures and no module that Python would import: it is probably payload that the package carries around.
    severity: modules.length === 0 && architectures.length > 1 ? "warning" : "error",
    sentence: say`The tag ${tag("any")} says that the wheel runs on any platform, but it holds ${count(facts.libraries.length, "native file")}${forWhich}: ${list(examples)}.`,
    advice: [
      say`Build it as a platform wheel, so that the file name names the platform: with setuptools let ${code("Distribution.has_ext_modules")} return True, then run ${code("auditwheel repair")}.`,
      say`If the native files are only data that no Python process loads on the machine of installation, the tag is right.`,
    ],
    libraries: facts.libraries.map(({ path }) => path),
    evidence: examples.map(({ text }) => ({ in: text })),
    evidenceTotal: facts.libraries.length,
  };
};
