/** No `*.dist-info` at the root: installers cannot tell what the archive is. */
import { code, say } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts }) => {
  if (facts.kind !== "wheel" || facts.distInfoDirectories.length > 0) return null;
  const expected =
    facts.name === null ? "{project}-{version}" : `${facts.name.project}-${facts.name.version}`;
  return {
    sentence: say`The archive has no ${code(`${expected}.dist-info`)} directory at its top, so installers refuse it.`,
    advice: [
      say`Build the wheel with a build backend (${code("python -m build")}), and change it with ${code("wheel unpack")} and ${code("wheel pack")} rather than with a zip program, which may add a folder around everything.`,
    ],
  };
};
