/** auditwheel goes through RECORD, so a native file that RECORD leaves out escapes its judgement. */
import { say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts }) => {
  const outside = facts.libraries.filter((library) => !library.inRecord);
  if (facts.kind !== "wheel" || !facts.record.present || outside.length === 0) return null;
  const paths = outside.map(({ path }) => path);
  return {
    sentence: say`${subject(paths, "native file", "native files")} ${verb(paths.length, "is", "are")} not listed in RECORD, so auditwheel never looks at ${verb(paths.length, "it", "them")} and pip leaves ${verb(paths.length, "it", "them")} behind when the package is removed.`,
    advice: [say`Write RECORD anew with a packing tool (${{ kind: "code", text: "wheel pack" }}).`],
    libraries: paths,
    evidence: paths.map((path) => ({ in: path })),
  };
};
