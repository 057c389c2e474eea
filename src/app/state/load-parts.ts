/** Parts without a screen that the landing page can do without, each loaded once. */

export const loadEngine = () => import("./engine.ts").then((part) => part.pageEngine());
export const loadJudge = () => import("./judge.ts").then((part) => part.pageJudge());
export const loadEncoder = () => import("./judge.ts");

export const loadDiagnose = () => import("../error/diagnose.ts");
export const loadFolders = () => import("../input/folders.ts");
export const loadSave = () => import("../share/save.ts");
