/** What one library's code was built against; loaded with the sections about code, once. */
import { lateScreen } from "../../state/late-screen.ts";

export const LibraryCode = lateScreen(() => import("../code/all.ts").then((part) => part.LibraryCode));
