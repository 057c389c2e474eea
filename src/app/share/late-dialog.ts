/** The share dialog, loaded once. */
import { lateScreen } from "../state/late-screen.ts";

export const ShareDialog = lateScreen(() => import("./ShareDialog.tsx").then((part) => part.ShareDialog));
