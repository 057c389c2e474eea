/** The Python in the name of an extension module against the one in the wheel's tag. */
import type { ElfFacts } from "../../../facts/model.ts";
import { compareNumbers } from "../../../facts/names/version-name.ts";
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
  /** The file name is for another platform than the code: its processor, or its C library. */
  readonly platform: "processor" | "libc" | null;
}

/** From this version on CPython's suffixes tell musl from glibc (bpo-43112). */
const TELLS_MUSL = [3, 11] as const;

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
      lost.every(({ python, platform }) => python === null && platform === null) && claimsNothing
        ? "warning"
        : "error",
    sentence: say`${sentenceOf(first)}${more}`,
    advice: [
      first.platform !== null
        ? say`When cross-compiling, tell the build which platform it builds for: setuptools takes the suffix from ${code("_PYTHON_HOST_PLATFORM")} and the target’s sysconfig data, CMake from ${code("Python_SOABI")}.`
        : say`Build the file with the Python of the tag, or give the wheel the tag of the file. The suffix that a Python builds and finds: ${code("python3 -c 'import sysconfig; print(sysconfig.get_config_var(\"EXT_SUFFIX\"))'")}.`,
    ],
    libraries: lost.map(({ path }) => path),
    evidence: lost.map(({ path, file }): Evidence => ({ in: path, note: `suffix ${suffixText(file)}` })),
  };
};

const suffixText = ({ suffix, platform }: ModuleFile): string =>
  `.${[suffix, platform].filter((part) => part !== null).join("-")}.so`;

function sentenceOf({ path, file, python, platform }: Lost): Sentence {
  const suffix = code(suffixText(file));
  if (platform === "libc") {
    return say`${library(path)} is named for another C library than its code (${suffix}); Python 3.11 and newer look for another suffix there, and do not find it.`;
  }
  if (platform === "processor")
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
      return [{ path, file, python: null, platform: "processor" }];
    if (namesOtherLibc(file, elf) && claim.interpreters.length > 0 && claim.interpreters.every(tellsMusl))
      return [{ path, file, python: null, platform: "libc" }];
    if (family?.python !== undefined) return [{ path, file, python: family.python, platform: null }];
    // Several files of one module for several versions: somebody thought of the others.
    const forOne = claim.kind !== "version" && isForOneVersion(file.suffix) && family?.files.length === 1;
    return forOne ? [{ path, file, python: null, platform: null }] : [];
  });
}

const tellsMusl = ({ implementation, version }: Interpreter): boolean =>
  implementation === "cpython" && compareNumbers(version, TELLS_MUSL) >= 0;

/** `x86_64-linux-gnu` of code for musl, or the other way round. */
function namesOtherLibc({ platform }: ModuleFile, { libc }: ElfFacts): boolean {
  if (platform === null) return false;
  return libc === "musl" ? /-linux-gnu/.test(platform) : libc === "glibc" && /-linux-musl/.test(platform);
}
