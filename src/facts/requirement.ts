/** Lines of `Requires-Dist`, as far as they are needed to know what a wheel asks for (PEP 508; the dependency specifiers). */

export interface Requirement {
  /** Normalised (PEP 503): `nvidia-cublas-cu12`. Empty where the line begins with none. */
  readonly name: string;
  /** As written in brackets, normalised. */
  readonly extras: readonly string[];
  /** Versions as written, e.g. `<14,>=13.0.3`. */
  readonly versions: string;
  /** The extra by which it is asked for; null: without one. */
  readonly extra: string | null;
  /** False: the marker names other systems only. */
  readonly onLinux: boolean;
  /** It is asked for on every Linux machine that the wheel fits: no extra, no choice between machines or interpreters. */
  readonly always: boolean;
}

/** Reads one line. Whatever it holds, a requirement comes out; time is linear in its length. */
export function parseRequirement(line: string): Requirement {
  const cut = line.indexOf(";");
  const head = cut < 0 ? line : line.slice(0, cut);
  const marker = cut < 0 ? "" : line.slice(cut + 1);
  const [start = ""] = /^[A-Za-z0-9][A-Za-z0-9._-]*/.exec(head.trim()) ?? [];
  let rest = head.trim().slice(start.length).trim();
  let extras: string[] = [];
  if (rest.startsWith("[")) {
    const end = rest.indexOf("]");
    const inside = end < 0 ? rest.slice(1) : rest.slice(1, end);
    extras = inside.split(",").map(normalizeName);
    rest = end < 0 ? "" : rest.slice(end + 1).trim();
  }
  const versions = rest.startsWith("(") && rest.endsWith(")") ? rest.slice(1, -1).trim() : rest;
  const extra = /\bextra\s{0,9}==\s{0,9}["']([^"']{0,200})["']/.exec(marker)?.[1] ?? null;
  const parts = systems(marker);
  return {
    name: normalizeName(start),
    extras,
    versions,
    extra,
    onLinux: !parts.includes(false),
    always: parts.every((part) => part === true),
  };
}

/** The normalised name (PEP 503) in a requirement: `Torch (>=2.0) ; extra == "x"` → `torch`. */
export const packageName = (requirement: string): string => parseRequirement(requirement).name;

/** PEP 503: lower case, runs of `-`, `_` and `.` are one `-`. */
export function normalizeName(name: string): string {
  return name
    .trim()
    .replace(/[-_.]+/g, "-")
    .toLowerCase();
}

/** Parts of a marker joined by `and`; each says something of the system, or something else (null). */
function systems(marker: string): (boolean | null)[] {
  return marker
    .split(/\band\b/)
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const [, operator, system = ""] =
        /^[\s(]*(?:platform_system|sys_platform|os_name)\s{0,9}(==|!=)\s{0,9}["']([A-Za-z0-9]{1,20})["'][\s)]*$/.exec(
          part.slice(0, 200),
        ) ?? [];
      if (operator === undefined) return null;
      return ["linux", "posix"].includes(system.toLowerCase()) === (operator === "==");
    });
}
