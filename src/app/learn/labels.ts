/** Labels side by side while they fit, else in further rows. */

export interface Label {
  /** Where it begins, in pixels from the left. */
  readonly at: number;
  readonly width: number;
}

/** The row of each label, from 0 on: the first in which it touches none before it. */
export function placeLabels(labels: readonly Label[]): readonly number[] {
  const ends: number[] = [];
  return labels.map(({ at, width }) => {
    const free = ends.findIndex((end) => end <= at);
    const row = free < 0 ? ends.length : free;
    ends[row] = at + width + 16;
    return row;
  });
}
