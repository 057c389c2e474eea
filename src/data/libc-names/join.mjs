// Puts what read.mjs read into the tables of names.json and later.json.

/** Our names of an architecture, Zig's target of glibc, what Zig's stub of musl asks about (old stubs know the first five). */
export const architectures = {
  x86_64: ["x86_64-linux-gnu", "ARCH_x86_64 FAMILY_x86 PTR64"],
  i686: ["x86-linux-gnu", "ARCH_i386 ARCH_x86 FAMILY_x86 PTR32 TIME32"],
  aarch64: ["aarch64-linux-gnu", "ARCH_aarch64 FAMILY_aarch64 PTR64"],
  ppc64le: ["powerpc64le-linux-gnu", "ARCH_powerpc64 FAMILY_powerpc PTR64"],
  riscv64: ["riscv64-linux-gnu", "ARCH_riscv64 FAMILY_riscv PTR64"],
  // musl and glibc have the same names for both; what differs is the processor.
  "armv7l armv6l": ["arm-linux-gnueabihf", "ARCH_arm FAMILY_arm PTR32 TIME32"],
  s390x: ["s390x-linux-gnu", "ARCH_s390x FAMILY_s390x PTR64"],
  loongarch64: ["loongarch64-linux-gnu", "ARCH_loongarch64 FAMILY_loongarch PTR64"],
};
const all = Object.keys(architectures);
/** Those that every stub tells apart. */
const everStubbed = all.slice(0, 5);

/** Numbers inside releases compare as numbers: 2.4 before 2.12. */
const collator = new Intl.Collator("en", { numeric: true });
const earliest = (releases) => [...releases].sort(collator.compare)[0];
const isLater = (a, b) => collator.compare(a, b) > 0;

/** Pairs of a key and a name as an object of names with a space between. */
function grouped(pairs) {
  const groups = new Map();
  for (const [key, name] of pairs) groups.set(key, (groups.get(key) ?? new Set()).add(name));
  return Object.fromEntries(
    [...groups]
      .sort(([a], [b]) => collator.compare(a, b))
      .map(([key, names]) => [key, [...names].sort().join(" ")]),
  );
}

/**
 * The table of a C library from its names by architecture, each with the release that brought it ("": one so old that all have it): those
 * that were always there, those that came later, and which architectures have a name where not all do.
 */
function table(found) {
  const on = new Map();
  const since = new Map();
  for (const architecture of all) {
    for (const [name, release] of found[architecture]) {
      on.set(name, [...(on.get(name) ?? []), architecture]);
      // An architecture that came later has everything from its first release on: that says nothing about the name.
      if (release !== "") since.set(name, earliest([release, since.get(name) ?? release]));
    }
  }
  const names = [...on.keys()];
  const { always = "", ...later } = grouped(names.map((name) => [since.get(name) ?? "always", name]));
  const some = names.filter((name) => on.get(name).length < all.length);
  return { always, later, onlyOn: grouped(some.map((name) => [on.get(name).join(" "), name])) };
}

/** musl: `stubs` are pairs of a release and what reads its names for an architecture; `known` is what they do not say. */
export function musl(stubs, known) {
  const [[oldest]] = stubs;
  const [, newest] = stubs.at(-1);
  const found = {};
  for (const each of all) {
    const listed = stubs.map(([release, read]) => [release, read(each)]);
    found[each] = new Map(known.lfs64.map((name) => [name, ""]));
    for (const name of newest(each)) {
      if (found[each].has(name)) continue;
      // Old stubs are not about all architectures: what they do not list there was not looked at.
      const [release] = listed.find(([, names]) => !everStubbed.includes(each) || names.has(name));
      found[each].set(name, known.since(name, each) ?? (release === oldest ? "" : release));
    }
    for (const [name, since] of known.after) found[each].set(name, since);
  }
  return table(found);
}

/**
 * glibc: `entries` of abilists, `libraries` the ones that are in every process, `folders` what was read of these libraries of the
 * release `measured`, by architecture; `first` is the oldest release that anybody asks about.
 */
export function glibc(entries, libraries, folders, { first, measured }) {
  const found = {};
  const hidden = [];
  for (const [each, [target]] of Object.entries(architectures)) {
    const here = entries.filter(
      ({ targets, library }) => targets.includes(target) && libraries.includes(library),
    );
    const base = earliest(here.flatMap(({ versions }) => versions.map(release)));
    const seen = folders[each] ?? [];
    found[each] = new Map();
    for (const name of new Set(here.map((entry) => entry.name))) {
      const of = here.filter((entry) => entry.name === name);
      const since = earliest(of.flatMap(({ versions }) => versions.map(release)));
      const having = seen.filter((names) => names.has(name));
      // What the lists have and the libraries do not is gone from them.
      if (seen.length > 0 && having.length === 0 && !isLater(since, measured)) continue;
      if (having.length > 0 && having.every((names) => !names.get(name).found)) hidden.push([each, name]);
      found[each].set(name, isLater(since, first) && isLater(since, base) ? since : "");
    }
    // Too old for the lists, or private: found all the same by who asks for no version.
    for (const [name, of] of seen.flatMap((names) => [...names]))
      if (of.found && !found[each].has(name)) found[each].set(name, "");
  }
  const where = [...new Set(hidden.map(([, name]) => name))].map((name) => [
    all.filter((each) => hidden.some(([on, of]) => on === each && of === name)).join(" "),
    name,
  ]);
  return { ...table(found), hidden: grouped(where) };
}

/** A version of abilists as people write it. */
const release = ([major, minor, patch]) => [major, minor, ...(patch > 0 ? [patch] : [])].join(".");
