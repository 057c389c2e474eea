/** What a shared report takes, loaded once. */
import { lateScreen } from "../../state/late-screen.ts";

export const SharedBanner = lateScreen(() => import("./SharedBanner.tsx").then((part) => part.SharedBanner));
export const SharedFailure = lateScreen(() =>
  import("./SharedFailure.tsx").then((part) => part.SharedFailure),
);

/** With the banner, which stands above whatever is read. */
export const loadShare = () =>
  Promise.all([import("./read.ts"), SharedBanner.fetched()]).then(([part]) => part);
