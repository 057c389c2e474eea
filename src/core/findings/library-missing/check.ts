/**
 * Needed libraries that no policy of this C library promises and the wheel does not hold. Those of GPU toolkits, which a package
 * of the index brings, are left to `cuda-library-undeclared`.
 */
import { allowedSomewhere, type CheckContext, linksOf, filesOf } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { fileNameOf } from "../../../facts/path.ts";
import { providerOf } from "../../linkage/known-providers.ts";
import { distinct, spread } from "../../order.ts";
import { parseLibraryName } from "../../readings/gpu/components.ts";
import { isUndeclared } from "../../readings/gpu/undeclared.ts";
import { type Sentence, code, library, list, nameList, say, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = (context) => {
  const impostors = context.facts.impostors.map(fileNameOf);
  const isOther = isUndeclared(context);
  const missing = linksOf(context, "missing").filter(
    ({ path, link }) =>
      !allowedSomewhere(context, link.needed) &&
      !impostors.includes(link.needed) &&
      !isOther(path, link.needed),
  );
  if (missing.length === 0) return null;
  const users = new Map<string, number>();
  for (const { link } of missing) users.set(link.needed, (users.get(link.needed) ?? 0) + 1);
  const names = [...users].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const paths = distinct(missing.map(({ path }) => path));
  const are = verb(names.length, "is", "are");
  const renamed = missing.flatMap(({ path, link }) => renamedAdvice(path, link.needed, context)).slice(0, 3);
  return {
    // Without a claim nothing is broken yet: bundling is the next step of every plain linux wheel.
    severity: context.target === null ? "warning" : "error",
    sentence: say`${filesOf(context, paths)} ${verb(paths.length, "needs", "need")} ${nameList(names)}, which ${are} neither in the wheel nor promised by any policy.`,
    advice: [
      ...renamed,
      ...declare(names, context),
      ...advice(names.filter((name) => isStranger(name, context) && renamedCopy(name, context) === null)),
    ],
    libraries: paths,
    evidence: spread(missing, ({ link }) => link.needed).map(({ path, link }): Evidence => ({
      in: path,
      from: link.needed,
    })),
  };
};

/** The copy of a library that repair took into the wheel under a name of its own (`libfoo-0a1b2c3d.so.2`); null: there is none. */
function renamedCopy(needed: string, { facts }: CheckContext): string | null {
  const wanted = parseLibraryName(needed);
  const copy = facts.libraries.find(({ path }) => {
    const parsed = parseLibraryName(path);
    return (
      parsed?.hashed === true &&
      parsed.stem === wanted?.stem &&
      `${parsed.version}.`.startsWith(`${wanted.version}.`)
    );
  });
  return copy?.path ?? null;
}

function renamedAdvice(path: string, needed: string, context: CheckContext): Sentence[] {
  const copy = renamedCopy(needed, context);
  if (copy === null) return [];
  const replaced = code(`patchelf --replace-needed ${needed} ${fileNameOf(copy)} ${fileNameOf(path)}`);
  return [
    say`The wheel holds a renamed copy, ${library(copy)}: ${code("auditwheel repair")} missed ${library(path)}, which still asks for the old name. Repair the wheel anew, with this file in it from the start, or set the name: ${replaced}.`,
  ];
}

const isStranger = (name: string, { knowledge }: CheckContext): boolean =>
  providerOf(name, knowledge.gpu) === null;

/** A copy of a framework's library beside the framework itself would be a second one in the process. */
function declare(names: readonly string[], { knowledge }: CheckContext): Sentence[] {
  const byPackage = new Map<string, string[]>();
  for (const name of names) {
    const [first] = providerOf(name, knowledge.gpu)?.packages ?? [];
    // `tensorrt*` stands for all packages of that name.
    const packageName = first?.replace(/\*$/, "");
    if (packageName !== undefined) byPackage.set(packageName, [...(byPackage.get(packageName) ?? []), name]);
  }
  return [...byPackage].map(([packageName, brought]) => {
    const each = brought.slice(0, 4).map((name) => `--exclude ${name}`);
    const excluded = code(["auditwheel repair", ...each, ...(brought.length > 4 ? ["…"] : [])].join(" "));
    return say`${nameList(brought)} ${verb(brought.length, "comes", "come")} from the package ${code(packageName)}, which the wheel does not ask for: declare it (${code(`Requires-Dist: ${packageName}`)}), import it first, and keep it out of repair (${excluded}). Do not bundle ${verb(brought.length, "it", "them")}: a process would hold two copies.`;
  });
}

function advice(names: readonly string[]): Sentence[] {
  if (names.length === 0) return [];
  const [first = ""] = names;
  const paragraphs: Sentence[] = [
    say`Bundle ${verb(names.length, "it", "them")}: on the machine where the wheel was built, ${code("auditwheel repair")} copies the libraries into the wheel and sets the search paths. Linking statically works as well.`,
    say`If another Python package brings ${verb(names.length, "it", "them")}, depend on that package and set an RPATH that leads there, for example ${code("$ORIGIN/../other_package/lib")}; repair then with ${code(`auditwheel repair --exclude ${first}`)}.`,
  ];
  const dropped = names.filter((name) => /^lib(gomp|gfortran|quadmath|crypt)\.so/.test(name));
  if (dropped.length > 0) {
    paragraphs.push(
      say`${list(dropped.map(library))} ${verb(dropped.length, "is", "are")} part of many systems, but no policy promises ${verb(dropped.length, "it", "them")}: minimal images lack ${verb(dropped.length, "it", "them")} or have another version.`,
    );
  }
  return paragraphs;
}
