/**
 * This machine as a host: its C library and what its folders hold, read from the files themselves. Where they are, ldconfig's cache says
 * (`ldconfig -p`), and ld.so(8) for what the cache has not; for musl its path file (`/etc/ld-musl-ARCH.path`).
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Knowledge } from "../../core/knowledge/knowledge.ts";
import { isRuntimeLibrary } from "../../facts/names/runtime-library.ts";
import { glibcRelease, compareNumbers } from "../../facts/names/version-name.ts";
import type { Member, TogetherHost } from "../../core/together/setting.ts";
import { fileNameOf } from "../../facts/path.ts";
import { foldersOf } from "./reached.ts";
import { readInstalled, type Reading, type TabledMember } from "./read-set.ts";

const run = promisify(execFile);

/** Where libraries of the system lie, by name; several of one name, for other processors. */
export type SystemFiles = ReadonlyMap<string, readonly string[]>;

const FOLDERS = ["/lib64", "/usr/lib64", "/lib", "/usr/lib", "/usr/local/lib"];

export async function systemFiles(): Promise<SystemFiles> {
  const files = new Map<string, string[]>();
  const add = (name: string, path: string): void => void files.set(name, [...(files.get(name) ?? []), path]);
  const cache = await run("/sbin/ldconfig", ["-p"], { maxBuffer: 64 << 20 }).catch(() => ({ stdout: "" }));
  for (const [, name = "", path = ""] of cache.stdout.matchAll(/^\t(\S+) \(.*\) => (.+)$/gm)) add(name, path);
  const multiarch = ["x86_64", "aarch64", "arm", "i386", "powerpc64le", "s390x", "riscv64"].map(
    (machine) => `/lib/${machine}-linux-gnu${machine === "arm" ? "eabihf" : ""}`,
  );
  for (const folder of [...multiarch, ...(await muslFolders()), ...FOLDERS]) {
    for (const name of await readdir(folder).catch(() => [])) {
      if (/\.so(?:\.|$)/.test(name) && !(files.get(name) ?? []).includes(`${folder}/${name}`))
        add(name, `${folder}/${name}`);
    }
  }
  return files;
}

async function muslFolders(): Promise<string[]> {
  const names = (await readdir("/etc").catch(() => [])).filter((name) => /^ld-musl-.*\.path$/.test(name));
  const texts = await Promise.all(names.map((name) => readFile(`/etc/${name}`, "utf8").catch(() => "")));
  return texts.flatMap((text) => text.split(/[:\n]/).filter((part) => part.startsWith("/")));
}

export interface System {
  /** Read system libraries: what the set needs of them, and what those need in turn. */
  readonly files: readonly TabledMember[];
  /** From a name to the place in `files`. */
  readonly byName: ReadonlyMap<string, number>;
}

/** Reads what a set needs of the system. What is there for another processor is passed by. */
export async function readSystem(
  files: readonly TabledMember[],
  system: SystemFiles,
  reading: Reading,
): Promise<System> {
  const read: TabledMember[] = [];
  const byName = new Map<string, number>();
  const places = new Map<string, number | null>();
  const known = new Set(files.map(({ path }) => path));

  /** The place of a file of the system among those read; null: it is none that can be read. */
  async function placeOf(path: string): Promise<number | null> {
    let place = places.get(path);
    if (place === undefined) {
      const library = await readInstalled(path, path, null, reading, []);
      place = library === null ? null : read.push(library) - 1;
      places.set(path, place);
    }
    return place;
  }

  const all = [...files];
  // Grows while it is gone through.
  for (const file of all) {
    const { elf } = file;
    for (const needed of elf?.needed ?? []) {
      // A library of the system may have a search path of its own: libpulse.so.0 finds a part of itself so.
      const own = file.of === null ? foldersOf(file).map((folder) => join(folder, needed)) : [];
      for (const path of [...own.filter((each) => existsSync(each)), ...(system.get(needed) ?? [])]) {
        if (known.has(path.slice(1))) break;
        const before = read.length;
        const place = await placeOf(path);
        all.push(...read.slice(before));
        const found = place === null ? null : (read[place]?.elf ?? null);
        if (place === null || found?.machine !== elf?.machine || found?.class !== elf?.class) continue;
        if (!own.includes(path)) byName.set(needed, place);
        break;
      }
    }
  }
  return { files: read, byName };
}

/** `members`: those of `system.files`, joined with the set. */
export async function hostOfMachine(
  { byName }: System,
  members: readonly Member[],
  pageSize: number,
  packages: ReadonlyMap<string, string>,
): Promise<TogetherHost> {
  const system = new Map<string, Member>();
  for (const [name, place] of byName) {
    const member = members[place];
    if (member !== undefined) system.set(name, member);
  }
  const libc = system.get("libc.so.6");
  const musl = [...system.values()].find(({ path }) => /(?:ld-musl-|libc\.musl-)/.test(fileNameOf(path)));
  return {
    name: "this machine",
    libc: libc === undefined && musl !== undefined ? "musl" : "glibc",
    release: releaseOf(libc?.elf?.versionDefinitions ?? []),
    pageSize,
    system,
    has: () => false,
    packageFor: (needed) => packages.get(needed) ?? null,
    hasVersion: (library) => (isRuntimeLibrary(library) && system.has(library) ? true : null),
  };
}

function releaseOf(versions: readonly string[]): readonly number[] {
  const releases = versions.flatMap((version) => {
    const release = glibcRelease(version);
    return release === null ? [] : [release];
  });
  return releases.sort(compareNumbers).at(-1) ?? [];
}

/** Bytes of a page of the running kernel. */
export async function pageSize(): Promise<number> {
  const said = await run("getconf", ["PAGESIZE"]).catch(() => ({ stdout: "" }));
  return Number(said.stdout.trim()) || 4_096;
}

/** Of the distributions that this machine's calls itself, or is made from, the first that the table knows (os-release(5)). */
export async function packagesHere({ systemPackages }: Knowledge): Promise<ReadonlyMap<string, string>> {
  const text = await readFile("/etc/os-release", "utf8").catch(() => "");
  const value = (key: string): string => new RegExp(`^${key}="?([^"\n]*)"?$`, "m").exec(text)?.[1] ?? "";
  const names = [value("ID"), ...value("ID_LIKE").split(" ")];
  return names.flatMap((name) => systemPackages.get(name) ?? []).at(0) ?? new Map<string, string>();
}
