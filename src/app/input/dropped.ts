/** What was dropped or pasted, distinguished from what only looks like files: folders, text, pictures. */

export interface Dropped {
  readonly files: readonly File[];
  /** Looked through by folders.ts. */
  readonly folders: readonly FileSystemDirectoryEntry[];
}

export function droppedFiles(transfer: DataTransfer): Dropped {
  const files: File[] = [];
  const folders: FileSystemDirectoryEntry[] = [];
  for (const item of transfer.items) {
    if (item.kind !== "file") continue;
    // A folder comes as a "file" that cannot be read; only its entry shows it.
    const entry = item.webkitGetAsEntry();
    if (entry !== null && isFolder(entry)) {
      folders.push(entry);
      continue;
    }
    const file = item.getAsFile();
    if (file !== null) files.push(file);
  }
  return { files, folders };
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** While a drag is under way browsers show only kinds and media types: enough to know text and pictures. */
export function mayHoldWheel(transfer: DataTransfer): boolean {
  return [...transfer.items].some(
    (item) => item.kind === "file" && !/^(?:image|audio|video|text|font)\//.test(item.type),
  );
}

/** What is pasted into a field belongs there. */
export function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, [contenteditable]") !== null;
}
