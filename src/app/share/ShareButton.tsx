/** Opens the share dialog for one report or for all of a release; the key `s` presses it. */
import { Suspense, useState } from "react";
import { ShareDialog } from "./late-dialog.ts";
import { Icon } from "../ui/Icon.tsx";
import type { ReportedWheel } from "../state/wheel.ts";

export interface ShareButtonProps {
  /** At least one; in the order in which they shall stand in the link. */
  readonly wheels: readonly ReportedWheel[];
}

export function ShareButton({ wheels }: ShareButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button"
        data-share
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="share" />
        Share
      </button>
      {open && (
        <Suspense fallback={null}>
          <ShareDialog wheels={wheels} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
