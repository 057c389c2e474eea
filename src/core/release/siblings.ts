/** Which wheels of a release should be alike, and how a sentence names some of them. */
import { type Sentence, type SentencePart, list, say, tag } from "../sentence.ts";
import { compareReleases, extreme, releaseOf } from "./policy-names.ts";
import type { ReleaseFamily, ReleaseRow } from "./release.ts";

/** Wheels to compare: one C library, one variant label, and of several for the same Python and architecture the most portable. */
export interface Siblings {
  readonly libc: ReleaseFamily["libc"];
  readonly variant: string | null;
  /** In the order of the rows; at least two. */
  readonly rows: readonly ReleaseRow[];
  /** Architecture → the oldest release that a policy for it names, e.g. `2.31` for riscv64: nothing can need less. */
  readonly oldest: ReadonlyMap<string, string>;
}

export function findSiblings(
  rows: readonly ReleaseRow[],
  { libc, columns, policies }: ReleaseFamily,
): Siblings[] {
  const members = new Set(columns.flatMap((column) => column.rows));
  const oldest = new Map<string, string>();
  columns.forEach(({ architecture }, position) => {
    const first = policies.find(({ cells }) => cells[position]?.state !== "undefined");
    const release = first === undefined ? null : releaseOf(`${first.policy}_${architecture}`);
    if (release !== null) oldest.set(architecture, release);
  });
  const byVariant = new Map<string | null, ReleaseRow[]>();
  for (const row of rows) {
    if (!members.has(row.index)) continue;
    const known = byVariant.get(row.variant);
    if (known === undefined) byVariant.set(row.variant, [row]);
    else known.push(row);
  }
  return [...byVariant]
    .map(([variant, all]) => ({ libc, variant, rows: onePerCell(all), oldest }))
    .filter((siblings) => siblings.rows.length > 1);
}

/** Some projects publish a wheel for old systems and one for newer ones; the second is meant to need more. */
function onePerCell(rows: readonly ReleaseRow[]): ReleaseRow[] {
  const cells = new Map<string, ReleaseRow>();
  for (const row of rows) {
    const key = `${row.architecture ?? ""} ${row.python}`;
    const known = cells.get(key);
    if (known === undefined || portability(row, known) < 0) cells.set(key, row);
  }
  return rows.filter((row) => cells.get(`${row.architecture ?? ""} ${row.python}`) === row);
}

function portability(a: ReleaseRow, b: ReleaseRow): number {
  return compareReleases(claimedRelease(a) ?? "9999", claimedRelease(b) ?? "9999");
}

/** The oldest release of the C library that the file name promises to do with; null: it promises nothing. */
export const claimedRelease = ({ platformTags }: ReleaseRow): string | null =>
  extreme(
    platformTags.flatMap((each) => releaseOf(each) ?? []),
    "oldest",
  );

/**
 * Some of the siblings in words that follow a verb: “on aarch64”, “for cp313”, “for cp313 on aarch64 and cp312 on x86_64”. Whole
 * architectures are named as such, then whole Pythons.
 */
export function where(some: readonly ReleaseRow[], { rows }: Siblings): Sentence {
  const architectures = wholes(some, rows, ({ architecture }) => architecture ?? "");
  if (architectures !== null) return say`on ${list(architectures, 4)}`;
  const pythons = wholes(some, rows, ({ python }) => python);
  if (pythons !== null) return say`for ${list(pythons.map(tag), 4)}`;
  const names = some.map(({ python, architecture }) => say`${tag(python)} on ${architecture ?? "?"}`);
  return say`for ${listed(names, 3)}`;
}

/** The values that `some` have, where no other of `all` has any of them; null if one is shared. */
function wholes(
  some: readonly ReleaseRow[],
  all: readonly ReleaseRow[],
  value: (row: ReleaseRow) => string,
): string[] | null {
  const chosen = new Set(some);
  const values = new Set(some.map(value));
  const whole = all.every((row) => chosen.has(row) || !values.has(value(row)));
  return whole ? [...values] : null;
}

/** As `list`, for items of several parts. */
export function listed(items: readonly Sentence[], limit: number): Sentence {
  const shown = items.length > limit ? items.slice(0, limit - 1) : items;
  const all =
    items.length > shown.length ? [...shown, [`${String(items.length - shown.length)} more`]] : shown;
  return all.reduce<Sentence>((sum, item, index) => {
    const between: SentencePart = index === 0 ? "" : index === all.length - 1 ? " and " : ", ";
    return say`${sum}${between}${item}`;
  }, []);
}
