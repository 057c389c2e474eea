/** Files that the system hands to the installed page (`file_handlers` in the manifest). Chromium's browsers have it. */

interface LaunchParams {
  readonly files: readonly { readonly kind: string; readonly getFile?: () => Promise<File> }[];
}

declare global {
  interface Window {
    readonly launchQueue?: { setConsumer: (consumer: (params: LaunchParams) => void) => void };
  }
}

let take: ((files: readonly File[]) => void) | null = null;
let isConsuming = false;

/** Hands launched files to `onFiles` from now on; returns how to stop. What came before waits in the browser's queue. */
export function takeLaunchedFiles(onFiles: (files: readonly File[]) => void): () => void {
  take = onFiles;
  if (!isConsuming && window.launchQueue !== undefined) {
    isConsuming = true;
    // A queue has one consumer for good, so it looks up who takes files now.
    window.launchQueue.setConsumer(({ files }) => void open(files));
  }
  return () => {
    if (take === onFiles) take = null;
  };
}

async function open(handles: LaunchParams["files"]): Promise<void> {
  const files = await Promise.all(handles.map((handle) => handle.getFile?.().catch(() => undefined)));
  const found = files.filter((file) => file !== undefined);
  if (found.length > 0) take?.(found);
}
