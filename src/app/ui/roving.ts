/**
 * Many cells, one stop of Tab: arrow keys move to the neighbour on the screen, Home and End to the ends of the row, as in the table of
 * libraries. Cells are buttons that match a selector; each sets itself as the stop when it takes the focus.
 */
import type { KeyboardEvent } from "react";

/** Handles a key pressed on one of the cells; other keys pass. */
export function moveAmong(event: KeyboardEvent<HTMLElement>, selector: string): void {
  const cells = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)].filter((cell) =>
    cell.checkVisibility(),
  );
  const at = cells.findIndex((cell) => cell === document.activeElement);
  const from = cells[at];
  if (from === undefined) return;
  const target = neighbour(cells, from, at, event.key);
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
}

function neighbour(
  cells: readonly HTMLElement[],
  from: HTMLElement,
  at: number,
  key: string,
): HTMLElement | undefined {
  switch (key) {
    case "ArrowRight":
      return cells[Math.min(at + 1, cells.length - 1)];
    case "ArrowLeft":
      return cells[Math.max(at - 1, 0)];
    case "Home":
      return inRow(cells, from)[0];
    case "End":
      return inRow(cells, from).at(-1);
    case "ArrowDown":
      return nearest(cells.slice(at + 1), from, (cell) => top(cell) > top(from) + 1);
    case "ArrowUp":
      return nearest(cells.slice(0, at).reverse(), from, (cell) => top(cell) < top(from) - 1);
    default:
      return undefined;
  }
}

const top = (cell: HTMLElement): number => cell.getBoundingClientRect().top;
const left = (cell: HTMLElement): number => cell.getBoundingClientRect().left;

function inRow(cells: readonly HTMLElement[], from: HTMLElement): readonly HTMLElement[] {
  return cells.filter((cell) => Math.abs(top(cell) - top(from)) <= 1);
}

/** Of the first row found in that direction, the cell that is nearest sideways. */
function nearest(
  cells: readonly HTMLElement[],
  from: HTMLElement,
  isBeyond: (cell: HTMLElement) => boolean,
): HTMLElement | undefined {
  const first = cells.find(isBeyond);
  if (first === undefined) return undefined;
  const distance = (cell: HTMLElement): number => Math.abs(left(cell) - left(from));
  return inRow(cells, first).reduce((best, cell) => (distance(cell) < distance(best) ? cell : best), first);
}
