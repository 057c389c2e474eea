/** Small checks of parsed JSON against the types the program is compiled with. */

/** Whether a value is a `T`. */
export type Check<T> = (value: unknown) => value is T;

export const isString: Check<string> = (value) => typeof value === "string";
export const isNumber: Check<number> = (value) => typeof value === "number";
export const isBoolean: Check<boolean> = (value) => typeof value === "boolean";

/** One of these values. */
export function oneOf<const T extends readonly unknown[]>(...values: T): Check<T[number]> {
  return (value): value is T[number] => values.includes(value);
}

export function orNull<T>(check: Check<T>): Check<T | null> {
  return (value): value is T | null => value === null || check(value);
}

export function listOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(check);
}

/** An object with these fields; others are let through. */
export function shape<T extends object>(checks: { readonly [K in keyof T]-?: Check<T[K]> }): Check<T> {
  const entries = Object.entries<(value: unknown) => boolean>(checks);
  return (value): value is T => {
    if (typeof value !== "object" || value === null) return false;
    const fields = new Map<string, unknown>(Object.entries(value));
    return entries.every(([name, check]) => check(fields.get(name)));
  };
}

/** Throws a `TypeError` where the module and this file disagree: that is a bug of ours, not of the library. */
export function parse<T>(text: string, check: Check<T>, what: string): T {
  const value: unknown = JSON.parse(text);
  if (!check(value)) throw new TypeError(`The ELF reader gave malformed ${what}.`);
  return value;
}
