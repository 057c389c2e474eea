/** Which names the C library of every system has, as far as a reference without a version finds them. */
import type { Architecture } from "../model.ts";

/** `always`: every release in use has it. `later`: a release brought it, or some do not find it. `never`: no release has it there. */
export type NameAge = "always" | "later" | "never";

/** Names that need not be looked for in a wheel (the lists: src/data/libc-names). */
export interface CommonNames {
  ageOf(name: string, libc: "glibc" | "musl", architecture: Architecture): NameAge;
}

/** One C library. Texts hold names, or architectures, with a space between; keys of records are such architectures. */
export interface NameLists {
  readonly always: string;
  readonly later: string;
  /** Names that only some architectures have. */
  readonly onlyOn: Readonly<Record<string, string>>;
  /** Names that are there for old programs only: with its version such a name is found, without one it is not. */
  readonly hidden: Readonly<Record<string, string>>;
}

/** Plain data, so that one thread can send it to another. */
export type CommonNameLists = Readonly<Record<"glibc" | "musl", NameLists>>;

const words = (text: string): string[] => text.split(" ").filter((word) => word !== "");

function byName(lists: Readonly<Record<string, string>>): Map<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(lists).flatMap(([architectures, names]) => {
      const shared = new Set(words(architectures));
      return words(names).map((name) => [name, shared] as const);
    }),
  );
}

/** The architectures that the lists are about: of others nothing is known, and a name counts as there. */
const LISTED: readonly Architecture[] = [
  "x86_64",
  "i686",
  "aarch64",
  "armv7l",
  "armv6l",
  "ppc64le",
  "riscv64",
  "s390x",
  "loongarch64",
];

function unfold({ always, later, onlyOn, hidden }: NameLists) {
  return {
    always: new Set(words(always)),
    later: new Set(words(later)),
    onlyOn: byName(onlyOn),
    hidden: byName(hidden),
  };
}

/** The lists, ready to be asked. */
export function commonNamesOf(lists: CommonNameLists): CommonNames {
  const names = { glibc: unfold(lists.glibc), musl: unfold(lists.musl) };
  return {
    ageOf(name, libc, architecture) {
      const { always, later, onlyOn, hidden } = names[libc];
      if (LISTED.includes(architecture) && onlyOn.get(name)?.has(architecture) === false) return "never";
      if (hidden.get(name)?.has(architecture) === true) return "never";
      if (later.has(name)) return "later";
      return always.has(name) ? "always" : "never";
    },
  };
}
