/** Native files under a `purelib` folder; auditwheel refuses the whole wheel (binary distribution format, "The .data directory"). */
import { code, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts }) => {
  const inside = facts.libraries.filter(({ path }) => path.split("/").slice(0, -1).includes("purelib"));
  if (inside.length === 0) return null;
  const paths = inside.map(({ path }) => path);
  return {
    sentence: say`${subject(paths, "native file", "native files")} ${verb(paths.length, "lies", "lie")} in a ${code("purelib")} folder, which installers put where only pure Python belongs; auditwheel refuses such a wheel.`,
    advice: [
      say`Tell the build that the package is not pure: with setuptools let ${code("Distribution.has_ext_modules")} return True, with other backends mark the wheel as platform-specific. The files then go to ${code("platlib")}.`,
    ],
    libraries: paths,
    evidence: paths.map((path) => ({ in: path })),
  };
};
