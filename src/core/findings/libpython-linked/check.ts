/** Extension modules must not need libpython: Python may be linked statically into the program (PEP 513, PEP 600). */
import { linksOf } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { distinct } from "../../order.ts";
import { code, nameList, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = (context) => {
  const linked = linksOf(context, "libpython");
  if (linked.length === 0 || context.judgement.libc === "bionic") return null;
  const paths = distinct(linked.map(({ path }) => path));
  const names = distinct(linked.map(({ link }) => link.needed));
  const roles = new Map(context.facts.libraries.map((library) => [library.path, library.elf?.role]));
  const programs = paths.every((path) => roles.get(path) === "executable");
  return {
    severity: context.target === null ? "warning" : "error",
    sentence: say`${subject(paths)} ${verb(paths.length, "needs", "need")} ${nameList(names)}; many Pythons are built without it, and then the import fails.`,
    advice: [
      programs
        ? say`A program that embeds Python should ship its own or be started by the interpreter instead.`
        : say`Do not link extension modules with libpython: the interpreter provides those symbols. Use ${code("python3-config --ldflags")} without ${code("--embed")}, in CMake ${code("Python::Module")} instead of ${code("Python::Python")}; as a last resort ${code(`patchelf --remove-needed ${names[0] ?? ""}`)}.`,
    ],
    libraries: paths,
    evidence: linked.map(({ path, link }): Evidence => ({ in: path, from: link.needed })),
  };
};
