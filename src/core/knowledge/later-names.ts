/** When a C library got its names: only what not all releases in use have. */
import type { Architecture } from "../../facts/model.ts";
import { compareNumbers } from "../../facts/names/version-name.ts";

/** A name that not every release finds. */
export interface LaterName {
  readonly libc: "glibc" | "musl";
  /** The release that brought it; null: the oldest in use has it. */
  readonly since: readonly number[] | null;
  /** Releases in between that do not find it, on some architectures or (`on` null) on all; null: there are none. */
  readonly gap: {
    readonly releases: readonly (readonly number[])[];
    readonly on: ReadonlySet<string> | null;
  } | null;
}

export type LaterNames = Readonly<Record<"glibc" | "musl", ReadonlyMap<string, LaterName>>>;

/** Whether a release of the C library finds the name; of one that is known by its first numbers only, the last is meant. */
export function finds(
  { since, gap }: LaterName,
  release: readonly number[],
  architecture: Architecture,
): boolean {
  if (since !== null && compareNumbers(release, since.slice(0, release.length)) < 0) return false;
  if (gap === null || gap.on?.has(architecture) === false) return true;
  return gap.releases.every((each) => compareNumbers(each, release) !== 0);
}

/** "which musl has since 1.2.5", "which musl 1.2.4 and 1.2.5 do not find". */
export function laterWords({ libc, since, gap }: LaterName): string {
  return since === null && gap !== null
    ? `which ${libc} ${listed(gap.releases)} do not find`
    : `which ${libc} has since ${(since ?? []).join(".")}`;
}

/** "in musl since 1.2.5", "not found by musl 1.2.4 and 1.2.5". */
export function laterNote({ libc, since, gap }: LaterName): string {
  return since === null && gap !== null
    ? `not found by ${libc} ${listed(gap.releases)}`
    : `in ${libc} since ${(since ?? []).join(".")}`;
}

const listed = (releases: readonly (readonly number[])[]): string => {
  const texts = releases.map((release) => release.join("."));
  return texts.length < 3
    ? texts.join(" and ")
    : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1) ?? ""}`;
};
