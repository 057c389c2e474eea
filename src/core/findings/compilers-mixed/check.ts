/**
 * Libraries with C++ of several releases of one compiler. Code in C mixes without harm, and what was copied from a GPU toolkit is its
 * vendor's matter.
 */
import { judgedLibraries } from "../../check-context.ts";
import { toolkitCopies } from "../../readings/gpu/read-gpu.ts";
import type { CompilerMark } from "../../readings/toolchain/compiler-marks.ts";
import { marksInPlainC, mixedCompilers, oldCxx11 } from "../../readings/toolchain/mixtures.ts";
import { toolName } from "../../readings/toolchain/toolchain-words.ts";
import { list, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = (context) => {
  const { toolchain, gpu } = context.knowledge;
  const copies = toolkitCopies(context.facts, gpu);
  const libraries = judgedLibraries(context);
  const inPlainC = marksInPlainC(libraries, toolchain);
  const mixed = libraries.flatMap(({ path, elf }) => {
    if (elf.cxx === null || copies.has(path)) return [];
    // Where the mixture is unsupported, cxx11-from-old-gcc tells it.
    const marks = oldCxx11(elf, toolchain, inPlainC) === null ? mixedCompilers(elf, toolchain) : [];
    return marks.length === 0 ? [] : [{ path, marks }];
  });
  const paths = mixed.map(({ path }) => path);
  if (paths.length === 0) return null;
  const each = paths.length === 1 ? "" : " each";
  return {
    sentence: say`${subject(paths)}${each} ${verb(paths.length, "holds", "hold")} code of several releases of one compiler: ${list(distinctNames(mixed.flatMap(({ marks }) => marks)), 4)}.`,
    advice: [
      say`That works as long as both compilers kept the features used stable: C++11 and C++14 from GCC 5 on, C++17 from GCC 9 on.`,
      say`Where a static library built elsewhere brings the other compiler, build it in the same image as the rest.`,
    ],
    libraries: paths,
    evidence: mixed.flatMap(({ path, marks }) => marks.map(({ text }) => ({ in: path, note: text }))),
  };
};

function distinctNames(marks: readonly CompilerMark[]): string[] {
  return [...new Set(marks.map((mark) => toolName(mark)))];
}
