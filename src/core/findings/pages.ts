/** The pages of all findings. Prose, and much of it: loaded late, and never with the list of findings. */
import type { FindingPage } from "./forms.ts";
import { gather } from "./gather.ts";
import { findingIds, type FindingId } from "./index.ts";

export const findingPages: Readonly<Record<FindingId, FindingPage>> = gather(
  "page.ts",
  findingIds,
  import.meta.glob<FindingPage>("./*/page.ts", { eager: true, import: "page" }),
);
