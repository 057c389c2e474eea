/**
 * The screens, each loaded once. `loadAll` fetches them and all else when the first screen stands, so that a dropped file never
 * waits for them. Only what shows screens may import this file: a screen takes its own late parts from beside them.
 */
import { CodeSections, LibraryDetail } from "../report/late-parts.ts";
import { LibraryCode } from "../report/library/late-code.ts";
import { ShareDialog } from "../share/late-dialog.ts";
import { loadShare } from "../share/shared/late-shared.ts";
import { lateScreen } from "./late-screen.ts";
import { loadDiagnose, loadEngine, loadJudge } from "./load-parts.ts";

let haveEverything = (): void => undefined;
const everything = new Promise<void>((resolve) => (haveEverything = resolve));

export const ReportScreen = lateScreen(() =>
  import("../report/ReportScreen.tsx").then((part) => part.ReportScreen),
);
export const Learn = lateScreen(() => import("../learn/Learn.tsx").then((part) => part.Learn));
export const ErrorScreen = lateScreen(() =>
  import("../error/ErrorScreen.tsx").then((part) => part.ErrorScreen),
);
export const ReleaseScreen = lateScreen(() =>
  import("../release/ReleaseScreen.tsx").then((part) => part.ReleaseScreen),
);

/** After everything else, since it fetches all of the page once more to keep it. The page does without it as well. */
export const Offline = lateScreen(() =>
  everything
    .then(() => import("../offline/Offline.tsx"))
    .then(
      (part) => part.Offline,
      () => () => null,
    ),
);

/** What cannot be loaded now is asked for again when it is needed, and its failure is reported then. */
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
