/**
 * What a library asks of other files when it is loaded, by the names of its symbols: strong undefined ones that a relocation names. Found
 * by the engine, which has the tables of all libraries of the wheel at hand. Which of these files are loaded together is not said here.
 */
import { count, field, listOf, name, record, row } from "./describe.ts";

/** More files with one name are not listed: it is then found wherever one looks. */
export const MOST_OWNERS = 16;
/** Names of one library that nobody has, listed; the rest is counted. */
export const MOST_NAMES = 20;

export const links = record({
  owners: field(
    listOf(
      row({
        /** Places in the wheel's list of libraries, of all that have the name. */
        in: listOf(count),
        name,
      }),
    ),
    {
      key: "o",
      usual: [],
      about:
        "One name for each set of files of the wheel that has what is asked for; of two sets of which one holds the other, the smaller.",
    },
  ),
  unowned: field(
    row({
      count,
      names: listOf(name),
    }),
    {
      key: "u",
      usual: { count: 0, names: [] },
      about:
        "Names that no file of the wheel has, with the first 20; without those that the C library or Python always has, and those whose version another file is to bring. Last those that the C library has in some releases. A version follows after `@`.",
    },
  ),
});
