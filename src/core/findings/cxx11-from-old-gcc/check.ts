/** C++11 code of GCC 4, whose types had another layout, joined with later code. */
import { judgedLibraries } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { distinct } from "../../order.ts";
import { marksInPlainC, type OldCxx11, oldCxx11 } from "../../readings/toolchain/mixtures.ts";
import { list, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = (context) => {
  const { toolchain } = context.knowledge;
  const libraries = judgedLibraries(context);
  const inPlainC = marksInPlainC(libraries, toolchain);
  const found = libraries.flatMap(({ path, elf }) => {
    const mixture = oldCxx11(elf, toolchain, inPlainC);
    return mixture === null ? [] : [{ path, mixture }];
  });
  const paths = found.map(({ path }) => path);
  if (paths.length === 0) return null;
  const versions = (side: "old" | "later"): string[] =>
    distinct(found.flatMap(({ mixture }) => mixture[side].map(({ version }) => `GCC ${version ?? ""}`)));
  return {
    sentence: say`${subject(paths)} ${verb(paths.length, "joins", "join")} code of ${list(versions("old"))} with code of ${list(versions("later"))} and ${verb(paths.length, "uses", "use")} types of C++11, which likely differ between the two.`,
    advice: [
      say`Build the part that comes from the older compiler, often a static library, again with the newer one.`,
    ],
    libraries: paths,
    evidence: found.flatMap(evidenceOf),
  };
};

function evidenceOf({ path, mixture }: { path: string; mixture: OldCxx11 }): Evidence[] {
  return [
    ...[...mixture.old, ...mixture.later].map(({ text }) => ({ in: path, note: text })),
    ...mixture.symbols.map((symbol) => ({ in: path, symbol, note: "from C++11" })),
  ];
}
