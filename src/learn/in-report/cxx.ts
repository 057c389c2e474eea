/** C++: which std::string, whose runtime, which compilers. */
import type { CxxFlavour, CxxRuntime } from "../../core/readings/readings.ts";
import type { Report } from "../../core/report.ts";
import { type Sentence, code, plainText, say } from "../../core/sentence.ts";
import { paths } from "./phrases.ts";

const STRING = code("std::string");

/** “The new std::string: pkg/_draw.so.” by form. */
export function stringForms({ libraries }: Report): readonly Sentence[] {
  const forms: readonly (readonly [CxxFlavour, Sentence])[] = [
    ["new", say`The new ${STRING}`],
    ["old", say`The old ${STRING}`],
    ["both", say`Both forms of ${STRING}`],
    ["libc++", say`${STRING} of libc++`],
  ];
  return forms.flatMap(([flavour, words]) => {
    const files = libraries.filter(({ cxx }) => cxx?.flavour === flavour).map(({ facts }) => facts.path);
    return files.length === 0 ? [] : [say`${words}: ${paths(files)}.`];
  });
}

/** Libraries with a part of the runtime or all of it inside. */
export function ownRuntimes(report: Report): readonly Sentence[] {
  return byRuntime(report, [
    ["static", "The C++ runtime is linked into"],
    ["bundled", "A copy of the C++ runtime in the wheel serves"],
    ["libc++", "libc++ serves"],
    ["hybrid", "The system’s libstdc++, with newer parts linked in, serves"],
  ]);
}

/** Hybrids, then the likely build images and the compilers, most frequent first. */
export function toolchains(report: Report): readonly Sentence[] {
  const hybrids = byRuntime(report, [
    ["hybrid", "The system’s libstdc++, with newer parts linked in, serves"],
  ]);
  const byLine = new Map<string, { readonly line: Sentence; readonly files: string[] }>();
  for (const { facts, toolchain } of report.libraries) {
    if (toolchain === null || toolchain.sentence.length === 0) continue;
    const text = plainText(toolchain.sentence);
    const known = byLine.get(text) ?? { line: toolchain.sentence, files: [] };
    known.files.push(facts.path);
    byLine.set(text, known);
  }
  const lines = [...byLine.values()].sort((a, b) => b.files.length - a.files.length);
  return [...hybrids, ...lines.map(({ line, files }) => say`${line}: ${paths(files)}.`)];
}

function byRuntime(
  { libraries }: Report,
  kinds: readonly (readonly [CxxRuntime["kind"], string])[],
): readonly Sentence[] {
  return kinds.flatMap(([kind, words]) => {
    const files = libraries.filter(({ cxx }) => cxx?.runtime.kind === kind).map(({ facts }) => facts.path);
    return files.length === 0 ? [] : [say`${words} ${paths(files)}.`];
  });
}
