/** What an undefined name of Python says. */
import { PYFPE_SYMBOLS } from "../knowledge/knowledge.ts";
import { isPythonName } from "../knowledge/python.ts";
import type { FindingId } from "../findings/index.ts";
import { type Sentence, code, say, symbol, version } from "../sentence.ts";
import type { DiagnosisFact, WantedAbi } from "./diagnosis.ts";
import type { Question } from "./question.ts";

export interface PythonWords {
  readonly title: string;
  readonly wants: WantedAbi;
  readonly meaning: readonly Sentence[];
  readonly facts: readonly DiagnosisFact[];
  readonly advice: readonly Sentence[];
  readonly learn: FindingId;
}

/** Null if the name is not one of Python's. */
export function pythonWords(name: string, { knowledge: { stableAbi } }: Question): PythonWords | null {
  if (/^PyUnicodeUCS[24]_/.test(name)) return UCS;
  if (PYFPE_SYMBOLS.includes(name)) return PYFPE;
  if (/^_?PyPy/.test(name)) return PYPY;
  if (!isPythonName(name, stableAbi)) return null;
  const added = stableAbi.added.get(name);
  const belongs: DiagnosisFact = { label: "Belongs to", value: ["Python’s C API"] };
  const rebuilt = say`Install a wheel for the Python that runs (${code("python3 -m pip install --force-reinstall --no-cache-dir PACKAGE")}), or build it there: ${code("pip install --no-binary PACKAGE PACKAGE")}.`;
  if (added === undefined) {
    return {
      title: "Python’s name is not in this Python",
      wants: "python-private",
      meaning: [
        say`${symbol(name)} is not in Python’s stable ABI: it may come and go with every minor version. The module was likely built for another version than the one that runs.`,
        say`A wheel tagged ${code("abi3")} must not use such a name.`,
      ],
      facts: [belongs, { label: "Stable ABI", value: ["no"] }],
      advice: [
        rebuilt,
        say`As a packager: where the tag says ${code("abi3")}, compile with ${code("Py_LIMITED_API")}; otherwise the tag must name the one version.`,
      ],
      learn: "abi3-violated",
    };
  }
  const exported = stableAbi.exportedEarlier.get(name);
  const where = stableAbi.elsewhere.get(name);
  const first =
    exported === undefined
      ? say`Python ${version(added)}`
      : say`Python ${version(exported)}${exported === "3.6" ? " or before" : ""}, stable since ${version(added)}`;
  return {
    title: "Python’s function is not in this Python",
    wants: "python-stable",
    meaning: [
      where === undefined
        ? say`${symbol(name)} is in the stable ABI since Python ${version(added)}. The Python that runs is older, or the file was loaded by something that is no Python (a program that does not export its names, or ${code("dlopen")} in a test).`
        : say`${symbol(name)} is in the stable ABI only ${where}; no ordinary Python on Linux has it.`,
    ],
    facts: [belongs, { label: "Stable ABI", value: ["yes"] }, { label: "First with", value: first }],
    advice: [
      rebuilt,
      say`As a packager: raise the version in the ${code("abi3")} tag, or define ${code("Py_LIMITED_API")} with the version of the tag, so that newer functions cannot be used.`,
    ],
    learn: "abi3-floor-too-low",
  };
}

const UCS: PythonWords = {
  title: "Built for another Unicode width of Python 2",
  wants: "python-private",
  meaning: [
    say`Python 2 and 3.2 existed with two widths of Unicode characters, and all functions of strings bear the width in their name. The module was built for the other one (wheels: ${code("cp27m")} against ${code("cp27mu")}).`,
  ],
  facts: [{ label: "Belongs to", value: ["Python 2"] }],
  advice: [say`Get the wheel with the other ABI tag, or build the module with the Python that runs.`],
  learn: "ucs2-symbol",
};

const PYFPE: PythonWords = {
  title: "Built for a Python with fpectl",
  wants: "python-private",
  meaning: [say`Only Pythons before 3.7 that were configured with ${code("--with-fpectl")} have this name.`],
  facts: [{ label: "Belongs to", value: ["Python before 3.7"] }],
  advice: [say`Build the module with the Python that runs, or one without that option.`],
  learn: "pyfpe-symbol",
};

const PYPY: PythonWords = {
  title: "Built for PyPy",
  wants: "python-private",
  meaning: [
    say`PyPy gives Python’s functions names of its own, so that its modules are not loaded by CPython by mistake. The module was built with PyPy, and CPython loads it.`,
  ],
  facts: [{ label: "Belongs to", value: ["PyPy"] }],
  advice: [say`Install the wheel for CPython (${code("cp…")} in its tag), or run the module with PyPy.`],
  learn: "python-tag-differs",
};
