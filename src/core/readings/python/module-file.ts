/**
 * What the name of an extension module says: for which Python it is (`importlib.machinery.EXTENSION_SUFFIXES`) and which function
 * Python will call (PEP 3121, PEP 489, PEP 793).
 */
import { directoryOf, fileNameOf } from "../../../facts/path.ts";
import type { Architecture } from "../../../facts/model.ts";
import { punycode } from "./punycode.ts";

export interface ModuleFile {
  /** Directory inside the wheel, without a slash at the end. */
  readonly directory: string;
  /** The file name up to its first dot: the module's name. */
  readonly stem: string;
  /** `abi3`, `abi3t`, `cpython-312`, `cpython-313t`, `pypy310-pp73`, `graalpy240-312`; null: a plain `.so`. */
  readonly suffix: string | null;
  /** What follows it, e.g. `x86_64-linux-gnu`; null: nothing. */
  readonly platform: string | null;
}

const CPYTHON = /^(cpython-\d{2,3}[a-z]{0,3})(?:-(.+))?$/;
/** Since Python 3.15 the stable suffixes may name the platform. */
const STABLE = /^(abi3t?)(?:-(.+))?$/;
const PYPY = /^(pypy\d{2,3}-pp\d{2,3})(?:-(.+))?$/;
const GRAALPY = /^(graalpy\d+-\d+)(?:-native)?(?:-(.+))?$/;

/** Null for names that do not end in `.so`: Python imports no other files on Linux. */
export function moduleFile(path: string): ModuleFile | null {
  if (!path.endsWith(".so")) return null;
  const name = fileNameOf(path).slice(0, -".so".length);
  const [stem = ""] = name.split(".", 1);
  const mark = name.slice(name.lastIndexOf(".") + 1);
  const [, suffix = null, platform = null] =
    (mark === name ? null : [STABLE, CPYTHON, PYPY, GRAALPY].map((form) => form.exec(mark)).find(Boolean)) ??
    [];
  return { directory: directoryOf(path), stem, suffix, platform };
}

/** A name that only a library has: what other libraries link, not what Python imports. */
export const isLibraryName = (stem: string): boolean => stem.startsWith("lib");

/** The functions by which Python finds a module of that name, the usual one first. A package's `__init__` has the directory's name. */
export function initNames({ directory, stem }: ModuleFile): readonly string[] {
  const names = stem === "__init__" ? [fileNameOf(directory), stem] : [stem];
  return names.flatMap((name) => {
    const ascii = /^[\0-\x7f]*$/.test(name);
    const end = ascii ? `_${name}` : `U_${punycode(name).replaceAll("-", "_")}`;
    return [`PyInit${end}`, `PyModExport${end}`, `init${name}`, `_cffi_pypyinit_${name}`];
  });
}

/** The processor in `x86_64-linux-gnu`, where its name is one of those that Python's builds use. */
const PROCESSORS: ReadonlyMap<string, readonly Architecture[]> = new Map([
  ["x86_64", ["x86_64"]],
  ["i386", ["i686"]],
  ["i686", ["i686"]],
  ["aarch64", ["aarch64"]],
  ["arm", ["armv7l", "armv6l"]],
  ["powerpc64le", ["ppc64le"]],
  ["ppc64le", ["ppc64le"]],
  ["s390x", ["s390x"]],
  ["riscv64", ["riscv64"]],
  ["loongarch64", ["loongarch64"]],
]);

/** Whether the platform in a file name is that of its contents; true if either is not known well enough. */
export function platformFits(platform: string | null, architecture: Architecture): boolean {
  if (platform === null || architecture.startsWith("machine-")) return true;
  const known = PROCESSORS.get(platform.split("-", 1)[0] ?? "");
  return known === undefined || known.includes(architecture);
}
