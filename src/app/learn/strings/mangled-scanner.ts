/** The common ground of reading a mangled name: where the reader stands, the pieces noted, and what later letters may repeat. */
import type { Piece, PieceTone } from "./mangled.ts";
import { ABBREVIATIONS } from "./mangled-words.ts";

/** The name has a form that is not read here. */
export class Unreadable extends Error {}

/** Deepest nesting of types and arguments. */
const DEEPEST = 60;
/** Longest text of “again: …”. */
const LONGEST_WORDS = 100;

export class MangledScanner {
  readonly pieces: Piece[] = [];
  /** Letters read so far. */
  protected at = 0;
  protected readonly text: string;
  /** What S_, S0_, S1_ … repeat (5.1.10). */
  private readonly earlier: string[] = [];
  private nesting = 0;
  /** How many parts in their own letters (`N … E`, `I … E`) the next piece is inside of. */
  private depth = 0;
  /** Said before the meaning of the next piece: “result”, “parameter 2”. */
  protected lead: string | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /** Where a list of parameters ends. */
  protected isAtEnd(): boolean {
    const next = this.peek();
    return next === "" || next === "E" || next === "." || next === "@";
  }

  protected tags(): void {
    for (;;) {
      const tag = /^B([1-9]\d{0,2})/.exec(this.text.slice(this.at, this.at + 4));
      if (tag === null) return;
      const name = this.text.slice(
        this.at + tag[0].length,
        this.at + tag[0].length + Number(tag[1] ?? Infinity),
      );
      this.at += tag[0].length + name.length;
      if (name === "cxx11")
        this.emit(tag[0] + name, "ABI tag cxx11: what it returns or is has a type of the new ABI", "new");
      else this.emit(tag[0] + name, `ABI tag ${name}, which has nothing to do with strings`, "plain");
    }
  }

  protected templateParameter(): string {
    const letters = this.match(/T\d*_/y, false);
    if (letters === null) throw new Unreadable();
    const index = letters === "T_" ? 1 : Number(letters.slice(1, -1)) + 2;
    this.take(/T\d*_/y, `argument ${String(index)} of the template`);
    return `argument ${String(index)}`;
  }

  protected substitution(): string {
    const letters = this.match(/S(?:[absiod]|[0-9A-Z]*_)/y);
    if (letters === null) throw new Unreadable();
    if (Object.hasOwn(ABBREVIATIONS, letters)) {
      const { words = "", meaning = "", old = false } = ABBREVIATIONS[letters] ?? {};
      this.emit(letters, meaning, old ? "old" : "plain");
      // A tag on it makes a type of its own.
      return words;
    }
    const index = letters === "S_" ? 0 : parseInt(letters.slice(1, -1), 36) + 1;
    const words = this.earlier[index];
    if (words === undefined) throw new Unreadable();
    this.emit(letters, `again: ${words}`, "again");
    return words;
  }

  protected remember(words: string): string {
    const short = shorten(words);
    this.earlier.push(short);
    return short;
  }

  protected inside<T>(read: () => T): T {
    this.depth += 1;
    const result = this.bounded(read);
    this.depth -= 1;
    return result;
  }

  protected bounded<T>(read: () => T): T {
    if (this.nesting >= DEEPEST) throw new Unreadable();
    this.nesting += 1;
    const result = read();
    this.nesting -= 1;
    return result;
  }

  protected peek(): string {
    return this.text.charAt(this.at);
  }

  protected starts(letters: string): boolean {
    return this.text.startsWith(letters, this.at);
  }

  /** What matches here; read past it unless told not to. */
  protected match(form: RegExp, consume = true): string | null {
    form.lastIndex = this.at;
    const found = form.exec(this.text)?.[0] ?? null;
    if (found !== null && consume) this.at += found.length;
    return found;
  }

  protected skip(form: RegExp, meaning: string): boolean {
    const found = this.match(form);
    if (found !== null) this.emit(found, meaning, "plain");
    return found !== null;
  }

  protected take(form: RegExp, meaning: string, shift = 0): string {
    const found = this.match(form);
    if (found === null) throw new Unreadable();
    this.emit(found, meaning, "plain", shift);
    return found;
  }

  protected emit(text: string, meaning: string, tone: PieceTone, shift = 0): void {
    const led = this.lead === null ? meaning : `${this.lead}: ${meaning}`;
    this.lead = null;
    this.pieces.push({ text, meaning: led, tone, depth: Math.max(0, this.depth + shift) });
  }
}

export function lastName(words: string): string {
  return /(?:^|::)([^:<]*)(?:<.*)?$/.exec(words)?.[1] ?? words;
}

export function shorten(words: string): string {
  return words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS - 1)}…` : words;
}
