/** The Python in the name of an extension module against the one in the wheel's tag. */
import { type CheckContext, judgedLibraries } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { type Interpreter, interpreterName, isFoundBy, pythonClaim } from "../../readings/python/claim.ts";
import { type ModuleFile, moduleFile, platformFits } from "../../readings/python/module-file.ts";
import { isForOneVersion } from "../../readings/python/read-python.ts";
import { type Sentence, code, library, say, tag } from "../../sentence.ts";
import type { Check } from "../forms.ts";

interface Lost {
  readonly path: string;
  readonly file: ModuleFile;
  /** Who does not find it; null: it is for one version while the wheel is for any. */
  readonly python: Interpreter | null;
  /** The processor in the file name is not that of the code. */
  readonly processor: boolean;
}

export const check: Check = (context) => {
  if (context.facts.kind !== "wheel" || context.facts.name === null) return null;
  const lost = lostModules(context);
  const claimsNothing = context.readings.python.wheel?.claim === "none";
  const [first] = lost;
  if (first === undefined) return null;
  const more = lost.length > 1 ? ` The same goes for ${String(lost.length - 1)} more.` : "";
  return {
    // A wheel for any Python 3 may do without its compiled part.
    severity:
      lost.every(({ python, processor }) => python === null && !processor) && claimsNothing
        ? "warning"
        : "error",
    sentence: say`${sentenceOf(first)}${more}`,
    advice: [
      first.processor
        ? say`When cross-compiling, tell the build which platform it builds for: setuptools takes the suffix from ${code("_PYTHON_HOST_PLATFORM")} and the target’s sysconfig data, CMake from ${code("Python_SOABI")}.`
        : say`Build the file with the Python of the tag, or give the wheel the tag of the file. The suffix that a Python builds and finds: ${code("python3 -c 'import sysconfig; print(sysconfig.get_config_var(\"EXT_SUFFIX\"))'")}.`,
    ],
    libraries: lost.map(({ path }) => path),
    evidence: lost.map(({ path, file }): Evidence => ({ in: path, note: `suffix ${suffixText(file)}` })),
  };
};

const suffixText = ({ suffix, platform }: ModuleFile): string =>
  `.${[suffix, platform].filter((part) => part !== null).join("-")}.so`;

function sentenceOf({ path, file, python, processor }: Lost): Sentence {
  const suffix = code(suffixText(file));
  if (processor)
    return say`${library(path)} is named for another processor than its code (${suffix}), so that Python does not find it.`;
  if (python === null) {
    return say`${library(path)} is for one version of Python (${suffix}), but pip installs the wheel for others too.`;
  }
  if (python.freeThreaded && file.suffix === "abi3") {
    return say`${library(path)} promises ${tag("abi3")}, which free-threaded Python does not have; the wheel is for ${interpreterName(python)}.`;
  }
  return say`The wheel is for ${interpreterName(python)}, which does not find ${library(path)}: it looks for another suffix than ${suffix}.`;
}

/** Modules that a Python of the tag does not find, where no sister file of the same module serves it. */
function lostModules(context: CheckContext): Lost[] {
  const claim = pythonClaim(context.facts);
  const modules = judgedLibraries(context).flatMap(({ path, elf }) => {
    const file = moduleFile(path);
    // What no Python imports by its name is left alone: helpers for ctypes have the suffix too.
    return file === null || (context.readings.python.libraries.get(path)?.init ?? null) === null
      ? []
      : [{ path, file, elf }];
  });
  const families = new Map<string, { files: ModuleFile[]; python: Interpreter | undefined }>();
  const keyOf = ({ directory, stem }: ModuleFile): string => `${directory}/${stem}`;
  for (const { file } of modules) {
    const family = families.get(keyOf(file));
    if (family === undefined) families.set(keyOf(file), { files: [file], python: undefined });
    else family.files.push(file);
  }
  for (const family of families.values()) {
    family.python = claim.interpreters.find((each) => !family.files.some((file) => isFoundBy(file, each)));
  }
  return modules.flatMap(({ path, file, elf }): Lost[] => {
    const family = families.get(keyOf(file));
    if (!platformFits(file.platform, elf.architecture))
      return [{ path, file, python: null, processor: true }];
    if (family?.python !== undefined) return [{ path, file, python: family.python, processor: false }];
    // Several files of one module for several versions: somebody thought of the others.
    const forOne = claim.kind !== "version" && isForOneVersion(file.suffix) && family?.files.length === 1;
    return forOne ? [{ path, file, python: null, processor: false }] : [];
  });
}
