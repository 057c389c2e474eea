/** What is said of a name that nobody has. */
import { readableSymbol } from "../knowledge/known-symbols.ts";
import { library, say, symbol, version, type Sentence } from "../sentence.ts";
import type { Unbound } from "./names.ts";

/** "pkg/_x.so asks for run, which no library that it loads has" */
export function unboundWords(unbound: Unbound): Sentence {
  const { askedBy, ownedBy } = unbound;
  return ownedBy === null
    ? say`${library(askedBy)} asks for ${nameOf(unbound)}, which neither the wheel nor Python nor the C library has`
    : say`${library(askedBy)} asks for ${nameOf(unbound)}, which ${library(ownedBy)} has, and it is not loaded with it`;
}

/** `run` or `run` of version `LIBX_2`. */
export function nameOf({ name, version: of }: Unbound): Sentence {
  const readable = symbol(readableSymbol(name) ?? name);
  return of === null ? [readable] : say`${readable} of version ${version(of)}`;
}

/** What the loader says (glibc, `elf/dl-lookup.c`; musl, `ldso/dynlink.c`), without the path of the file. */
export function loaderMessage(
  { name, version: of, askedBy }: Pick<Unbound, "name" | "version" | "askedBy">,
  musl: boolean,
): string {
  if (musl) return `Error relocating ${askedBy}: ${name}: symbol not found`;
  return of === null ? `undefined symbol: ${name}` : `undefined symbol: ${name}, version ${of}`;
}
