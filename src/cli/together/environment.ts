/**
 * A virtual environment, or a site-packages folder, as it lies on the disk: every ELF file, and the package that installed it by its
 * RECORD ("Recording installed projects", packaging.python.org). Files are read; nothing of it is run.
 */
import { open, readdir, readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { projectsOf } from "../../core/together/members.ts";
import type { Package } from "../../core/together/setting.ts";
import { distInfoFacts } from "../../engine/wheel/dist-info.ts";
import { parseRecord } from "../../engine/wheel/record.ts";
import { normalizeName } from "../../facts/names/project-name.ts";
import { addReached } from "./reached.ts";
import { readInstalled, type Reading, type ReadSet } from "./read-set.ts";

/** Folders within folders that are searched, and files of one environment. */
const deepest = 40;
const most = 1_000_000;

export interface Environment {
  readonly folder: string;
  /** Its folders `site-packages`; the folder itself where there are none. */
  readonly sitePackages: readonly string[];
  /** `3.12`, from the path or from pyvenv.cfg; null: it is not said. */
  readonly python: string | null;
}

export async function findEnvironment(path: string): Promise<Environment> {
  const folder = resolve(path);
  const config = await readFile(join(folder, "pyvenv.cfg"), "utf8").catch(() => "");
  const stated = /^version(?:_info)?\s*=\s*(\d+\.\d+)/m.exec(config)?.[1] ?? null;
  const found: string[] = [];
  for (const lib of ["lib", "lib64"]) {
    for (const name of await readdir(join(folder, lib)).catch(() => [])) {
      if (!/^(?:python|pypy)\d/.test(name)) continue;
      const site = join(folder, lib, name, "site-packages");
      if (lib === "lib" && (await readdir(site).catch(() => null)) !== null) found.push(site);
    }
  }
  const sitePackages = found.length > 0 ? found : [folder];
  const inPath = /(?:python|pypy)(\d+\.\d+)\w?\/(?:site|dist)-packages/.exec(
    `${sitePackages[0] ?? ""}/`,
  )?.[1];
  return { folder, sitePackages, python: inPath ?? stated };
}

/** Adds packages and files of an environment to a set. */
export async function addEnvironment(
  set: ReadSet,
  { folder, sitePackages }: Environment,
  reading: Reading,
): Promise<void> {
  const owner = new Map<string, number>();
  for (const site of sitePackages) await addPackages(set, site, owner);
  let none: number | null = null;
  for (const site of sitePackages) {
    for (const path of await nativeFiles(site)) {
      const of = owner.get(path) ?? (none ??= set.packages.push(nobody(folder)) - 1);
      const file = await readInstalled(path, relative(site, path), of, reading, set.unread);
      if (file !== null) set.files.push(file);
    }
  }
  await addReached(set, reading);
}

const nobody = (folder: string): Package => ({
  title: `files of ${folder} that no package lists`,
  project: null,
  requires: [],
  preloadHints: [],
  single: false,
});

async function addPackages(set: ReadSet, site: string, owner: Map<string, number>): Promise<void> {
  const names = (await readdir(site).catch(() => [])).filter((name) => name.endsWith(".dist-info")).sort();
  for (const directory of names) {
    const text = (file: string): Promise<string | null> =>
      readFile(join(site, directory, file), "utf8").catch(() => null);
    const { name, version, requiresDist } = distInfoFacts(directory, await text("METADATA"), null);
    const place = set.packages.length;
    set.packages.push({
      title: `${name ?? directory} ${version ?? ""}`.trimEnd(),
      project: name === null ? null : normalizeName(name),
      requires: projectsOf(requiresDist),
      preloadHints: [],
      single: false,
    });
    const record = await parseRecord((await text("RECORD")) ?? "");
    for (const { path } of record.rows) owner.set(resolve(site, path), place);
    const scripts = record.rows.filter(({ path }) => /\.(?:py|pth|sh)$/.test(path));
    set.scripts.set(
      place,
      scripts.map(({ path }) => resolve(site, path)),
    );
  }
}

/** Files below a folder that begin with the ELF magic. Links are not followed: they may lead in circles, or out of it. */
async function nativeFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  const folders: { folder: string; depth: number }[] = [{ folder, depth: 0 }];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const entries = await readdir(next.folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? 1 : -1))) {
      const path = join(next.folder, entry.name);
      if (entry.isDirectory() && next.depth < deepest) folders.push({ folder: path, depth: next.depth + 1 });
      else if (entry.isFile() && found.length < most && (await isNative(path))) found.push(path);
    }
  }
  return found.sort();
}

/** By its first bytes; most other files are told by their names. */
async function isNative(path: string): Promise<boolean> {
  if (/\.(?:pyc?|pyi|txt|json|h|hpp|cuh|html|js|css|png|svg|csv|md|rst|pxd|pyx|typed)$/.test(path))
    return false;
  const file = await open(path, "r").catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.toString("latin1") === "\x7fELF";
  } finally {
    await file.close();
  }
}
