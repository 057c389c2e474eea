/**
 * The file name of a wheel, read as the binary distribution format specification says and with the strictness of
 * `packaging.utils.parse_wheel_filename`, on which installers and auditwheel rely.
 */
import { field, listOf, optional, orNull, record, text, type Of } from "../describe.ts";
import { VERSION } from "./pep440.ts";

/** A file name has room for some dozens. */
const tags = listOf(text, { most: 100 });

/** `name-version[-build]-python-abi-platform.whl`, read as the binary distribution format specification says. */
export const wheelName = record({
  project: field(text, { key: "n", about: "The project's name as written." }),
  version: field(text, { key: "v", about: "The version as written." }),
  build: field(orNull(text), { key: "b", usual: null, about: "The build number, if there is one." }),
  pythonTags: field(tags, { key: "p", about: "E.g. cp312." }),
  abiTags: field(tags, { key: "a", about: "E.g. abi3." }),
  platformTags: field(tags, {
    key: "t",
    about: "Lower-cased, without duplicates, in the order of the file name.",
  }),
  variant: optional(text, {
    key: "x",
    about: "Label of a wheel variant (PEP 825, a draft): a sixth component after the platform.",
  }),
});

export interface WheelName extends Of<typeof wheelName> {}

/** Escaped project name: letters and digits of any script, `_` and `.`; never `__`. */
const PROJECT = /^[\p{L}\p{N}_.]+$/u;

const BUILD = /^[0-9]/;
/** Python's `str.isidentifier`. */
const INTERPRETER = /^[\p{ID_Start}_]\p{ID_Continue}*$/u;
/** Label of a wheel variant (PEP 825, a draft): a sixth component after the platform. */
const VARIANT = /^[0-9a-z_.]+$/;

/**
 * Takes a wheel's file name (no directory) apart; null if it is not the name of a wheel. A variant label is kept in
 * `variant` and leaves the rest as it is.
 */
export function parseWheelName(fileName: string): WheelName | null {
  if (!fileName.endsWith(".whl")) return null;
  const parts = fileName.slice(0, -".whl".length).split("-");
  const [project, version] = parts;
  if (project === undefined || version === undefined) return null;
  if (project.includes("__") || !PROJECT.test(project) || !VERSION.test(version)) return null;

  const tail = parts.slice(2);
  // A Python tag is an identifier, so what begins with a digit is the build tag.
  const build = tail.length >= 4 && BUILD.test(tail[0] ?? "") ? (tail.shift() ?? null) : null;
  const [python, abi, platform, variant, ...surplus] = tail;
  if (python === undefined || abi === undefined || platform === undefined || surplus.length > 0) return null;
  if (variant !== undefined && !VARIANT.test(variant)) return null;

  const pythonTags = tagSet(python);
  const abiTags = tagSet(abi);
  const platformTags = tagSet(platform);
  if (pythonTags === null || abiTags === null || platformTags === null) return null;
  if (!pythonTags.every((tag) => INTERPRETER.test(tag))) return null;
  return {
    project,
    version,
    build,
    pythonTags,
    abiTags,
    platformTags,
    ...(variant === undefined ? {} : { variant }),
  };
}

/** `a.b` → its members in lower case, without duplicates, in the order given; null when one is empty. */
function tagSet(compressed: string): string[] | null {
  const tags = compressed.split(".");
  if (tags.includes("")) return null;
  return [...new Set(tags.map((tag) => tag.toLowerCase()))];
}
