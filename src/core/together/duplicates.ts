/** Libraries of which a process should have one: several of a kind, loaded by the imports of a set. */
import { fileNameOf } from "../../facts/path.ts";
import { library, list, say, type Sentence } from "../sentence.ts";
import type { FileAnswer } from "./answer.ts";

export interface Duplicate {
  readonly kind: DuplicateKind;
  /** The paths of the copies that are loaded, and for each the first start that loads it. */
  readonly copies: readonly { readonly path: string; readonly loadedBy: string }[];
}

const KINDS = {
  openmp: /^lib(?:gomp|iomp5|omp)(?:-[0-9a-f]{8,64})?\.so/,
  "libstdc++": /^libstdc\+\+(?:-[0-9a-f]{8,64})?\.so/,
  libgcc_s: /^libgcc_s(?:-[0-9a-f]{8,64})?\.so/,
  openblas: /^lib(?:scipy_)?openblas\w*(?:-[\w.]+)?\.so/,
  protobuf: /^libprotobuf(?:-lite)?(?:-[0-9a-f]{8,64})?\.so/,
  nccl: /^libnccl\.so/,
  "cuda-runtime": /^libcudart(?:-[0-9a-f]{8,64})?\.so/,
} as const;

export type DuplicateKind = keyof typeof KINDS;
export const DUPLICATE_KINDS = Object.keys(KINDS) as readonly DuplicateKind[];

/** What it means that there are several. */
const EFFECTS: Readonly<Record<DuplicateKind, readonly [name: string, effect: string]>> = {
  openmp: [
    "OpenMP",
    "each starts its own threads, and those of Intel and LLVM crash or hang when both are at work",
  ],
  "libstdc++": ["libstdc++", "exceptions and streams may not cross from one to the other"],
  libgcc_s: ["libgcc_s", "exceptions may not cross from one to the other"],
  openblas: ["OpenBLAS", "each starts its own threads, more than there are processors"],
  protobuf: ["protobuf", "messages registered in both end the process"],
  nccl: ["NCCL", "the one loaded first serves both, and may be the older"],
  "cuda-runtime": ["the CUDA runtime", "memory and streams of one are unknown to the other"],
};

export function duplicateWords({ kind, copies }: Duplicate, shown: (path: string) => string): Sentence {
  const [name, effect] = EFFECTS[kind];
  const paths = copies.map(({ path }) => library(shown(path)));
  return say`${copies.length} copies of ${name} in one process, ${list(paths, 4)}: ${effect}.`;
}

/** Copies in the order in which they are loaded. Only modules count: programs are processes of their own. */
export function duplicatesIn(files: readonly FileAnswer[]): Duplicate[] {
  const found = new Map<DuplicateKind, Map<string, string>>();
  for (const { kind, answer, member } of files) {
    if (kind !== "module" || answer.outcome === "fails") continue;
    for (const { library } of answer.tree.loaded) {
      const name = fileNameOf(library.path);
      for (const [of, pattern] of Object.entries(KINDS) as [DuplicateKind, RegExp][]) {
        if (!pattern.test(name)) continue;
        const copies = found.get(of) ?? new Map<string, string>();
        if (!copies.has(library.path)) copies.set(library.path, member.path);
        found.set(of, copies);
      }
    }
  }
  return [...found].flatMap(([kind, copies]) =>
    copies.size < 2 ? [] : [{ kind, copies: [...copies].map(([path, loadedBy]) => ({ path, loadedBy })) }],
  );
}
