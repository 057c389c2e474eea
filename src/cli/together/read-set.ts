/** Wheels, libraries and folders of the command line as one set: read, laid out as installed, and joined by their names. */
import { isAbsolute, resolve } from "node:path";
import { stat } from "node:fs/promises";
import type { Member, Package } from "../../core/together/setting.ts";
import { installedPath, layoutFor } from "../../core/together/layout.ts";
import { joinLinks } from "../../engine/wheel/join-links.ts";
import type { InspectError } from "../../facts/inspect-error.ts";
import type { WheelFacts } from "../../facts/model.ts";
import { normalizeName } from "../../facts/names/project-name.ts";
import { parseRequirement } from "../../facts/names/requirement.ts";
import { commonNames, type Inspector, type LinkedFacts } from "../input/inspector.ts";
import { progressLine } from "../terminal/progress.ts";
import type { Host } from "../terminal/host.ts";
import type { Outcome } from "../../facts/inspect-error.ts";

/** A library with its table, before it is known what the others have. */
export interface Unjoined extends Omit<Member, "links"> {
  readonly table: Uint8Array<ArrayBuffer> | null;
}

export interface Unread {
  readonly path: string;
  readonly error: InspectError;
}

export interface ReadSet {
  readonly files: Unjoined[];
  readonly packages: Package[];
  readonly unread: Unread[];
}

export const emptySet = (): ReadSet => ({ files: [], packages: [], unread: [] });

/** A wheel, laid out in a virtual environment; or one library, beside its packages. */
export async function addFile(set: ReadSet, path: string, python: string, reading: Reading): Promise<void> {
  const outcome = await reading.read(path);
  if (!outcome.ok) {
    set.unread.push({ path, error: outcome.error });
    return;
  }
  const { facts, tables } = outcome.value;
  const of = set.packages.push(packageOf(facts)) - 1;
  const layout = layoutFor(python);
  for (const library of facts.libraries) {
    const table = tables.get(library.path) ?? null;
    set.files.push({ ...library, path: installedPath(library.path, layout), of, shown: library.path, table });
  }
}

function packageOf(facts: WheelFacts): Package {
  const { kind, fileName, name, distInfo, preloadHints } = facts;
  return {
    title: name === null ? fileName : `${name.project} ${name.version}`,
    project: kind === "library" || name === null ? null : normalizeName(name.project),
    requires: projectsOf(distInfo?.requiresDist ?? []),
    preloadHints,
    single: kind === "library",
  };
}

/** What is asked for without an extra. */
export function projectsOf(requirements: readonly string[]): string[] {
  return requirements.flatMap((line) => {
    const name = /\bextra\s*==/.test(line) ? undefined : parseRequirement(line)?.name;
    return name === undefined ? [] : [normalizeName(name)];
  });
}

/** One after the other, with progress on the terminal. */
export interface Reading {
  read(path: string): Promise<Outcome<LinkedFacts>>;
}

export function createReading(inspector: Inspector, host: Host): Reading {
  return {
    async read(path) {
      const progress = progressLine(host.err);
      try {
        return await inspector.inspectLinked({
          path,
          hash: false,
          evidenceLimit: 1,
          onProgress: (state) => progress.show(path, state),
          signal: host.signal,
        });
      } finally {
        progress.clear();
      }
    },
  };
}

/** A library on the disk as a file of the set. `at`: its place from the root on. Null: it is none, or could not be read. */
export async function readInstalled(
  path: string,
  shown: string,
  of: number | null,
  reading: Reading,
  unread: Unread[],
): Promise<Unjoined | null> {
  const outcome = await reading.read(path);
  if (!outcome.ok) {
    unread.push({ path, error: outcome.error });
    return null;
  }
  const [library] = outcome.value.facts.libraries;
  if (library === undefined) return null;
  const table = outcome.value.tables.get(library.path) ?? null;
  return { ...library, path: fromRoot(path), of, shown, table };
}

/** Without the slash that all of them begin with. */
export const fromRoot = (path: string): string => (isAbsolute(path) ? path : resolve(path)).slice(1);

/** Files that have one name are told apart in environments, where hundreds may have it. */
const MOST_OWNERS = 4_000;

export async function joinMembers(files: readonly Unjoined[]): Promise<Member[]> {
  const joined = await joinLinks(
    files.map(({ table, ...library }) => ({ ...library, links: table })),
    commonNames,
    MOST_OWNERS,
  );
  return files.map(({ table: _, ...library }, place) => ({ ...library, links: joined[place] ?? null }));
}

export const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isDirectory() ?? false;
