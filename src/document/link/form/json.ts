/** JSON from anybody, and what bounds the reading of it. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What is read is not of this form. Caught where links and documents are opened; never shown as such. */
export class Malformed extends Error {}

export interface Limits {
  /** Inflated bytes of a link, characters of a document. */
  readonly decoded: number;
  readonly wheels: number;
  /** Libraries of all wheels. */
  readonly libraries: number;
  /** Characters of a name or text. */
  readonly nameCharacters: number;
  /** Entries of all lists together; bounds what judging costs. */
  readonly items: number;
}

/** Turns names into what stands for them: their number in the table of names, or themselves. */
export type Names = (name: string) => string | number;

/** What reading needs: the table of names, and what is left of the limits. */
export class Reader {
  readonly #names: readonly string[];
  readonly #nameCharacters: number;
  #items: number;
  #libraries: number;

  constructor(names: readonly Json[], limits: Limits) {
    this.#nameCharacters = limits.nameCharacters;
    this.#items = limits.items;
    this.#libraries = limits.libraries;
    this.#names = names.map((name) => this.text(name));
  }

  text(json: Json | undefined): string {
    if (typeof json !== "string" || json.length > this.#nameCharacters) throw new Malformed("text");
    return json;
  }

  name(json: Json | undefined): string {
    if (typeof json !== "number") return this.text(json);
    const name = this.#names[json];
    if (name === undefined) throw new Malformed("name");
    return name;
  }

  list(json: Json | undefined): readonly Json[] {
    if (!isList(json) || (this.#items -= json.length) < 0) throw new Malformed("list");
    return json;
  }

  library(): void {
    if (--this.#libraries < 0) throw new Malformed("libraries");
  }
}

export const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json);

export function asObject(json: Json | undefined): { readonly [key: string]: Json } {
  if (typeof json !== "object" || json === null || isList(json)) throw new Malformed("object");
  return json;
}

export const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === "object" && typeof b === "object" && JSON.stringify(a) === JSON.stringify(b));
