/** Names that musl got after 1.1.24, by release (README.md says from what). Those before stand in libc-names.json. */
const SINCE: Readonly<Record<string, string>> = {
  "1.2.2": "_Fork gettid reallocarray",
  "1.2.3": "pthread_getname_np qsort_r",
  "1.2.5": "preadv2 pwritev2 statx",
};

export const muslSince: ReadonlyMap<string, readonly number[]> = new Map(
  Object.entries(SINCE).flatMap(([release, names]) =>
    names.split(" ").map((name) => [name, release.split(".").map(Number)] as const),
  ),
);
