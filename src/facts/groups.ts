/** Names of one kind: how many there are, and the first of them. */
import { count, listOf, name, row, type Of } from "./describe.ts";

/** The first are mangled, in table order; at most 20, none longer than 4 KiB. Links write the bare count if none is listed. */
export const symbolGroup = row({ count, symbols: listOf(name) }, "group");

export const noSymbols: Of<typeof symbolGroup> = { count: 0, symbols: [] };
