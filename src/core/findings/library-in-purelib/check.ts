/** Native files under a `purelib` folder; auditwheel refuses the whole wheel (binary distribution format, "The .data directory"). */
import { code, say } from "../../sentence.ts";
import { finding, subject, verb, type Check } from "../../check-context.ts";

export const libraryInPurelib: Check = ({ facts }) => {
  const inside = facts.libraries.filter(({ path }) => path.split("/").slice(0, -1).includes("purelib"));
  if (inside.length === 0) return null;
  const paths = inside.map(({ path }) => path);
  return finding("library-in-purelib", {
    sentence: say`${subject(paths, "native file", "native files")} ${verb(paths.length, "lies", "lie")} in a ${code("purelib")} folder, which installers put where only pure Python belongs; auditwheel refuses such a wheel.`,
    advice: [
      say`Tell the build that the package is not pure: with setuptools let ${code("Distribution.has_ext_modules")} return True, with other backends mark the wheel as platform-specific. The files then go to ${code("platlib")}.`,
    ],
    libraries: paths,
    evidence: paths.map((path) => ({ in: path })),
  });
};
