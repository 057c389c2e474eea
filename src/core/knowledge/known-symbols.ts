/**
 * Symbols that often raise the floor of a wheel, and why. The linker records the *default* version of a symbol in the
 * glibc it links against, so an old function can ask for a new version. Versions are those of x86_64; most other
 * architectures have the same.
 */
import { KNOWN_SYMBOL_GROUPS } from "./known-symbol-groups.ts";

export interface KnownSymbol {
  /** One clause that completes "`pthread_create` asks for GLIBC_2.34: …". */
  readonly cause: string;
  /** One sentence on how to avoid it, beyond building on an older system; null if there is nothing else. */
  readonly remedy: string | null;
}

/** One version of a symbol. */
export interface KnownVersion extends KnownSymbol {
  /** `GLIBC_2.34`. */
  readonly version: string;
}

const byName = new Map<string, KnownVersion[]>();
for (const { version, names, cause, remedy = null } of KNOWN_SYMBOL_GROUPS) {
  for (const name of names) {
    const versions = byName.get(name) ?? [];
    byName.set(name, versions);
    versions.push({ version, cause, remedy });
  }
}

const readable = new Map(
  KNOWN_SYMBOL_GROUPS.flatMap(({ names, reads }) =>
    reads === undefined ? [] : names.map((name) => [name, reads] as const),
  ),
);

/** Why this symbol asks for this version; null if we have nothing to say. */
export function knownSymbol(name: string, version: string): KnownSymbol | null {
  return knownVersions(name).find((each) => each.version === version) ?? null;
}

/** What is known of a symbol whose version is not: an "undefined symbol" in an error. Empty if we have nothing to say. */
export function knownVersions(name: string): readonly KnownVersion[] {
  return byName.get(name) ?? [];
}

/** Longer mangled names say nothing to a reader of a sentence; the evidence has them in full. */
const MANGLED_LIMIT = 40;

/** The symbol as a sentence can name it; null for a long mangled name that we have no words for. */
export function readableSymbol(name: string): string | null {
  const known = readable.get(name);
  if (known !== undefined) return known;
  return name.startsWith("_Z") && name.length > MANGLED_LIMIT ? null : name;
}
