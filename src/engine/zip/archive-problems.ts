/**
 * Collects what is odd about an archive. A flood of one kind must neither fill the memory nor hide the other kinds, so
 * only the first few of each kind are kept; all are counted.
 */
import type { ArchiveProblem, ArchiveProblemKind } from "../../facts/model.ts";
import { limits } from "../limits.ts";

export interface ProblemList {
  readonly problems: readonly ArchiveProblem[];
  readonly problemCount: number;
}

export class ArchiveProblems {
  readonly #kept: ArchiveProblem[] = [];
  readonly #keptOfKind = new Map<ArchiveProblemKind, number>();
  #count = 0;

  add(kind: ArchiveProblemKind, path: string | null, detail: string | null = null): void {
    this.#count += 1;
    const already = this.#keptOfKind.get(kind) ?? 0;
    if (already >= limits.problemsOfAKind) return;
    this.#keptOfKind.set(kind, already + 1);
    this.#kept.push({ kind, path, detail });
  }

  /** Takes over what a worker has collected, with its count of those it did not keep. */
  merge(list: ProblemList): void {
    for (const problem of list.problems) this.add(problem.kind, problem.path, problem.detail);
    this.#count += list.problemCount - list.problems.length;
  }

  list(): ProblemList {
    return { problems: [...this.#kept], problemCount: this.#count };
  }
}
