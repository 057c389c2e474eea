/** What a system refuses to load, whatever versions it has. */
import type { Architecture, ElfFacts } from "../../facts/model.ts";
import type { LaterName } from "../knowledge/later-names.ts";
import type { KnownSystem } from "../knowledge/systems.ts";
import { compareNumbers } from "../../facts/names/version-name.ts";

/** A system as the loader is concerned. */
export interface Host {
  readonly libc: "glibc" | "musl";
  readonly release: readonly number[];
  /** Bytes of a page of its usual kernel. */
  readonly pageSize: number;
}

/** What kernels of an architecture mostly have (kernel configurations of the distributions); 4 KiB where nothing is said. */
const USUAL_PAGES: Partial<Readonly<Record<Architecture, number>>> = { ppc64le: 65_536, loongarch64: 16_384 };

/** The host that a system is on an architecture. */
export const hostOf = (
  { libc, release, pages }: Pick<KnownSystem, "libc" | "release" | "pages">,
  architecture: Architecture,
): Host => ({
  libc,
  release,
  pageSize: pages.get(architecture) ?? USUAL_PAGES[architecture] ?? 4_096,
});

/** glibc takes a file without the header for one that wants an executable stack here (`DEFAULT_STACK_PERMS` in each `stackinfo.h`). */
const EXECUTABLE_BY_DEFAULT: readonly Architecture[] = ["x86_64", "i686", "armv7l", "armv6l", "s390x"];

/**
 * `PT_GNU_STACK` with the executable flag, or no such header where that means the same. A program without a dynamic section is not
 * loaded by glibc; only the explicit mark counts there, and for musl.
 */
export function wantsExecutableStack(elf: ElfFacts, musl: boolean): boolean {
  if (elf.executableStack !== null) return elf.executableStack;
  return (
    !musl &&
    elf.role !== "executable" &&
    elf.libc !== "none" &&
    EXECUTABLE_BY_DEFAULT.includes(elf.architecture)
  );
}

/** From this release on glibc no longer makes the stack executable for a library that is loaded later (its NEWS for 2.41). */
const NO_LATE_STACK = [2, 41] as const;
/** Up to this release glibc wants `p_align` itself to be a multiple of the page (bug 28688, fixed in 2.35). */
const STRICT_ALIGNMENT_UNTIL = [2, 35] as const;

/**
 * Bytes. glibc keeps 1,664 for libraries that are opened later, and a little more by chance (`elf/dl-tls.c`, `_dl_tls_static_surplus_init`);
 * what is above this never fits. Whether less does depends on what is loaded besides.
 */
const MOST_STATIC_TLS = 2_048;

export type Refusal =
  | { readonly kind: "executable-stack" }
  /** `limit`: the largest page with which it can be mapped, in bytes. */
  | { readonly kind: "page-alignment"; readonly limit: number; readonly pageSize: number }
  /** Thread-local storage that has to be there from the start, in bytes: more than is kept for libraries that come later. */
  | { readonly kind: "static-tls"; readonly size: number }
  /** The C library has the name in other releases. */
  | { readonly kind: "name-too-new"; readonly name: string; readonly later: LaterName };

/** Why the host does not load a file that is not the program itself; null: it does. */
export function refusalOf(elf: ElfFacts, host: Host): Refusal | null {
  const glibc = host.libc === "glibc";
  if (glibc && compareNumbers(host.release, NO_LATE_STACK) >= 0 && wantsExecutableStack(elf, false))
    return { kind: "executable-stack" };
  if (glibc && elf.staticTls && elf.tlsSize > MOST_STATIC_TLS)
    return { kind: "static-tls", size: elf.tlsSize };
  const limit = pageLimit(elf, host);
  return limit !== null && limit < host.pageSize
    ? { kind: "page-alignment", limit, pageSize: host.pageSize }
    : null;
}

/** The largest page with which all segments can be mapped; null: any. */
function pageLimit(
  { loadAlignment, smallestLoadAlignment, loadCongruence }: ElfFacts,
  host: Host,
): number | null {
  // Nothing is loaded.
  if (loadAlignment === 0) return null;
  const limits = loadCongruence === 0 ? [] : [loadCongruence];
  if (host.libc === "glibc" && compareNumbers(host.release, STRICT_ALIGNMENT_UNTIL) < 0)
    limits.push(smallestLoadAlignment);
  return limits.length === 0 ? null : Math.min(...limits);
}
