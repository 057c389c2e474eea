/**
 * Where the wheels of one release differ though they should be alike. Like is compared with like: wheels for one C library, and of
 * several for the same Python and architecture the most portable. An architecture that is missing is no fault; nobody owes one.
 */
import { findingKinds, type FindingId } from "../findings/index.ts";
import { type Sentence, say, tag } from "../sentence.ts";
import { gpuWords, stringAbiWords } from "./code-words.ts";
import { pythonMissing } from "./python-missing.ts";
import type { Difference, Mark, ReleaseFamily, ReleaseRow, RowField } from "./release.ts";
import { findSiblings, where, type Siblings } from "./siblings.ts";
import { claimDifference, versionDifferences } from "./version-differences.ts";

export function findDifferences(
  rows: readonly ReleaseRow[],
  families: readonly ReleaseFamily[],
): Difference[] {
  const sets = families.flatMap((family) => findSiblings(rows, family));
  const found = sets.flatMap((siblings) =>
    [
      ...versionDifferences(siblings),
      ...stringAbiDifference(siblings),
      ...gpuDifference(siblings),
      ...findingDifferences(siblings),
      ...claimDifference(siblings),
      ...pythonMissing(siblings),
    ].map((difference) =>
      sets.length === 1 ? difference : { ...difference, sentence: among(siblings, difference) },
    ),
  );
  return [...found.filter(isWarning), ...found.filter((difference) => !isWarning(difference))];
}

const isWarning = ({ severity }: Difference): boolean => severity === "warning";

/** Which of several sets a sentence is about, where it does not begin with that: “With musl, only on aarch64: …”. */
function among({ libc, variant }: Siblings, { kind, family, sentence }: Difference): Sentence {
  const namesLibc = kind === "claim" || family === "GLIBC";
  if (namesLibc && variant === null) return sentence;
  const [first, ...rest] = sentence;
  // Names such as GPU and GLIBCXX stay as they are.
  const lower =
    typeof first === "string"
      ? [first.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()), ...rest]
      : sentence;
  return say`With ${libc}${variant === null ? "" : say`, variant ${tag(variant)}`}, ${lower}`;
}

/** C++ code for the one ABI does not link with code for the other (libstdc++ manual, “Dual ABI”). */
function stringAbiDifference(siblings: Siblings): Difference[] {
  const groups = byValue(
    siblings.rows.filter(({ stringAbis }) => stringAbis.length > 0),
    ({ stringAbis }) => stringAbiWords(stringAbis),
  );
  if (groups.length < 2) return [];
  const parts = groups.map(({ value, rows }) => say`${value} ${where(rows, siblings)}`);
  const odd = oddOnes(groups);
  return [
    {
      kind: "string-abi",
      severity: "warning",
      sentence: say`The ${tag("std::string")} ABI is not the same: ${joined(parts)}.`,
      family: null,
      finding: null,
      ...marked(odd, "string-abi"),
    },
  ];
}

/** One major of CUDA with another, or GPU code only here: often meant, and always worth knowing. */
function gpuDifference(siblings: Siblings): Difference[] {
  const groups = byValue(siblings.rows, (row) => gpuWords(row) || "none");
  if (groups.length < 2) return [];
  const parts = groups.map(({ value, rows }) => say`${value} ${where(rows, siblings)}`);
  const majors = groups.filter(({ value }) => value.startsWith("CUDA"));
  return [
    {
      kind: "gpu",
      severity: majors.length > 1 ? "warning" : "info",
      sentence: say`GPU libraries are not the same: ${joined(parts)}.`,
      family: null,
      finding: null,
      ...marked(oddOnes(groups), "gpu"),
    },
  ];
}

/** What only some have. Good news is no difference; what fails everywhere is no difference either. */
function findingDifferences(siblings: Siblings): Difference[] {
  const judged = siblings.rows.filter(({ outcome }) => outcome !== "unread");
  const having = new Map<FindingId, { rows: ReleaseRow[]; warns: boolean }>();
  for (const row of judged) {
    for (const { id, severity } of row.findings) {
      if (severity === "good") continue;
      const known = having.get(id);
      if (known === undefined) having.set(id, { rows: [row], warns: severity !== "info" });
      else {
        known.rows.push(row);
        known.warns ||= severity !== "info";
      }
    }
  }
  return [...having]
    .filter(([, { rows }]) => rows.length < judged.length)
    .map(([id, { rows, warns }]) => ({
      kind: "finding",
      severity: warns ? "warning" : "info",
      sentence: say`Only ${where(rows, siblings)}: ${findingKinds[id].title}.`,
      family: null,
      finding: id,
      ...marked(rows, "findings"),
    }));
}

interface ValueGroup {
  readonly value: string;
  readonly rows: readonly ReleaseRow[];
}

/** The rows by a value, the largest group first, then in the order of the rows. */
function byValue(rows: readonly ReleaseRow[], valueOf: (row: ReleaseRow) => string): ValueGroup[] {
  const groups = new Map<string, ReleaseRow[]>();
  for (const row of rows) {
    const value = valueOf(row);
    const known = groups.get(value);
    if (known === undefined) groups.set(value, [row]);
    else known.push(row);
  }
  return [...groups]
    .map(([value, members]) => ({ value, rows: members }))
    .sort((a, b) => b.rows.length - a.rows.length);
}

/** All but the largest group; all where no group is the largest. */
function oddOnes(groups: readonly ValueGroup[]): ReleaseRow[] {
  const [first, second] = groups;
  const even = first?.rows.length === second?.rows.length;
  return (even ? groups : groups.slice(1)).flatMap(({ rows }) => rows);
}

const joined = (parts: readonly Sentence[]): Sentence =>
  parts.reduce<Sentence>((sum, part, index) => (index === 0 ? part : say`${sum}, ${part}`), []);

function marked(rows: readonly ReleaseRow[], field: RowField): { rows: number[]; marks: Mark[] } {
  const indexes = rows.map(({ index }) => index);
  return { rows: indexes, marks: indexes.map((row) => ({ row, field })) };
}
