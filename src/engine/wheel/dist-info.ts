/**
 * `METADATA` and `WHEEL` of a wheel: mail-style headers (core metadata specification; binary distribution format, "The
 * .dist-info directory").
 */
import type { DistInfoFacts, WheelName } from "../../facts/model.ts";
import { normalizeName } from "../../facts/names/project-name.ts";

const SUFFIX = ".dist-info";

/** The `*.dist-info` directories at the root of the archive, in order of appearance. */
export function distInfoDirectories(paths: Iterable<string>): string[] {
  const found = new Set<string>();
  for (const path of paths) {
    const slash = path.indexOf("/");
    if (slash > SUFFIX.length && path.endsWith(SUFFIX, slash)) found.add(path.slice(0, slash));
  }
  return [...found];
}

/** Of several directories the one that the file name promises, else the first. */
export function ownDistInfo(directories: readonly string[], name: WheelName | null): string | null {
  const own = directories.find((directory) => {
    const [project, version] = directory.slice(0, -SUFFIX.length).split("-");
    return (
      name !== null &&
      project !== undefined &&
      normalizeName(project) === normalizeName(name.project) &&
      version === name.version
    );
  });
  return own ?? directories[0] ?? null;
}

/** `metadata` and `wheel`: the files' text, null if they are missing. */
export function distInfoFacts(
  directory: string,
  metadata: string | null,
  wheel: string | null,
): DistInfoFacts {
  const core = readHeaders(metadata ?? "");
  const build = readHeaders(wheel ?? "");
  const purelib = first(build, "root-is-purelib")?.toLowerCase();
  return {
    directory,
    name: first(core, "name"),
    version: first(core, "version"),
    requiresPython: first(core, "requires-python"),
    requiresDist: core.get("requires-dist") ?? [],
    tags: build.get("tag") ?? [],
    rootIsPurelib: purelib === "true" ? true : purelib === "false" ? false : null,
    generator: first(build, "generator"),
  };
}

/** Headers up to the first empty line, by lower-case name; a line that begins with a blank continues the one before it. */
export function readHeaders(text: string): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  let current: string[] | null = null;
  let start = text.startsWith("\ufeff") ? 1 : 0;
  while (start < text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end).replace(/\r$/, "");
    start = end + 1;
    if (line === "") break;
    const last = current?.length ?? 0;
    if (/^[ \t]/.test(line)) {
      if (current !== null) current[last - 1] = `${current[last - 1] ?? ""} ${line.trim()}`.trim();
      continue;
    }
    const colon = line.indexOf(":");
    if (colon <= 0) {
      current = null;
      continue;
    }
    const name = line.slice(0, colon).trim().toLowerCase();
    current = headers.get(name) ?? [];
    current.push(line.slice(colon + 1).trim());
    headers.set(name, current);
  }
  return headers;
}

function first(headers: Map<string, string[]>, name: string): string | null {
  return headers.get(name)?.[0] ?? null;
}
