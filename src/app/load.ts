/**
 * The parts of the page that the landing page can do without, each loaded once. `loadAll` fetches them when the first screen
 * stands, so that a dropped file never waits for them.
 */
import { lazy } from "react";

export const loadEngine = () => import("./engine.ts").then((part) => part.pageEngine());
export const loadJudge = () => import("./judge.ts");

const loadReport = () => import("./screens/ReportScreen.tsx");
const loadLearn = () => import("./screens/Learn.tsx");

export const ReportScreen = lazy(() => loadReport().then((part) => ({ default: part.ReportScreen })));
export const Learn = lazy(() => loadLearn().then((part) => ({ default: part.Learn })));

/** What cannot be loaded now is asked for again when it is needed, and its failure told then. */
export function loadAll(): void {
  const ignore = (): void => undefined;
  loadEngine()
    .then((engine) => engine.warm())
    .catch(ignore);
  loadJudge().catch(ignore);
  loadReport().catch(ignore);
  loadLearn().catch(ignore);
}
