/**
 * More than one OpenMP runtime in one wheel. Each starts its own threads; LLVM's and Intel's crash or hang when both are at work
 * (threadpoolctl, "Using more than one OpenMP runtime in the same Python program").
 */
import { type CheckContext, judgedLibraries } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { fileNameOf } from "../../../facts/path.ts";
import { distinct } from "../../order.ts";
import { code, library, list, say } from "../../sentence.ts";
import type { Check } from "../forms.ts";

type Maker = "GNU" | "Intel" | "LLVM";

/** auditwheel puts a hash behind the name. Not libomptarget, libiompstubs5 and the like. */
const RUNTIME = /^lib(gomp|iomp5|omp)(?:-[0-9a-f]{8,64})?\.so(?:\.|$)/;
const MAKERS: ReadonlyMap<string, Maker> = new Map([
  ["gomp", "GNU"],
  ["iomp5", "Intel"],
  ["omp", "LLVM"],
]);

/** One runtime as the loader tells them apart: by name. */
interface Runtime {
  readonly maker: Maker;
  /** Soname of a copy in the wheel, or the name by which one from outside is needed. */
  readonly name: string;
  /** Paths: the copies, and who needs it from outside. */
  readonly copies: string[];
  readonly users: string[];
}

export const check: Check = (context) => {
  const runtimes = [...runtimesOf(context).values()];
  if (runtimes.length < 2) return null;
  const makers = distinct(runtimes.map(({ maker }) => maker));
  const clash = makers.includes("Intel") && makers.includes("LLVM");
  const effect = clash
    ? "those of Intel and LLVM crash or hang when both are at work in one process"
    : "each starts its own threads, and together they are more than there are processors";
  return {
    sentence: say`The wheel works with ${runtimes.length} OpenMP runtimes, ${list(runtimes.map(({ name }) => library(name)))}: ${effect}.`,
    advice: [
      say`Build all parts with one compiler’s OpenMP, and bundle one copy: run ${code("auditwheel repair")} once over the finished wheel, not on parts of it.`,
      say`Where a part came from elsewhere (a BLAS, say), take a build of it that uses the same runtime or plain threads.`,
    ],
    libraries: runtimes.flatMap(({ copies, users }) => (copies.length > 0 ? copies : users)),
    evidence: runtimes.flatMap(({ copies, users, name, maker }): Evidence[] =>
      copies.length > 0
        ? copies.map((path) => ({ in: path, note: `OpenMP of ${maker}` }))
        : users.map((path) => ({ in: path, from: name, note: `OpenMP of ${maker}, from outside the wheel` })),
    ),
  };
};

function runtimesOf(context: CheckContext): ReadonlyMap<string, Runtime> {
  const runtimes = new Map<string, Runtime>();
  const runtime = (name: string): Runtime | null => {
    const maker = MAKERS.get(RUNTIME.exec(name)?.[1] ?? "");
    if (maker === undefined) return null;
    const known = runtimes.get(name) ?? { maker, name, copies: [], users: [] };
    runtimes.set(name, known);
    return known;
  };
  const libraries = judgedLibraries(context).filter(({ elf }) => elf.role !== "relocatable-object");
  for (const { path, elf } of libraries) {
    if (RUNTIME.test(fileNameOf(path))) runtime(runtimeName(elf.soname, path))?.copies.push(path);
  }
  for (const { path } of libraries) {
    for (const { needed, kind } of context.linkage.get(path) ?? []) {
      if (kind !== "in-wheel" && kind !== "in-wheel-unreachable") runtime(needed)?.users.push(path);
    }
  }
  return runtimes;
}

/** Two copies with one soname are loaded once. A soname of another kind (an alias) does not hide the file's name. */
function runtimeName(soname: string | null, path: string): string {
  return soname !== null && RUNTIME.test(soname) ? soname : fileNameOf(path);
}
