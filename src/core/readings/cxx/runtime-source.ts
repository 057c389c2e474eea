/** Where a library's C++ runtime comes from: the system, the wheel, or its own code. */
import type { CxxFacts } from "../../../facts/code-facts.ts";
import type { ElfFacts } from "../../../facts/model.ts";
import type { CxxRuntime } from "../readings.ts";
import type { Evidence } from "../../evidence.ts";
import type { Linkage } from "../../linkage/kinds.ts";

/** auditwheel puts a hash into the names of grafted libraries: `libstdc++-a1b2c3d4.so.6.0.25`. */
const LIBSTDCXX = /^libstdc\+\+(?:-[0-9a-f]+)?\.so/;
const LIBCXX = /^libc\+\+(?:abi)?(?:_shared)?(?:-[0-9a-f]+)?\.so/;

/** libstdc++ itself has both forms of everything, on purpose. */
export function isRuntimeItself(elf: ElfFacts): "libstdc++" | "libc++" | null {
  const name = elf.soname ?? "";
  if (LIBSTDCXX.test(name) || elf.versionDefinitions.includes("GLIBCXX_3.4")) return "libstdc++";
  return LIBCXX.test(name) ? "libc++" : null;
}

/**
 * Whether the library has a C++ runtime linked in and offers it to others. One that still asks others for names of `std` has only the
 * parts that were missing there.
 */
export function exportsRuntime(elf: ElfFacts, cxx: CxxFacts): boolean {
  if (isRuntimeItself(elf) !== null || elf.needed.some((name) => LIBSTDCXX.test(name) || LIBCXX.test(name)))
    return false;
  return cxx.runtime.staticMarks.count > 0 && !asksForRuntime(cxx);
}

/** `copies`: libraries of the wheel that have a runtime linked in and export it. */
export function runtimeSource(
  elf: ElfFacts,
  cxx: CxxFacts,
  linkage: readonly Linkage[],
  copies: ReadonlySet<string>,
): CxxRuntime {
  const needs = elf.needed.find((name) => LIBSTDCXX.test(name));
  const needsLibcxx = elf.needed.find((name) => LIBCXX.test(name));
  if (needs !== undefined) return ofLibstdcxx(needs, cxx, linkage);
  if (needsLibcxx !== undefined) {
    const path = inWheel(needsLibcxx, linkage);
    return {
      kind: "libc++",
      path,
      evidence: [{ ...(path === null ? {} : { in: path }), note: `needs ${needsLibcxx}` }],
    };
  }
  const { runtime, fromOthers, own } = cxx;
  const foreign = runtime.libcxx + own.libcxx.count + fromOthers.libcxx.count;
  if (foreign > 0 && foreign >= runtime.new + runtime.old) {
    return {
      kind: "libc++",
      path: null,
      evidence: [
        ...marks(runtime.staticMarks.symbols, "defined here"),
        ...marks([...own.libcxx.symbols, ...fromOthers.libcxx.symbols].slice(0, 3), "a name of libc++"),
        { note: "no libc++.so.1 is needed, so it is linked in or comes with another library" },
      ],
    };
  }
  const copy = linkage.find((link) => link.kind === "in-wheel" && copies.has(link.path));
  if (copy?.kind === "in-wheel" && asksForRuntime(cxx)) {
    return {
      kind: "bundled",
      path: copy.path,
      evidence: [{ in: copy.path, note: "has the C++ runtime linked in and exports it" }],
    };
  }
  if (runtime.staticMarks.count > 0) {
    return {
      kind: "static",
      path: null,
      evidence: [
        ...marks(runtime.staticMarks.symbols, "only the runtime itself defines it"),
        {
          note: `${String(runtime.count)} names of the C++ runtime are defined here, and libstdc++.so.6 is not needed`,
        },
      ],
    };
  }
  return { kind: "none", path: null, evidence: [] };
}

/**
 * `libstdc++_nonshared.a` leaves 213 or more names of its std::string in the libraries that it leaves any in. Without an import of the
 * new std::string they are not the library's own templates.
 */
const NONSHARED_LEAST = 100;

/** Definitions that came from `libstdc++_nonshared.a`; 0 if they are likelier the library's own templates. */
export function nonsharedNames({ runtime, fromRuntime }: CxxFacts): number {
  return fromRuntime.new.count === 0 && runtime.nonshared >= NONSHARED_LEAST ? runtime.nonshared : 0;
}

function ofLibstdcxx(needs: string, cxx: CxxFacts, linkage: readonly Linkage[]): CxxRuntime {
  const path = inWheel(needs, linkage);
  if (path !== null) return { kind: "bundled", path, evidence: [{ in: path, note: `needs ${needs}` }] };
  const { hybridMarks } = cxx.runtime;
  const nonshared = nonsharedNames(cxx);
  if (hybridMarks.count === 0 && nonshared === 0) {
    return { kind: "system", path: null, evidence: [{ note: `needs ${needs}` }] };
  }
  return {
    kind: "hybrid",
    path: null,
    evidence: [
      { note: `needs ${needs}` },
      ...marks(hybridMarks.symbols, "defined here all the same"),
      ...(nonshared === 0
        ? []
        : [{ note: `${String(nonshared)} definitions as in libstdc++_nonshared.a of Red Hat's toolsets` }]),
    ],
  };
}

function inWheel(needed: string, linkage: readonly Linkage[]): string | null {
  const link = linkage.find((each) => each.needed === needed);
  return link?.kind === "in-wheel" || link?.kind === "in-wheel-unreachable" ? link.path : null;
}

/** Names of `std` among what it needs from other libraries. */
function asksForRuntime({ fromOthers: { new: fresh, old } }: CxxFacts): boolean {
  return [...fresh.symbols, ...old.symbols].some((name) => /^_ZN?K?S[tsbaiod]/.test(name));
}

function marks(symbols: readonly string[], note: string): Evidence[] {
  return symbols.slice(0, 5).map((symbol) => ({ symbol, note }));
}
