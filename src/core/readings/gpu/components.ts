/** Recognises libraries of GPU toolkits by their names, grafted copies too, and tells which toolkit major a name fits. */
import { fileNameOf } from "../../../facts/path.ts";
import { fits, type Component, type GpuKnowledge } from "../../knowledge/gpu.ts";

/** The parts of a library's file name. */
export interface LibraryName {
  /** Without a hash: `libcudart.so.12.6.77`. */
  readonly name: string;
  /** Between `lib` and `.so`. */
  readonly stem: string;
  /** After `.so.`; empty if there is nothing. */
  readonly version: string;
  /** A hash was taken out: the file was grafted. */
  readonly hashed: boolean;
}

/**
 * Takes a name apart; null if it is not of the form `lib….so….` A hash is eight hexadecimal digits before `.so`, joined by `-`
 * (`auditwheel repair`) or by `.` (PyTorch's own script): `libcudart-09529672.so.12.6.77`, `libcudart.faf08d9a.so.13`.
 */
export function parseLibraryName(path: string): LibraryName | null {
  const file = fileNameOf(path);
  const at = file.indexOf(".so");
  if (!file.startsWith("lib") || at < 4 || file.length > NAME_LIMIT) return null;
  const tail = file.slice(at + 3);
  if (tail !== "" && !tail.startsWith(".")) return null;
  const hashed = at > 12 && /^[-.][0-9a-f]{8}$/.test(file.slice(at - 9, at));
  const stem = file.slice(3, hashed ? at - 9 : at);
  return { name: `lib${stem}.so${tail}`, stem, version: tail.slice(1), hashed };
}

const NAME_LIMIT = 300;

export interface Recognised extends LibraryName {
  readonly component: Component;
  /** Toolkit majors that the version fits, ascending. */
  readonly majors: readonly number[];
}

/** The component that a library belongs to by its name; `beside` names do not count here. */
export function recognise(path: string, knowledge: GpuKnowledge): Recognised | null {
  const { answers } = indexOf(knowledge);
  const known = answers.get(path);
  if (known !== undefined) return known;
  const parsed = parseLibraryName(path);
  const component = parsed === null ? null : componentOf(parsed.stem, knowledge);
  const answer =
    parsed === null || component === null
      ? null
      : { ...parsed, component, majors: majorsOf(component, parsed.version) };
  if (path.length > PATH_LIMIT) return answer;
  if (answers.size >= ANSWER_LIMIT) answers.clear();
  answers.set(path, answer);
  return answer;
}

/** Names remembered: hundreds of files of one wheel ask for the same few hundred names. */
const ANSWER_LIMIT = 2000;
/** Longer ones are not worth the memory. */
const PATH_LIMIT = 1000;

/** Recognises every file of one directory, with the names that count only beside others. */
export function recogniseBeside(path: string, ids: ReadonlySet<string>, knowledge: GpuKnowledge): boolean {
  const stem = parseLibraryName(path)?.stem;
  return (
    stem !== undefined &&
    knowledge.components.some(
      ({ beside, libraries }) =>
        beside !== null && ids.has(beside) && libraries.some((pattern) => fits(pattern, stem)),
    )
  );
}

function majorsOf(component: Component, version: string): number[] {
  if (version === "") return [];
  return [...component.versions]
    .filter(([, starts]) => starts.some((start) => version === start || version.startsWith(`${start}.`)))
    .map(([major]) => major)
    .sort((a, b) => a - b);
}

interface Index {
  readonly exact: ReadonlyMap<string, Component>;
  readonly patterns: readonly (readonly [string, Component])[];
  readonly answers: Map<string, Recognised | null>;
}

const indexes = new WeakMap<GpuKnowledge, Index>();

function indexOf(knowledge: GpuKnowledge): Index {
  let index = indexes.get(knowledge);
  if (index === undefined) {
    const pairs = knowledge.components.flatMap((component) =>
      component.beside === null ? component.libraries.map((each) => [each, component] as const) : [],
    );
    index = {
      exact: new Map(pairs.filter(([pattern]) => !pattern.endsWith("*"))),
      patterns: pairs.filter(([pattern]) => pattern.endsWith("*")),
      answers: new Map(),
    };
    indexes.set(knowledge, index);
  }
  return index;
}

function componentOf(stem: string, knowledge: GpuKnowledge): Component | null {
  const { exact, patterns } = indexOf(knowledge);
  return exact.get(stem) ?? patterns.find(([pattern]) => fits(pattern, stem))?.[1] ?? null;
}

/** The package that brings a component for a toolkit major; null: none known. */
export function packageOf(component: Component, major: number | null): string | null {
  return component.packages.get(0) ?? (major === null ? null : (component.packages.get(major) ?? null));
}

/** All packages that bring a component for one of the majors; for any, where none is given. */
export function packagesOf(component: Component, majors: readonly number[]): string[] {
  return [...component.packages]
    .filter(([major]) => major === 0 || majors.length === 0 || majors.includes(major))
    .map(([, name]) => name);
}

/** Where the packages put a component, by the majors it may be of; empty: not known. */
export function directoriesOf({ directories }: Component, majors: readonly number[]): string[] {
  if (directories === null) return [];
  const { before13, since13 } = directories;
  const all = majors.length === 0 ? [12, 13] : majors;
  return [...new Set(all.map((major) => (major < 13 ? before13 : since13)))];
}
