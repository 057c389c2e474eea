/** What was dropped or pasted, told apart from what only looks like files: folders, text, pictures. */

export interface Dropped {
  readonly files: readonly File[];
  readonly folders: number;
}

export function droppedFiles(transfer: DataTransfer): Dropped {
  const files: File[] = [];
  let folders = 0;
  for (const item of transfer.items) {
    if (item.kind !== "file") continue;
    // A folder comes as a "file" that cannot be read; only its entry tells.
    if (item.webkitGetAsEntry()?.isDirectory === true) {
      folders += 1;
      continue;
    }
    const file = item.getAsFile();
    if (file !== null) files.push(file);
  }
  return { files, folders };
}

/** While a drag is under way browsers tell only kinds and media types: enough to know text and pictures. */
export function mayHoldWheel(transfer: DataTransfer): boolean {
  return [...transfer.items].some(
    (item) => item.kind === "file" && !/^(?:image|audio|video|text|font)\//.test(item.type),
  );
}

export const folderNotice = "Folders cannot be opened; drop the wheel itself.";

/** What is pasted into a field belongs there. */
export function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, [contenteditable]") !== null;
}
