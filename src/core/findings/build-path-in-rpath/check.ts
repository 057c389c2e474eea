/**
 * Absolute elements in RPATH or RUNPATH. They name directories of the machine where the wheel was built; on another machine
 * they are empty at best, and at worst somebody else's (world-writable ones let anybody plant a library).
 */
import { readLibraries } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { distinct } from "../../order.ts";
import { code, library, list, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

/** Directories that anybody may write to or that belong to a person or a build service: there the finding is a warning. */
const SUSPECT =
  /^\/(?:tmp|var\/tmp|dev\/shm|home|root|Users|builds?|github|__w|workspace|mnt|scratch|project|io|src)(?:\/|$)/;

export const check: Check = ({ facts }) => {
  const found = readLibraries(facts).flatMap(({ path, elf }) =>
    absoluteElements(elf.rpath, elf.runpath).map((element) => ({ path, element })),
  );
  if (found.length === 0) return null;
  found.sort((a, b) => Number(SUSPECT.test(b.element)) - Number(SUSPECT.test(a.element)));
  const paths = distinct(found.map(({ path }) => path));
  const elements = distinct(found.map(({ element }) => element));
  return {
    severity: elements.some((element) => SUSPECT.test(element)) ? "warning" : "info",
    sentence: say`${subject(paths)} ${verb(paths.length, "searches", "search")} the absolute ${verb(elements.length, "path", "paths")} ${list(elements.map(library))}, left over from the build.`,
    advice: [
      say`Remove the element: ${code("patchelf --remove-rpath FILE")}, or ${code("--set-rpath '$ORIGIN/…'")} to keep the relative ones. In CMake give ${code("CMAKE_INSTALL_RPATH")} relative paths and leave ${code("CMAKE_INSTALL_RPATH_USE_LINK_PATH")} off.`,
    ],
    libraries: paths,
    evidence: found.map(({ path, element }): Evidence => ({ in: path, note: element })),
  };
};

/** Elements that begin with `/`; empty ones and those with `$ORIGIN` are not absolute. */
export function absoluteElements(...searchPaths: readonly (string | null)[]): string[] {
  return distinct(
    searchPaths.flatMap((value) => value?.split(":") ?? []).filter((element) => element.startsWith("/")),
  );
}
