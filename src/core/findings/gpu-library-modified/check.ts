/** Grafted copies of libraries whose licence wants them as they are: auditwheel renames them and writes a new soname. */
import { type CheckContext, readLibraries } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { distinct } from "../../order.ts";
import { bundledAs } from "../../readings/gpu/collect.ts";
import { packageOf } from "../../readings/gpu/components.ts";
import { isVendors } from "../../readings/gpu/read-gpu.ts";
import { type Sentence, code, library, list, nameList, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = (context) => {
  const { facts, knowledge } = context;
  if (isVendors(facts)) return null;
  const found = readLibraries(facts).flatMap(({ path, elf }) => {
    const known = bundledAs(path, elf, knowledge.gpu);
    const applies = known?.hashed === true && known.component.terms?.unmodified === true;
    return applies && known.component.from !== "driver" ? [{ path, known }] : [];
  });
  const [first] = found;
  if (first === undefined) return null;
  const paths = found.map(({ path }) => path);
  const names = distinct(found.map(({ known }) => known.name));
  const packages = distinct(
    found.flatMap(({ known }) => packageOf(known.component, known.majors.at(-1) ?? null) ?? []),
  );
  const terms = distinct(found.map(({ known }) => known.component.terms?.text ?? ""));
  return {
    sentence: say`${subject(paths)} ${verb(paths.length, "is a renamed copy", "are renamed copies")} of ${nameList(names)}, whose licence lets only unmodified files be passed on.`,
    advice: [
      packages.length > 0
        ? say`Depend on ${list(packages.map(code))} instead and keep ${verb(paths.length, "it", "them")} out of the wheel: ${code(`auditwheel repair --exclude ${first.known.name}`)}.`
        : say`Keep ${verb(paths.length, "it", "them")} out of the wheel: ${code(`auditwheel repair --exclude ${first.known.name}`)}.`,
      say`What the licence says of redistribution: ${terms.join("; ")}. Whether changed names are a modification is for lawyers; depending on the package avoids the question.`,
      ...twice(names, context),
    ],
    libraries: paths,
    evidence: found.map(({ path, known }): Evidence => ({
      in: path,
      from: known.name,
      note: "grafted under another name",
    })),
  };
};

/** The copy, and the original from another package: two in one process. */
function twice(names: readonly string[], { readings }: CheckContext): Sentence[] {
  const both = (readings.accelerators?.libraries ?? []).filter(
    ({ how, name, source }) => how === "needed" && source !== "wheel" && names.includes(name),
  );
  const [first] = both;
  if (first === undefined) return [];
  return [
    say`${library(first.name)} is needed under its own name as well, so a process may hold two of it, each with its own state.`,
  ];
}
