/** Directories of other wheels that a search path names: PyQt5 looks where PyQt5-Qt5 puts its libraries, torch where nvidia-* do. */
import { directoriesOf, recognise } from "../readings/gpu/components.ts";
import type { GpuKnowledge } from "../knowledge/gpu.ts";
import { isCudaLibrary } from "./known-providers.ts";
import type { WheelFacts } from "../../facts/model.ts";
import { normalizeName } from "../../facts/names/project-name.ts";
import { requirementsOf } from "../requirements/requirements.ts";
import type { SearchElement } from "./resolve.ts";

/**
 * The directory of another wheel that the search path names. Several are possible (torch looks into one for each part of CUDA);
 * the one into which the library's package is known to put it is right, then the one whose name is in the library's name fits best,
 * then one for a whole CUDA release.
 */
export function directoryOfOtherWheel(
  needed: string,
  elements: readonly SearchElement[],
  facts: WheelFacts,
  knowledge: GpuKnowledge,
): string | null {
  if (facts.kind === "library") return null;
  const candidates = directoriesOfOthers(elements, facts);
  const known = recognise(needed, knowledge);
  const usual = known === null ? [] : directoriesOf(known.component, known.majors);
  const sure = candidates.find((directory) => usual.includes(directory));
  if (sure !== undefined) return sure;
  const stem = needed
    .replace(/^lib/, "")
    .replace(/\.so.*$/, "")
    .toLowerCase();
  const named = candidates.find((directory) =>
    directory.split("/").some((part) => nameFits(part.toLowerCase(), stem)),
  );
  if (named !== undefined) return named;
  // A directory of CUDA parts brings nothing else.
  const isCuda = isCudaLibrary(needed, knowledge);
  const rest = candidates.filter((directory) => isCuda || !directory.startsWith("nvidia/"));
  return rest.find((directory) => /\/cu\d+\//.test(`/${directory}/`)) ?? rest[0] ?? null;
}

const found = new WeakMap<readonly SearchElement[], readonly string[]>();

/** Those of one file's search path that are shared with other wheels; the same for all that the file needs. */
function directoriesOfOthers(elements: readonly SearchElement[], facts: WheelFacts): readonly string[] {
  let directories = found.get(elements);
  if (directories === undefined) {
    directories = elements
      .filter((element) => element.directory !== "" && isSharedWithOthers(element, facts))
      .map(({ directory }) => directory);
    found.set(elements, directories);
  }
  return directories;
}

/** Directories of names such as `lib` say nothing; `cudnn` fits `cudnn_ops`. */
function nameFits(part: string, stem: string): boolean {
  return (
    part.length > 2 && part !== "lib" && part !== "lib64" && (stem.startsWith(part) || part.startsWith(stem))
  );
}

/** Directories into which many wheels put their parts. */
const NAMESPACES = new Set(["nvidia", "cmeel.prefix"]);

/**
 * A directory outside this wheel's packages is another's. One inside is so too in a shared namespace, or if the wheel asks for
 * a part of itself in its own version, or for a companion that has its name: PyQt5 looks into `PyQt5/Qt5/lib`, which the wheel PyQt5-Qt5 fills.
 */
function isSharedWithOthers({ place, directory }: SearchElement, facts: WheelFacts): boolean {
  if (place !== "elsewhere" && place !== "in-wheel") return false;
  const [top = ""] = directory.split("/");
  const { asked } = requirementsOf(facts);
  if (NAMESPACES.has(top)) return place === "elsewhere" || asked.length > 0;
  if (place === "in-wheel") return hasPinnedSibling(facts);
  let known = shared.get(facts);
  if (known === undefined) shared.set(facts, (known = new Map()));
  let answer = known.get(top);
  if (answer === undefined) {
    const own = facts.directories.some((each) => each.split("/", 1)[0] === top);
    answer = !own || asked.some(({ name }) => name.startsWith(`${normalizeName(top)}-`));
    known.set(top, answer);
  }
  return answer;
}

/**
 * Whether it asks for a part of itself in exactly its own version: two wheels of one build, which fill the same directories
 * (`meshlib` and `meshlib-core`).
 */
function hasPinnedSibling(facts: WheelFacts): boolean {
  let answer = siblings.get(facts);
  if (answer === undefined) {
    const own = normalizeName(facts.name?.project ?? "");
    const pinned = `==${facts.name?.version ?? ""}`;
    answer = requirementsOf(facts).asked.some(
      ({ name, versions }) =>
        own !== "" &&
        versions.replaceAll(/\s/g, "") === pinned &&
        (name.startsWith(`${own}-`) || own.startsWith(`${name}-`)),
    );
    siblings.set(facts, answer);
  }
  return answer;
}

const siblings = new WeakMap<WheelFacts, boolean>();

/** By the first part of a directory outside the wheel. */
const shared = new WeakMap<WheelFacts, Map<string, boolean>>();
