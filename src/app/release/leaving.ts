/** From a cell of a release to a wheel's report, and on return back to that cell. */
import { useEffect } from "react";
import type { Sort } from "../../present/sort.ts";
import { defaultView, type ReportView } from "../address/route.ts";
import { useView } from "../state/view.ts";

/** Where in the report to arrive. */
export type Arrival = Partial<Pick<ReportView, "lib" | "finding" | "against">>;

interface Left {
  /** Which set of wheels was open. */
  readonly set: number;
  readonly wheel: string;
  /** `data-place` of the element that led away. */
  readonly place: string;
  readonly scrollY: number;
  readonly sort: Sort;
}

let left: Left | null = null;

/** Opens one wheel's report. `set`: id of the first wheel of the session. */
export function useOpenWheel(set: number): (wheel: string, place: string, arrival?: Arrival) => void {
  const changeView = useView((view) => view.changeView);
  return (wheel, place, arrival = {}) => {
    left = { set, wheel, place, scrollY: window.scrollY, sort: useView.getState().route.view.sort };
    const { floor } = useView.getState().route.view;
    changeView({ ...defaultView, floor, ...arrival, wheel });
  };
}

/** Call after the heading took the focus: it goes on to where the visitor left, if that was here. */
export function useReturn(set: number): void {
  const changeView = useView((view) => view.changeView);
  useEffect(() => {
    if (left?.set !== set) return;
    const { wheel, place, scrollY, sort } = left;
    left = null;
    changeView({ sort });
    const find = (name: string): HTMLElement | null =>
      document.querySelector<HTMLElement>(`[data-place="${CSS.escape(name)}"]`);
    const target = find(place) ?? find(placeOf(wheel, "wheel"));
    if (target === null) return;
    window.scrollTo(0, scrollY);
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [set, changeView]);
}

export const placeOf = (wheel: string, column: string): string => `${column} ${wheel}`;
