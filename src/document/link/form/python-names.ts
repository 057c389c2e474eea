/**
 * Lists of Python's names: those of a frozen table (python-names-1.ts) as gaps between their places, one letter each, the others in
 * full behind. The names come sorted from the reader and are sorted again; a list in another order is written in full behind `null`.
 */
import { Malformed } from "./json.ts";
import { listOf, name, type Form } from "./primitive.ts";
import { table } from "./python-names-1.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** The last letter: so many places on, and more to come. */
const FAR = LETTERS.length - 1;
const places = new Map(table.map((known, place) => [known, place]));
const values = new Map([...LETTERS].map((letter, value) => [letter, value]));
const names = listOf(name);

export const pythonNames: Form<readonly string[]> = {
  write(list, to) {
    const known = [...new Set(list.filter((each) => places.has(each)))];
    const others = list.filter((each) => !places.has(each));
    const joined = [...known, ...others].sort();
    const comesBack = joined.length === list.length && joined.every((each, at) => each === list[at]);
    if (!comesBack) return [null, ...list.map((each) => to(each))];
    const gaps = toGaps(known.map((each) => places.get(each) ?? 0).sort((a, b) => a - b));
    return [gaps, ...others.map((each) => to(each))];
  },
  read(json, from) {
    const [gaps, ...rest] = from.list(json);
    const others = names.read(rest, from);
    return gaps === null ? others : [...fromGaps(from.text(gaps)), ...others].sort();
  },
};

function toGaps(sorted: readonly number[]): string {
  let last = -1;
  return sorted
    .map((place) => {
      const gap = place - last - 1;
      last = place;
      return LETTERS.charAt(FAR).repeat(Math.floor(gap / FAR)) + LETTERS.charAt(gap % FAR);
    })
    .join("");
}

function fromGaps(gaps: string): string[] {
  const found: string[] = [];
  let place = -1;
  for (const letter of gaps) {
    const value = values.get(letter);
    if (value === undefined) throw new Malformed("gap");
    place += value;
    if (value === FAR) continue;
    place += 1;
    const known = table[place];
    if (known === undefined) throw new Malformed("gap");
    found.push(known);
  }
  return found;
}
