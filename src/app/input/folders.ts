/** The wheels in dropped folders, and in folders below: looked for only as far as a folder of wheels may reasonably go. */

/** A folder of the build tools holds tens of wheels; somebody's home folder is a mistake. */
export const folderLimits = { depth: 4, entries: 2000, wheels: 200 } as const;

/** What the browser's entries are needed for; the whole of the interface is `FileSystemEntry`. */
export interface Entry {
  readonly isDirectory: boolean;
  readonly name: string;
}

export interface FileEntry extends Entry {
  readonly file: (done: (file: File) => void, failed: () => void) => void;
}

export interface FolderEntry extends Entry {
  /** A reader hands out some entries at a time, and none when there are no more. */
  readonly createReader: () => {
    readonly readEntries: (done: (entries: readonly Entry[]) => void, failed: () => void) => void;
  };
}

export interface Found {
  /** By name, folder after folder. */
  readonly wheels: readonly File[];
  /** Files that are no wheels, or cannot be read. */
  readonly others: number;
  /** Something was not looked at: a limit was reached. */
  readonly isCut: boolean;
}

export async function wheelsIn(folders: readonly FolderEntry[]): Promise<Found> {
  const wheels: File[] = [];
  let [others, looked, isCut] = [0, 0, false];
  const open = folders.map((folder) => ({ folder, depth: 1 }));
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { entries, isWhole } = await entriesOf(next.folder, folderLimits.entries - looked);
    isCut ||= !isWhole;
    looked += entries.length;
    for (const entry of [...entries].sort(byName)) {
      if (isFolder(entry)) {
        if (next.depth < folderLimits.depth) open.push({ folder: entry, depth: next.depth + 1 });
        else isCut = true;
        continue;
      }
      const file = isFile(entry) && /\.whl$/i.test(entry.name) ? await fileOf(entry) : null;
      if (file === null) others += 1;
      else if (wheels.length < folderLimits.wheels) wheels.push(file);
      else isCut = true;
    }
  }
  return { wheels, others, isCut };
}

/** What a visitor should know of it; null if all that was there is open. */
export function foundText({ wheels, others, isCut }: Found): string | null {
  const files = `${others.toLocaleString("en-US")} other ${others === 1 ? "file" : "files"}`;
  const { depth, entries, wheels: most } = folderLimits;
  const limits = `Folders are looked through ${depth} deep, for ${entries.toLocaleString("en-US")} entries and ${most} wheels at most; this one holds more.`;
  const parts = [
    ...(wheels.length === 0
      ? [
          others === 0
            ? "There is no wheel in that folder."
            : `There is no wheel in that folder, only ${files}.`,
        ]
      : others === 0
        ? []
        : [`${files} in the folder ${others === 1 ? "was" : "were"} left aside.`]),
    ...(isCut ? [limits] : []),
  ];
  return parts.length === 0 ? null : parts.join(" ");
}

const byName = (a: Entry, b: Entry): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
const isFolder = (entry: Entry): entry is FolderEntry => entry.isDirectory;
const isFile = (entry: Entry): entry is FileEntry => !entry.isDirectory;

/** At most `limit` of them. What cannot be read is as good as empty. */
async function entriesOf(
  folder: FolderEntry,
  limit: number,
): Promise<{ readonly entries: readonly Entry[]; readonly isWhole: boolean }> {
  const reader = folder.createReader();
  const entries: Entry[] = [];
  for (;;) {
    const some = await new Promise<readonly Entry[]>((done) => reader.readEntries(done, () => done([])));
    if (some.length === 0) return { entries, isWhole: true };
    for (const entry of some) {
      if (entries.length >= limit) return { entries, isWhole: false };
      entries.push(entry);
    }
  }
}

const fileOf = (entry: FileEntry): Promise<File | null> =>
  new Promise((done) => entry.file(done, () => done(null)));
