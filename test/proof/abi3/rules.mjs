// Why abi3audit's answer and ours may differ, as rules over the symbol tables that pyelftools reads. What a rule explains is counted
// by its name; the rest must be equal.

const INIT = /^Py(?:Init|ModExport)U?_/;

/**
 * What we must say of one file, made of abi3audit's answer for it.
 * @param {string} file its path
 * @param {{ baseline: string, computed: string, non_abi3_symbols: string[], future_abi3_objects: Record<string, string> }} theirs
 * @param {{ undefined: string[], defined: string[] }} symbols of the file
 * @param {ReadonlySet<string>} own names that libraries of the wheel define
 * @param {{ families: ReadonlySet<string>, elsewhere: ReadonlySet<string> }} known
 * @param {Map<string, number>} counts rule → how many names it explained
 */
export function expected(file, theirs, symbols, own, known, counts) {
  const imported = new Set(symbols.undefined);
  const explain = (rule) => {
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
    return false;
  };
  const counted = (name) => {
    if (!imported.has(name)) return explain("defined in the file or local: nothing is asked of Python");
    if (own.has(name)) return explain("exported by a library of the wheel");
    return true;
  };
  const outside = theirs.non_abi3_symbols.filter((name) => {
    if (!counted(name)) return false;
    if (INIT.test(name)) return explain("init function of another module");
    const family = /^_?(Py[A-Za-z0-9]*)(?:_|$)/.exec(name)?.[1];
    if (/^Py_[a-z]/.test(name) || family === undefined || !known.families.has(family)) {
      return explain("not a name of CPython: no Python has its like");
    }
    return true;
  });
  for (const name of symbols.undefined) {
    if (known.elsewhere.has(name) && !own.has(name)) {
      explain("stable on Windows or in debug builds only: we count it");
      outside.push(name);
    }
  }
  const tooNew = Object.entries(theirs.future_abi3_objects).filter(
    ([name]) => counted(name) && !known.elsewhere.has(name),
  );
  const highest = [theirs.baseline, ...tooNew.map(([, added]) => added)].sort(comparePythons).at(-1);
  if (/\.(?:cpython|pypy|graalpy)-?\d[^/]*$/.test(file)) {
    // Only newer than the tag: what the file needs is compared all the same.
    tooNew.splice(0).forEach(() => explain("newer than the tag in a file that is named for one version"));
  }
  return { outside: [...new Set(outside)].sort(compareBytes), tooNew: new Map(tooNew), highest };
}

export function comparePythons(a, b) {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  return left[0] - right[0] || left[1] - right[1];
}

const compareBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
