/** Wheels, libraries and folders of the command line as one set: read, laid out as installed, and joined by their names. */
import { isAbsolute, resolve } from "node:path";
import { stat } from "node:fs/promises";
import type { Member, Package } from "../../core/together/setting.ts";
import { joined, memberOf, packageOf, type Unjoined } from "../../core/together/members.ts";
import { joinLinks } from "../../engine/wheel/join-links.ts";
import type { InspectError } from "../../facts/inspect-error.ts";
import { commonNames, type Inspector, type LinkedFacts } from "../input/inspector.ts";
import { progressLine } from "../terminal/progress.ts";
import type { Host } from "../terminal/host.ts";
import type { Outcome } from "../../facts/inspect-error.ts";

/** A library with its table, before it is known what the others have. */
export interface TabledMember extends Unjoined {
  readonly table: Uint8Array<ArrayBuffer> | null;
}

export interface Unread {
  readonly path: string;
  readonly error: InspectError;
}

export interface ReadSet {
  readonly files: TabledMember[];
  readonly packages: Package[];
  readonly unread: Unread[];
  /** Scripts of a package that is installed, by its place: paths on the disk. */
  readonly scripts: Map<number, string[]>;
}

export const emptySet = (): ReadSet => ({ files: [], packages: [], unread: [], scripts: new Map() });

/** A wheel, laid out in a virtual environment; or one library, beside its packages. */
export async function addFile(set: ReadSet, path: string, python: string, reading: Reading): Promise<void> {
  const outcome = await reading.read(path);
  if (!outcome.ok) {
    set.unread.push({ path, error: outcome.error });
    return;
  }
  const { facts, tables } = outcome.value;
  const of = set.packages.push(packageOf(facts)) - 1;
  for (const library of facts.libraries)
    set.files.push({ ...memberOf(library, of, python), table: tables.get(library.path) ?? null });
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
): Promise<TabledMember | null> {
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

export async function joinMembers(files: readonly TabledMember[]): Promise<Member[]> {
  const links = await joinLinks(
    files.map(({ table, ...library }) => ({ ...library, links: table })),
    commonNames,
    MOST_OWNERS,
  );
  return files.map((file, place) => joined(file, links[place] ?? null));
}

export const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isDirectory() ?? false;
