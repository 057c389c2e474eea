/** Names of projects and extras, as installers compare them. */

/**
 * The normalised name (PEP 503; PEP 685 for extras): lower case, and runs of `-`, `_` and `.` are one `-`.
 */
export function normalizeName(name: string): string {
  return name
    .trim()
    .replace(/[-_.]+/g, "-")
    .toLowerCase();
}
