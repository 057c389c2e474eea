/** For "did you mean": the choice with the fewest letters to change, where it is near enough to be a slip. */
export function closest(text: string, choices: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(text.length / 4)) + 1;
  for (const choice of choices) {
    const distance = editDistance(text, choice);
    if (distance < least) [best, least] = [choice, distance];
  }
  return best;
}

/** Levenshtein's distance, one row of its table at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
