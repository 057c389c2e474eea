/**
 * A needed library of a GPU toolkit that a package of the index would bring, had the wheel asked for it. Takes the place of
 * `library-missing` for these: the remedy is a requirement, not a copy.
 */
import type { CheckContext } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { distinct } from "../../order.ts";
import { loadedAtImport } from "../../readings/gpu/at-import.ts";
import { directoriesOf, packagesOf } from "../../readings/gpu/components.ts";
import { possibleBringer, type PossibleBringer } from "../../readings/gpu/declared.ts";
import { isVendors } from "../../readings/gpu/read-gpu.ts";
import {
  type OtherMajor,
  type Undeclared,
  requirementsOfOtherMajors,
  undeclaredLibraries,
} from "../../readings/gpu/undeclared.ts";
import { type Sentence, code, library, list, nameList, say, subject, verb } from "../../sentence.ts";
import { requirementsOf } from "../../requirements/requirements.ts";
import type { Severity } from "../../severity.ts";
import type { Check } from "../forms.ts";

export const check: Check = (context) => {
  const rows = undeclaredRows(context);
  if (rows.length === 0) return null;
  const paths = distinct(rows.flatMap((row) => row.library.libraries));
  const names = rows.map((row) => row.library.name);
  const packages = packagesFor(rows, context);
  const are = verb(names.length, "it", "them");
  const lacks =
    packages.length > 0
      ? say`but the wheel asks for no package that brings ${are} (${list(packages.map(code), 4)})`
      : say`which no package known here brings${releaseOf(context)}`;
  return {
    severity: severityOf(rows, paths, context),
    sentence: say`${subject(paths)} ${verb(paths.length, "needs", "need")} ${nameList(names)}, ${lacks}.`,
    advice: advice(rows, paths, context),
    libraries: paths,
    evidence: rows.flatMap((row) =>
      row.library.libraries.map((path): Evidence => ({
        in: path,
        from: row.library.name,
        note: evidenceNote(row),
      })),
    ),
  };
};

/** Where the wheel asks for the same part of another release, `cuda-majors-mixed` speaks. */
function undeclaredRows(context: CheckContext): Undeclared[] {
  if (isVendors(context.facts) || requirementsOf(context.facts).unread) return [];
  const needed = (context.readings.accelerators?.cudaMajors ?? []).map(({ major }) => major);
  const others = new Map<string, readonly OtherMajor[]>();
  return undeclaredLibraries(context).filter(({ library: { majors }, known }) => {
    const wanted = majors.length > 0 ? majors : needed;
    const key = wanted.join(" ");
    const other = others.get(key) ?? requirementsOfOtherMajors(context, wanted);
    others.set(key, other);
    return !other.some(
      ({ components }) => components.length === 0 || components.includes(known.component.id),
    );
  });
}

function severityOf(rows: readonly Undeclared[], paths: readonly string[], context: CheckContext): Severity {
  // Without a claim nothing is broken yet, as for any other missing library.
  if (context.target === null || rows.every((row) => row.library.reached === true)) return "warning";
  if (unknownBringer(context) !== null) return "warning";
  return onDemand(paths, context) ? "warning" : "error";
}

const unknownBringer = ({ facts, knowledge }: CheckContext): PossibleBringer | null =>
  possibleBringer(requirementsOf(facts), knowledge.gpu);

/** No module of the wheel loads them when it is imported. */
function onDemand(paths: readonly string[], { facts, linkage }: CheckContext): boolean {
  const loaded = loadedAtImport(facts, linkage);
  return loaded.size > 0 && !paths.some((path) => loaded.has(path));
}

const wheelMajors = ({ readings }: CheckContext): number[] =>
  (readings.accelerators?.cudaMajors ?? []).map(({ major }) => major);

/** ` for CUDA 10`; empty if the release is not known, or not one. */
function releaseOf(context: CheckContext): string {
  const [major, other] = wheelMajors(context);
  return major === undefined || other !== undefined ? "" : ` for CUDA ${major}`;
}

/**
 * The packages to ask for: of a library that comes in packages for several CUDA releases those for the release of the rest of the
 * wheel, or all where that is not known.
 */
function packagesFor(rows: readonly Undeclared[], context: CheckContext): string[] {
  const majors = wheelMajors(context);
  return distinct(
    rows.flatMap(({ library: { package: name }, known }) => {
      if (name !== null) return [name];
      const fitting = majors.filter((major) => known.majors.length === 0 || known.majors.includes(major));
      if (majors.length > 0 && fitting.length === 0) return [];
      const found = packagesOf(known.component, majors.length > 0 ? fitting : known.majors);
      return found;
    }),
  );
}

function evidenceNote({ library: { package: name, reached } }: Undeclared): string {
  const where = reached === true ? "the search path leads to its directory" : "no search path leads to it";
  return name === null ? where : `brought by ${name}; ${where}`;
}

/** Some come in packages for several releases, and nothing tells which is meant: a process holds one. */
function isOpen(rows: readonly Undeclared[], context: CheckContext): boolean {
  return rows.some((row) => packagesFor([row], context).length > 1);
}

const withoutPackages = (rows: readonly Undeclared[]): Sentence =>
  say`Bundle ${verb(rows.length, "it", "them")} with ${code("auditwheel repair")}, as far as the vendor’s licence allows, or say in the description which toolkit has to be installed.`;

function advice(rows: readonly Undeclared[], paths: readonly string[], context: CheckContext): Sentence[] {
  const [first] = rows;
  const packages = packagesFor(rows, context);
  const directory =
    first === undefined ? undefined : directoriesOf(first.known.component, first.known.majors)[0];
  const rpath =
    directory === undefined || rows.every((row) => row.library.reached === true)
      ? []
      : say`, set an RPATH that leads there, such as ${code(`$ORIGIN/../${directory}`)},`;
  const other = unknownBringer(context);
  const paragraphs =
    packages.length === 0
      ? [withoutPackages(rows)]
      : [
          say`Add ${isOpen(rows, context) ? "those for the CUDA release of the wheel, one release alone, out of " : ""}${list(packages.map(code), 4)} to the requirements${rpath} and keep the ${verb(rows.length, "library", "libraries")} out of the wheel: ${code(`auditwheel repair --exclude ${first?.library.name ?? ""}`)}.`,
        ];
  if (other !== null)
    paragraphs.push(
      other.unreadable === null
        ? say`Whether ${code(other.name)}, which the wheel asks for, brings ${verb(rows.length, "it", "them")} along is not known here.`
        : say`The line ${code(`Requires-Dist: ${other.unreadable}`.slice(0, 200))} does not follow the grammar of requirements, so that installers refuse it or read it each in its own way.`,
    );
  if (onDemand(paths, context))
    paragraphs.push(
      say`No module of the wheel loads ${list(paths.map(library))} at import. If the feature is optional, an extra that asks for the package is enough.`,
    );
  return paragraphs;
}
