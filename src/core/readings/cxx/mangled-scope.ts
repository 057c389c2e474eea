/** The outermost scope of a mangled name, as the reader counts scopes (`CxxNames.scopes`). */

/** What stands before the name proper: vtable, typeinfo, guard, transaction clone, a local entity's function. */
const PREFIX = /^_Z(?:TV|TI|TS|TT|TC|GV|GTt|Z)*/;

/**
 * `arrow` for `_ZN5arrow6BufferE`; `std` for `_ZNSt6locale2idE`; `::` for a function outside of every scope (`_Z3fooi`); null if it
 * cannot be seen at the beginning (operators, other substitutions). Itanium C++ ABI 5.1.3.
 */
export function outermostScope(name: string): string | null {
  const prefix = PREFIX.exec(name)?.[0];
  if (prefix === undefined) return null;
  const nested = /^N[rVK]*[RO]?/.exec(name.slice(prefix.length, prefix.length + 8))?.[0] ?? "";
  const start = prefix.length + nested.length;
  // Substitutions: St is the namespace, the others are types in it.
  if (/^S[tabsiod]/.test(name.slice(start, start + 2))) return "std";
  const digits = /^\d{1,4}/.exec(name.slice(start, start + 4))?.[0];
  if (digits === undefined) return null;
  // A type outside of every scope (`_ZTV4Base`) is a scope itself; a function is in none.
  if (nested === "" && !/T[VISTC]$/.test(prefix)) return "::";
  const first = start + digits.length;
  const scope = name.slice(first, first + Number(digits));
  return scope.length === Number(digits) && scope !== "" ? scope : null;
}
