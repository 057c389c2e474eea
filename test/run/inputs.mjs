/**
 * What the result of a test file depends on, as one hash: the file and all it imports; where something of that reads the disk, also every
 * file of the repository that is no code (fixtures, expected documents, the built reader; READMEs only if they are named); where a test reads sources or starts
 * programs, every file. Wider than need be rather than narrower.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { spawnSync } from "node:child_process";
import { root } from "./step.mjs";

/** What every test depends on. */
const common = [
  "package.json",
  "package-lock.json",
  "vitest.config.ts",
  "test/setup.ts",
  "test/property-runs.ts",
];

const imports =
  /\b(?:import|export)\s+(type\s)?[^'"`;]*?\bfrom\s*["']([^"']+)["']|\bimport\s*\(?\s*["']([^"']+)["']|\bnew URL\(\s*["'](\.[^"']+)["']/g;

/** Modules that reach the disk, and those by which a test can reach anything at all. */
const disk = /^(?:node:)?fs(?:\/promises)?$/;
const anything = /^(?:(?:node:)?(?:child_process|worker_threads|vm)|typescript|vite|eslint)$/;

const prose = /\.md$/;
const code = /^(?:src|test)\/.*\.(?:tsx?|mjs|css)$/;

/** Paths of the repository's files, in order, or null if git does not know them. */
export function repositoryFiles() {
  const git = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 << 20,
  });
  if (git.status !== 0) return null;
  const paths = [...new Set(git.stdout.split("\0"))].filter(Boolean).sort();
  return paths.filter((path) => existsSync(join(root, path)));
}

/** Gives hashes of inputs; files are read once. `read` is replaced only by tests. */
export function createInputs(files, read = (path) => readFileSync(join(root, path))) {
  const hashes = new Map();
  const modules = new Map();

  function hashOf(path) {
    let hash = hashes.get(path);
    if (hash === undefined) {
      hash = createHash("sha256").update(read(path)).digest("base64");
      hashes.set(path, hash);
    }
    return hash;
  }

  const known = new Set(files);

  /** What a module imports, and how far it can reach. */
  function moduleAt(path) {
    const before = modules.get(path);
    if (before !== undefined) return before;
    const found = { relative: new Set(), disk: false, prose: false, anything: false };
    modules.set(path, found);
    if (!/\.(?:tsx?|mjs)$/.test(path)) return found;
    const text = read(path).toString();
    for (const [, erased, ...names] of text.matchAll(imports)) {
      // The compiler takes imports of types away.
      if (erased) continue;
      const [name] = names.filter(Boolean).map((one) => one.replace(/\?.*$/, ""));
      if (name.startsWith(".")) {
        const target = join(dirname(path), name);
        if (known.has(target)) found.relative.add(target);
        else found.disk = true;
      } else if (anything.test(name)) found.anything = true;
      else if (disk.test(name)) found.disk = true;
    }
    found.prose = /\.md\b/.test(text);
    // Whoever names src in a text may read the sources as files. Programs of src that do are started by tests of their own.
    const isTest = path.startsWith("test/");
    if (isTest && /["'`][^"'`\n]*\bsrc\b[^"'`\n]*["'`]/.test(text.replace(imports, "")))
      found.anything = true;
    if (!isTest && found.anything) {
      found.anything = false;
      found.disk = true;
    }
    return found;
  }

  /** All inputs of a test file, in order. */
  function inputsOf(file) {
    const graph = new Set([file]);
    let [readsDisk, readsProse, readsAnything] = [false, false, false];
    for (const path of graph) {
      const module = moduleAt(path);
      for (const target of module.relative) graph.add(target);
      readsDisk ||= module.disk;
      readsProse ||= module.prose;
      readsAnything ||= module.anything;
    }
    if (readsAnything) return files;
    for (const path of common) if (known.has(path)) graph.add(path);
    const isRead = (path) => !code.test(path) && (readsProse || !prose.test(path));
    if (readsDisk) for (const path of files.filter(isRead)) graph.add(path);
    return [...graph].sort();
  }

  return {
    inputsOf,
    /** One hash of these files' contents, and of `more`. */
    hash(paths, ...more) {
      const all = createHash("sha256").update(JSON.stringify([process.version, ...more]));
      for (const path of paths) all.update(`${path}\0${hashOf(path)}\0`);
      return all.digest("base64");
    },
  };
}
