/** Which files are meant for which wheels of a shared report. Apart from verify.ts, since every dropped file passes here. */

interface Named {
  readonly name: string;
  readonly sizeBytes: number;
}

/**
 * By name, a browser's “ (1)” set aside; and where the report is of one wheel, by size: files are renamed. Index of the wheel → file.
 */
export function matchFiles(wanted: readonly Named[], files: readonly File[]): ReadonlyMap<number, File> {
  const found = new Map<number, File>();
  for (const file of files) {
    const name = file.name.replace(/ ?\(\d+\)(?=\.[^.]+$)/, "");
    const index = wanted.findIndex(
      (one, at) => !found.has(at) && (one.name === file.name || one.name === name),
    );
    if (index >= 0) found.set(index, file);
  }
  const [one] = wanted;
  const [file] = files;
  if (
    found.size === 0 &&
    wanted.length === 1 &&
    files.length === 1 &&
    one?.sizeBytes === file?.size &&
    file !== undefined
  ) {
    found.set(0, file);
  }
  return found;
}
