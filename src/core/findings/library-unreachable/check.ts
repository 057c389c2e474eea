/** The needed file is in the wheel, but neither RPATH nor RUNPATH of the file that needs it leads there. */
import type { WheelFacts } from "../../../facts/model.ts";
import { fileNameOf } from "../../../facts/path.ts";
import { linksOf, filesOf } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { rpathBetween } from "../../loading/rpath.ts";
import { distinct } from "../../order.ts";
import { type Sentence, code, library, list, say, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = (context) => {
  const links = linksOf(context, "in-wheel-unreachable");
  const [first] = links;
  if (first === undefined) return null;
  const paths = distinct(links.map(({ path }) => path));
  const names = distinct(links.map(({ link }) => link.needed));
  const lost = context.loading.failing.filter(({ kind }) => kind === "library");
  const them = verb(names.length, "it", "them");
  const effect =
    lost.length > 0
      ? say`nothing in the wheel loads ${them} before, and the import fails`
      : say`loading works only if something else has loaded ${them} before`;
  return {
    severity: lost.length > 0 ? "error" : "warning",
    sentence: say`${filesOf(context, paths)} ${verb(paths.length, "needs", "need")} ${list(names.map(library))}, which ${verb(names.length, "is", "are")} in the wheel, but no search path leads there; ${effect}.`,
    advice: [
      say`Give the file an RPATH that leads to the library, for example ${code(`patchelf --force-rpath --set-rpath '${rpathBetween(first.path, first.link.path)}' ${fileNameOf(first.path)}`)}, or set it when linking (${code("-Wl,-rpath,…")}, in CMake ${code("INSTALL_RPATH")}).`,
      ...hintAdvice(context.facts.preloadHints, lost.length > 0),
    ],
    libraries: paths,
    evidence: [
      ...links.map(({ path, link }): Evidence => ({
        in: path,
        from: link.needed,
        note: `in the wheel at ${link.path}`,
      })),
      ...(context.facts.preloadHints ?? []).map(({ path, word }): Evidence => ({
        in: path,
        note: `mentions ${word}`,
      })),
    ],
  };
};

/** What loads the library first may be all right. */
function hintAdvice(hints: WheelFacts["preloadHints"], lost: boolean): Sentence[] {
  if (lost) return [];
  const [first] = hints ?? [];
  return first === undefined
    ? [
        say`If the package loads the library itself first (${code("ctypes.CDLL")} before the import), nothing has to change.`,
      ]
    : [
        say`${library(first.path)} mentions ${code(first.word)}: if it loads the library first, or says where it is, nothing has to change.`,
      ];
}
