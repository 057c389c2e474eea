/** Needed system libraries that only newer policies than the claimed one promise, such as libmvec.so.1. */
import { allowedSomewhere, blockersOf, filesOf } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { distinct } from "../../order.ts";
import { code, nameList, say, tag, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";
import { retag } from "../retag.ts";

export const check: Check = (context) => {
  const { target, judgement } = context;
  const outside = blockersOf(context, "library").filter((blocker) =>
    allowedSomewhere(context, blocker.needed),
  );
  if (target === null || outside.length === 0) return null;
  const names = distinct(outside.map((blocker) => blocker.needed));
  const paths = distinct(outside.map((blocker) => blocker.in));
  const since = judgement.ladder.find((step) =>
    step.blockers.every((blocker) => blocker.kind !== "library" || !names.includes(blocker.needed)),
  );
  const first = since === undefined || since.tag.startsWith("linux_") ? null : since.tag;
  return {
    sentence: say`${filesOf(context, paths)} ${verb(paths.length, "needs", "need")} ${nameList(names)}, which ${tag(target.tag)} does not promise${first === null ? "" : say`; ${tag(first)} is the first policy that does`}.`,
    advice: [
      say`Build with a toolchain of the claimed tag, or switch the feature off that pulls the library in${names.includes("libmvec.so.1") ? say` (${code("-fno-tree-vectorize")} or no ${code("-ffast-math")} keeps vector mathematics out)` : ""}.`,
      ...(first === null ? [] : [retag(first)]),
    ],
    libraries: paths,
    evidence: outside.map((blocker): Evidence => ({ in: blocker.in, from: blocker.needed })),
  };
};
