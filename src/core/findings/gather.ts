/**
 * One file of every finding's folder, by id, in the order of `ids`. `files` is what `import.meta.glob` found under that name, by path.
 * Fails when the module is loaded, so before anything can be judged: on a finding without the file or without the export that is
 * expected of it, and on a folder that is not registered.
 */
export function gather<Id extends string, Part>(
  name: string,
  ids: readonly Id[],
  files: Readonly<Record<string, Part>>,
): Readonly<Record<Id, Part>> {
  const parts = new Map<string, Part>();
  for (const [path, part] of Object.entries(files)) parts.set(path.split("/").at(-2) ?? "", part);
  const entries = ids.map((id) => {
    const part = parts.get(id);
    if (part === undefined) throw new Error(`src/core/findings/${id}/${name} is missing, or what it exports`);
    parts.delete(id);
    return [id, part] as const;
  });
  const [stray] = parts.keys();
  if (stray !== undefined)
    throw new Error(`src/core/findings/${stray} is not registered in src/core/findings/index.ts`);
  return Object.fromEntries(entries) as Record<Id, Part>;
}
