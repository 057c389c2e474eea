/**
 * Names: with RTLD_NOW, as Python opens modules, each strong undefined name has to be in the scope, which is the start's tree (and what
 * Python and the C library have). glibc, `elf/dl-lookup.c`; musl, `ldso/dynlink.c`. Which file of the wheel has which name is a fact
 * of the library (`links`), and so are the names that none has; here they are held against one tree.
 */
import { isRuntimeLibrary } from "../../facts/names/runtime-library.ts";
import type { LibraryFacts } from "../../facts/model.ts";
import type { LaterName, LaterNames } from "../knowledge/later-names.ts";
import type { LoadTree } from "./tree.ts";

/** A name that a file asks for and nobody in its tree has. */
export interface Unbound {
  readonly name: string;
  /** The version that goes with it; null: none. */
  readonly version: string | null;
  readonly askedBy: string;
  /** A file of the wheel that has it and is not loaded; null: none has it. */
  readonly ownedBy: string | null;
  /** When the C library of the wheel's kind got it; null: no release has it. */
  readonly later: LaterName | null;
}

export interface Binding {
  readonly unbound: readonly Unbound[];
  /** How many names there are in all; the facts list only some of them. */
  readonly count: number;
}

/** What is known of names outside of the wheel. */
export interface NamesKnown {
  readonly laterNames: LaterNames;
}

const NOTHING: Binding = { unbound: [], count: 0 };

/** What stays unbound when a tree is loaded. Of a name that a library from elsewhere may bring nothing is said. */
export function bind(
  { loaded, unfound, cutOff }: LoadTree,
  libraries: readonly LibraryFacts[],
  { laterNames }: NamesKnown,
): Binding {
  if (cutOff) return NOTHING;
  const outside = unfound.map(({ needed }) => needed);
  const strangers = outside.filter((needed) => !isRuntimeLibrary(needed));
  const mayCome = (name: string): boolean =>
    comesWith(outside, name) || strangers.some((needed) => mayBring(needed, name));
  const isLoaded = new Set(loaded.map(({ library }) => library));
  const unbound: Unbound[] = [];
  let count = 0;
  for (const { library } of loaded) {
    const { path, elf, links } = library;
    if (links === null) continue;
    const { owners, unowned } = links;
    const libc = elf?.libc === "musl" ? "musl" : "glibc";
    for (const set of owners) {
      const [first] = set.in;
      const isBound = set.in.some((place) => {
        const owner = libraries[place];
        return owner !== undefined && isLoaded.has(owner);
      });
      if (first === undefined || isBound || mayCome(set.name)) continue;
      count += 1;
      const ownedBy = libraries[first]?.path ?? null;
      unbound.push({ name: set.name, version: null, askedBy: path, ownedBy, later: null });
    }
    const left = unowned.names.filter((name) => !mayCome(name));
    // Those that are not listed are taken to be of the same kind.
    count += left.length === 0 ? 0 : left.length + unowned.count - unowned.names.length;
    for (const text of left) {
      const [name = "", version = null] = text.split("@");
      const later = version === null ? (laterNames[libc].get(name) ?? null) : null;
      unbound.push({ name, version, askedBy: path, ownedBy: null, later });
    }
  }
  return { unbound, count };
}

/** Names of the compiler's libraries, which are asked for without a version by files that were not linked with them. */
const OF_RUNTIME: readonly (readonly [needed: RegExp, name: RegExp])[] = [
  [
    /^libstdc\+\+\.so/,
    /^(?:_Z(?:GV|T[ISTV])?(?:N[VK]*)?(?:S[abdisot]|9__gnu_cxx|10__cxxabiv1)|_Z[nd][wal]|_ZT[ISV]P?K?[a-z]|__(?:cxa|gxx)_|__dynamic_cast$)/,
  ],
  [
    /^libgcc_s\.so/,
    /^(?:_Unwind_|__(?:de)?register_frame|__gcc_|__[a-z]+(?:[sdxtq][fi]|[bht]f)\d?$|__emutls_)/,
  ],
  [/^libatomic\.so/, /^(?:__atomic_|__sync_|atomic_flag_)/],
];

/** C++ names of these namespaces come from the framework's own libraries, and from nobody else. */
const FRAMEWORKS: readonly (readonly [name: RegExp, libraries: RegExp])[] = [
  [/^_Z(?:T[ISVT])?N[VKRO]*(?:2at|3c10|5torch|6caffe2)\d/, /^lib(?:torch|c10|shm|caffe2)/],
  [/^_Z(?:T[ISVT])?N[VKRO]*10tensorflow\d/, /^libtensorflow/],
  [/^_Z(?:T[ISVT])?N[VKRO]*5arrow\d/, /^lib(?:arrow|parquet|gandiva)/],
];

/** Whether a library that nobody has read may have a name. */
function mayBring(needed: string, name: string): boolean {
  const framework = FRAMEWORKS.find(([names]) => names.test(name));
  return framework === undefined || framework[1].test(needed);
}

function comesWith(outside: readonly string[], name: string): boolean {
  return OF_RUNTIME.some(
    ([library, names]) => names.test(name) && outside.some((needed) => library.test(needed)),
  );
}
