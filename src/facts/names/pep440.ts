/**
 * Versions and their order as PEP 440 defines them (the specification "Version specifiers" of
 * packaging.python.org), with the answers that `packaging.specifiers.Specifier.contains(…, prereleases=True)`
 * gives.
 */

/** PEP 440, appendix B, in the permissive spelling that `packaging.version.Version` accepts. */
export const VERSION = new RegExp(
  "^\\s*v?(?:(?<epoch>[0-9]+)!)?(?<release>[0-9]+(?:\\.[0-9]+)*)" +
    "(?:[._-]?(?<phase>alpha|a|beta|b|preview|pre|c|rc)[._-]?(?<pre>[0-9]*))?" +
    "(?:-(?<implicit>[0-9]+)|(?<post>[._-]?(?:post|rev|r)[._-]?(?<postNumber>[0-9]*)))?" +
    "(?<dev>[._-]?dev[._-]?(?<devNumber>[0-9]*))?" +
    "(?:\\+(?<local>[a-z0-9]+(?:[._-][a-z0-9]+)*))?\\s*$",
  "i",
);

export type VersionOperator = "===" | "==" | "!=" | "~=" | "<=" | ">=" | "<" | ">";

/** Numbers are JavaScript's, so that those above 2^53 compare only roughly. */
interface Version {
  readonly epoch: number;
  readonly release: readonly number[];
  /** `a`, `b` or `rc`, and its number; null: no pre-release. */
  readonly pre: readonly [phase: string, number: number] | null;
  readonly post: number | null;
  readonly dev: number | null;
  /** Letters and digits after `+`, part by part, as they are compared; empty: none. */
  readonly local: readonly (number | string)[];
  /** The rest, as it is compared part by part. */
  readonly order: readonly (number | string)[];
}

/** What is longer is nobody's version. */
const LONGEST = 200;

/** A wheel's markers compare the same few dozen versions over and over. */
const answers = new Map<string, Version | null>();
const ANSWER_LIMIT = 2000;

function parseVersion(text: string): Version | null {
  if (text.length > LONGEST) return null;
  let answer = answers.get(text);
  if (answer === undefined) {
    answer = takeApart(text);
    if (answers.size >= ANSWER_LIMIT) answers.clear();
    answers.set(text, answer);
  }
  return answer;
}

function takeApart(text: string): Version | null {
  const groups = VERSION.exec(text)?.groups;
  if (groups === undefined) return null;
  const { epoch = "0", release = "", phase, pre, implicit, post, postNumber, dev, devNumber, local } = groups;
  const [letter = ""] = phase?.toLowerCase() ?? "";
  const parts: Omit<Version, "order"> = {
    epoch: Number(epoch),
    release: release.split(".").map(Number),
    pre: phase === undefined ? null : [letter === "a" || letter === "b" ? letter : "rc", Number(pre)],
    post: implicit === undefined && post === undefined ? null : Number(implicit ?? postNumber),
    dev: dev === undefined ? null : Number(devNumber),
    local: localOrder(local?.toLowerCase().split(/[._-]/) ?? []),
  };
  return { ...parts, order: orderOf(parts) };
}

/**
 * Whether versions fulfil `operator wanted`, such as `>=` and `3.8`, or `==` and `3.*`. The function that
 * comes back is false for what is no version, but for `===`, which compares letters. Null: `wanted` is not
 * what the operator takes.
 */
export function versionTest(
  operator: VersionOperator,
  wanted: string,
): ((version: string) => boolean) | null {
  const text = wanted.trim();
  if (operator === "===")
    return text === "" || /[\s;)]/.test(text)
      ? null
      : (version) => version.toLowerCase() === text.toLowerCase();
  const prefixed = text.endsWith(".*");
  const limit = parseVersion(prefixed ? text.slice(0, -2) : text);
  if (limit === null || !takes(operator, limit, prefixed)) return null;
  return (version) => {
    const parsed = parseVersion(version);
    return parsed !== null && fulfils(parsed, operator, limit, prefixed);
  };
}

function takes(operator: VersionOperator, limit: Version, prefixed: boolean): boolean {
  if (operator === "==" || operator === "!=")
    return !prefixed || (limit.pre === null && limit.post === null && limit.dev === null && !hasLocal(limit));
  return !prefixed && !hasLocal(limit) && (operator !== "~=" || limit.release.length > 1);
}

const hasLocal = ({ local }: Version): boolean => local.length > 0;
const isPrerelease = ({ pre, dev }: Version): boolean => pre !== null || dev !== null;

function fulfils(version: Version, operator: VersionOperator, limit: Version, prefixed: boolean): boolean {
  const publicly = compareLists(version.order, limit.order);
  const equal = (): boolean =>
    prefixed
      ? startsWith(version, limit, limit.release.length)
      : publicly === 0 && (!hasLocal(limit) || compareLists(version.local, limit.local) === 0);
  switch (operator) {
    case "==":
    case "===":
      return equal();
    case "!=":
      return !equal();
    case "~=":
      return publicly >= 0 && startsWith(version, limit, limit.release.length - 1);
    case "<=":
      return publicly <= 0;
    case ">=":
      return publicly >= 0;
    case "<":
      // 3.11.0rc1 is before 3.11.0, but not wanted by whoever writes `<3.11`.
      return publicly < 0 && (isPrerelease(limit) || !isPrerelease(version) || !sameBase(version, limit));
    case ">":
      return publicly > 0 && (limit.post !== null || version.post === null || !sameBase(version, limit));
  }
}

const sameBase = (a: Version, b: Version): boolean =>
  a.epoch === b.epoch && compareLists(trimmed(a.release), trimmed(b.release)) === 0;

const startsWith = (version: Version, { epoch, release }: Version, length: number): boolean =>
  version.epoch === epoch &&
  release.slice(0, length).every((part, index) => part === (version.release[index] ?? 0));

/** Epoch, release without zeros at its end, pre-release, post-release, development release. */
function orderOf({ epoch, release, pre, post, dev }: Omit<Version, "order">): readonly (number | string)[] {
  // A development release comes before its pre-releases, these before the release.
  const phase = pre?.[0] ?? (post === null && dev !== null ? " " : "~");
  return [epoch, ...trimmed(release), -1, phase, pre?.[1] ?? 0, post ?? -1, dev ?? Infinity];
}

/** Letters come before numbers. */
const localOrder = (parts: readonly string[]): readonly (number | string)[] =>
  parts.flatMap((part) => (/^\d+$/.test(part) ? [1, Number(part)] : [0, part]));

function trimmed(release: readonly number[]): readonly number[] {
  return release.slice(0, release.findLastIndex((part) => part !== 0) + 1);
}

/** Negative, zero or positive, as for `sort`. */
function compareLists(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.length - b.length;
}
