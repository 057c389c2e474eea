/** The line on standard error that says how far the reading is; only on a terminal. */
import { basename } from "node:path";
import type { Progress } from "../../engine/protocol.ts";
import type { Stream } from "./host.ts";
import { cutEnd } from "./columns.ts";
import { visible } from "../../facts/invisible.ts";

export interface ProgressLine {
  show(path: string, progress: Progress): void;
  clear(): void;
}

/** Erase to the end of the line (ECMA-48, EL). */
const erase = "\r\x1b[K";

export function progressLine(stream: Stream): ProgressLine {
  if (!stream.isTerminal) return { show: () => undefined, clear: () => undefined };
  let shown = false;
  return {
    show(path, progress) {
      stream.write(erase + progressText(path, progress, stream.width - 1));
      shown = true;
    },
    clear() {
      if (shown) stream.write(erase);
      shown = false;
    },
  };
}

/** `numpy-2.4.6-….whl   43 %   12 of 35 libraries`, never longer than `width`. */
export function progressText(path: string, progress: Progress, width: number): string {
  const { bytesDone, bytesTotal, librariesDone, librariesFound } = progress;
  const percent =
    bytesTotal > 0 ? `${String(Math.floor((100 * bytesDone) / bytesTotal)).padStart(3)} %` : "  …  ";
  const libraries = librariesFound === 0 ? "" : `   ${librariesDone} of ${librariesFound} native files`;
  const figures = `   ${percent}${libraries}`;
  const name = cutEnd(visible(basename(path)), Math.max(8, width - figures.length));
  return cutEnd(name + figures, width);
}
