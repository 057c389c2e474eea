/** Folder of the crate. */
export const crate: string;
export function sourceHash(): string;
