// Readers of the files that say which names a C library exports; join.mjs puts them together.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const readelf = (option, path) =>
  execFileSync("readelf", ["-W", option, path], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    // Notes about other sections of the file are of no interest.
    stdio: ["ignore", "pipe", "ignore"],
  });

/** A line of `readelf --dyn-syms`: bind, visibility, section, name, `@` or `@@`, version. PowerPC has a column more. */
const symbol =
  /^\s*\d+:\s+[0-9a-f]+\s+\S+\s+\S+\s+(\S+)\s+(\S+)\s+(?:\[[^\]]*\]\s+)?(\S+)\s+([^\s@]+)(@@?)?(\S+)?/;

/**
 * The names that a library exports: `found` when a reference without a version gets one. glibc's do_lookup gives such a reference the base or the first version, old or not, of others only the default.
 */
export function readLibrary(path) {
  const versions = new Map(
    [...readelf("-V", path).matchAll(/Index: (\d+)\s+Cnt: \d+\s+Name: (\S+)/g)].map((match) => [
      match[2],
      Number(match[1]),
    ]),
  );
  const names = new Map();
  for (const line of readelf("--dyn-syms", path).split("\n")) {
    const [, bind, visibility, section, name, at, version] = symbol.exec(line) ?? [];
    if (name === undefined || section === "UND" || bind === "LOCAL") continue;
    if (visibility !== "DEFAULT" && visibility !== "PROTECTED") continue;
    // Versions themselves are listed as symbols; placeholders keep the versions of a library that became empty.
    if (section === "ABS" && versions.has(name)) continue;
    if (name.endsWith("_version_placeholder")) continue;
    const known = names.get(name) ?? { found: false };
    known.found ||= at !== "@" || (versions.get(version) ?? 1) <= 2;
    names.set(name, known);
  }
  return names;
}

/** The names of Zig's stub of musl (libc.S) where the macros are defined. */
export function readStub(path, macros) {
  const names = new Set();
  /** Whether the text inside each open condition counts. */
  const open = [];
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line.startsWith("#ifdef ")) open.push(macros.includes(line.split(/\s+/)[1]));
    else if (line.startsWith("#if "))
      open.push([...line.matchAll(/!defined\((\w+)\)/g)].every(([, macro]) => !macros.includes(macro)));
    else if (line.startsWith("#else")) open.push(!open.pop());
    else if (line.startsWith("#endif")) open.pop();
    else {
      const label = /^(\w+):$/.exec(line);
      if (label && !open.includes(false)) names.add(label[1]);
    }
  }
  return names;
}

/**
 * Zig's `abilists` of glibc: for each name the library, the targets and all versions it ever had there. The file is a table
 * of libraries, of versions and of targets, then functions, objects and thread-local objects.
 */
export function readAbilists(path) {
  const bytes = readFileSync(path);
  let at = 0;
  const byte = () => bytes[at++];
  const text = () => {
    const start = at;
    at = bytes.indexOf(0, start) + 1;
    return bytes.toString("latin1", start, at - 1);
  };
  const number = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const next = byte();
      value |= BigInt(next & 127) << shift;
      if (next < 128) return value;
    }
  };
  const libraries = Array.from({ length: byte() }, text);
  const versions = Array.from({ length: byte() }, () => [byte(), byte(), byte()]);
  const targets = Array.from({ length: byte() }, text);
  const entries = [];
  for (let kind = 0; kind < 3; kind++) {
    const count = byte() + byte() * 256;
    let name;
    for (let index = 0; index < count; index++) {
      name ??= text();
      const mask = number();
      // Objects have a size.
      if (kind > 0) number();
      const library = byte();
      const of = [];
      let last;
      do {
        last = byte();
        of.push(versions[last & 127]);
      } while (last < 128);
      const on = targets.filter((_target, bit) => (mask >> BigInt(bit)) & 1n);
      entries.push({ name, library: libraries[library & 127], targets: on, versions: of });
      // The high bit says that another name follows.
      if (library & 128) name = undefined;
    }
  }
  if (at !== bytes.length) throw new Error(`${path}: ${bytes.length - at} bytes were not read`);
  return { newest: versions.at(-1), entries };
}
