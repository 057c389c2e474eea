/**
 * The parts of the page that the landing page can do without, each loaded once. `loadAll` fetches them when the first screen
 * stands, so that a dropped file never waits for them.
 */
import { createElement, lazy, useState, type ComponentType } from "react";

export const loadEngine = () => import("./engine.ts").then((part) => part.pageEngine());
export const loadJudge = () => import("./judge.ts").then((part) => part.pageJudge());

export const loadDiagnose = () => import("../error/diagnose.ts");
export const loadFolders = () => import("../input/folders.ts");
export const loadSave = () => import("../share/save.ts");
/** With the banner, which stands above whatever is read. */
export const loadShare = () =>
  Promise.all([import("../share/read.ts"), SharedBanner.fetched()]).then(([part]) => part);
export const loadEncoder = () => import("./judge.ts");

let haveEverything = (): void => undefined;
const everything = new Promise<void>((resolve) => (haveEverything = resolve));

const loadReport = () => import("../report/ReportScreen.tsx");
const loadLearn = () => import("../learn/Learn.tsx");
const loadError = () => import("../error/ErrorScreen.tsx");
const loadRelease = () => import("../release/ReleaseScreen.tsx");
const loadBanner = () => import("../share/SharedBanner.tsx");
const loadSharedFailure = () => import("../share/SharedFailure.tsx");
const loadDialog = () => import("../share/ShareDialog.tsx");
const loadOffline = () => import("../offline/Offline.tsx");
const loadDetail = () => import("../report/library/LibraryDetail.tsx");
const loadSections = () => import("../report/code/all.ts");

export const ReportScreen = lateScreen(() => loadReport().then((part) => part.ReportScreen));
export const Learn = lateScreen(() => loadLearn().then((part) => part.Learn));
export const ErrorScreen = lateScreen(() => loadError().then((part) => part.ErrorScreen));
export const ReleaseScreen = lateScreen(() => loadRelease().then((part) => part.ReleaseScreen));
export const SharedBanner = lateScreen(() => loadBanner().then((part) => part.SharedBanner));
export const SharedFailure = lateScreen(() => loadSharedFailure().then((part) => part.SharedFailure));
export const ShareDialog = lateScreen(() => loadDialog().then((part) => part.ShareDialog));
export const LibraryDetail = lateScreen(() => loadDetail().then((part) => part.LibraryDetail));
export const CodeSections = lateScreen(() => loadSections().then((part) => part.CodeSections));
export const LibraryCode = lateScreen(() => loadSections().then((part) => part.LibraryCode));

/** After everything else, since it fetches all of the page once more to keep it. The page does without it as well. */
export const Offline = lateScreen(() =>
  everything.then(loadOffline).then(
    (part) => part.Offline,
    () => () => null,
  ),
);

/**
 * A screen that is shown at once when its part is here already. `lazy` alone would show its fallback first even then, and
 * React holds back whatever follows a fallback for 300 ms.
 */
export function lateScreen<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | null = null;
  const fetched = (): Promise<ComponentType<Props>> => load().then((screen) => (loaded = screen));
  const Late = lazy(() => fetched().then((screen) => ({ default: screen })));
  function LateScreen(props: Props) {
    // Chosen once: a screen that is up is not mounted a second time when its part arrives.
    const [Screen] = useState<ComponentType<Props>>(() => loaded ?? Late);
    return createElement(Screen, props);
  }
  return Object.assign(LateScreen, { fetched });
}

/** What cannot be loaded now is asked for again when it is needed, and its failure told then. */
export function loadAll(): void {
  void Promise.allSettled([
    loadEngine().then((engine) => engine.warm()),
    loadJudge(),
    ReportScreen.fetched(),
    LibraryDetail.fetched(),
    CodeSections.fetched(),
    LibraryCode.fetched(),
    Learn.fetched(),
    ErrorScreen.fetched(),
    ReleaseScreen.fetched(),
    loadDiagnose(),
    loadShare(),
    ShareDialog.fetched(),
  ]).then(haveEverything);
}
