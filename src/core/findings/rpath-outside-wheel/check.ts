/** `$ORIGIN` with so many `..` that the path climbs above site-packages, where no other wheel can be. */
import { readLibraries } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { distinct } from "../../order.ts";
import { code, library, list, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts, linkage }) => {
  if (facts.kind !== "wheel") return null;
  const found = readLibraries(facts)
    // Files below *.data are moved on installation, so nothing can be said about their neighbours.
    .filter(({ path }) => !/^[^/]+\.data\//.test(path))
    // torch and many others carry such elements without need; they tell something only where a library is missing.
    .filter(({ path }) => linkage.get(path)?.some((link) => link.kind === "missing") === true)
    .flatMap(({ path, elf }) =>
      distinct([elf.rpath, elf.runpath].flatMap((value) => value?.split(":") ?? []))
        .filter((element) => climbsOut(path, element))
        .map((element) => ({ path, element })),
    );
  if (found.length === 0) return null;
  const paths = distinct(found.map(({ path }) => path));
  const elements = distinct(found.map(({ element }) => element));
  return {
    sentence: say`${subject(paths)} ${verb(paths.length, "searches", "search")} ${list(elements.map(library))}, which ${verb(elements.length, "leads", "lead")} out of site-packages.`,
    advice: [
      say`Keep it only if it is meant for the directory of a Python installation or conda environment (${code("$ORIGIN/../../../..")} is its ${code("lib")}); otherwise remove it with ${code("patchelf --set-rpath")}.`,
    ],
    libraries: paths,
    evidence: found.map(({ path, element }): Evidence => ({ in: path, note: element })),
  };
};

function climbsOut(path: string, element: string): boolean {
  const match = /^\$(?:ORIGIN|\{ORIGIN\})(.*)$/.exec(element);
  if (match === null) return false;
  let depth = path.split("/").length - 1;
  for (const part of (match[1] ?? "").split("/")) {
    if (part === "..") depth -= 1;
    else if (part !== "" && part !== ".") depth += 1;
    if (depth < 0) return true;
  }
  return false;
}
