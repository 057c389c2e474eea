/** The parts of a report that are loaded by themselves, each once. */
import { lateScreen } from "../state/late-screen.ts";

export const LibraryDetail = lateScreen(() =>
  import("./library/LibraryDetail.tsx").then((part) => part.LibraryDetail),
);
export const CodeSections = lateScreen(() => import("./code/all.ts").then((part) => part.CodeSections));
