/**
 * Which `std::string` ABI C++ names belong to, by what `c++filt` prints: a classification of its own beside the crate's, which walks the
 * mangled names and prints nothing.
 *
 * c++filt hides two things, so that a name looks neutral to it: the signature of a function that is a template argument
 * (`XadL_Z…E` is printed as `&name`) and the return type of a function template around a local name (`_ZZ…`). Only there is the
 * mangled name consulted (`hidden`). What c++filt 2.40 cannot read (`unread`: concepts, some expressions of Clang) is classed by the
 * substrings that are beyond doubt.
 */
import { spawnSync } from "node:child_process";

/** Directly in `std`, or in an inline namespace of it; not in somebody's own namespace of that name. */
const std = "(?<![\\w:])std::(?:__cxx1998::|__gnu_cxx_ieee128::|__gnu_cxx_ldbl128::)?";
const filesystem = "(?:experimental::filesystem::v1|filesystem)::";
const end = "(?!\\w|\\[abi:cxx11\\])";

const libcxx = /(?<![\w:])std::(?:__1|__2|__ndk1|__Cr)::/;
const fresh = new RegExp(
  `${std}(?:${filesystem})?__cxx11\\b|(?<![\\w:])__gnu_cxx::__cxx11\\b|\\[abi:cxx11\\]`,
);

const dualTypes = [
  "string|basic_string|list|_List_base|basic_stringbuf|basic_[io]?stringstream|wstring_convert",
  "basic_regex|regex_traits|sub_match|match_results|regex_iterator|regex_token_iterator",
  "(?:collate|messages|moneypunct|numpunct|time_get)(?:_byname)?|money_get|money_put|ios_base::failure",
  `${filesystem}(?:path|directory_entry|(?:recursive_)?directory_iterator|filesystem_error|_Dir)`,
];
const old = new RegExp(`${std}(?:${dualTypes.join("|")})${end}|(?<![\\w:])__gnu_cxx::encoding_state${end}`);

/** Functions that have the tag in the new ABI, unless their parameters show it. */
const twins = [
  "locale::name|(?:_V2::)?error_category::(?:_M_)?message|error_(?:code|condition)::message",
  `${filesystem}(?:current_path|temp_directory_path)|literals::string_literals::operator"" ?s`,
];
const twin = new RegExp(`${std}(?:${twins.join("|")})${end}`);

/** @returns the class by the readable form */
function readable(text) {
  if (libcxx.test(text)) return "libc++";
  if (fresh.test(text)) return old.test(text) ? "both" : "new";
  return old.test(text) || twin.test(text) ? "old" : "neutral";
}

/** The class by substrings, for a name that c++filt gives back as it is. */
function unread(name) {
  if (/NSt3__[12]|NSt6__ndk1|NSt4__Cr/.test(name)) return "libc++";
  return /St7__cxx11|NSt10filesystem7__cxx11|B5cxx11/.test(name) ? "new" : "neutral";
}

/** What c++filt does not print of a name: the class it hides, or null. See above. */
function hidden(name) {
  if (!/L_?Z/.test(name) && !/^_Z(?:G[VR]|T[HWISV])?N?.*Z/.test(name)) return null;
  if (/St7__cxx11|B5cxx11/.test(name)) return "new";
  return /S[sb]/.test(name) ? "old" : null;
}

/** `_Z…`, but for vector variants (`_ZGVbN4v_sin`) and names of Rust's older scheme, which end with a hash. */
export function isCxx(name) {
  return name.startsWith("_Z") && !/^_ZGV[a-z]/.test(name) && !/17h[0-9a-f]{16}E(?:\.|$)/.test(name);
}

/** c++filt reads lines; a few hundred thousand at a time keep its output in bounds. */
const BATCH = 200_000;

/** @param names distinct C++ names @returns a map from each to its class and how it was found */
export function classes(names) {
  const found = new Map();
  for (let at = 0; at < names.length; at += BATCH) {
    const some = names.slice(at, at + BATCH);
    const options = { input: Buffer.from(some.join("\n"), "latin1"), maxBuffer: 2 ** 31 };
    const result = spawnSync("c++filt", ["--format=gnu-v3"], options);
    if (result.status !== 0) throw new Error(`c++filt: ${result.error ?? result.stderr}`);
    const lines = result.stdout.toString("latin1").split("\n");
    for (const [index, name] of some.entries()) {
      const text = lines[index];
      found.set(
        name,
        text === name ? { cxx: unread(name), how: "unread" } : { cxx: readable(text), how: "read", text },
      );
    }
  }
  return found;
}

/**
 * Compares the classes of a library's rows, and the sums the facts give, with c++filt's.
 *
 * @param rows all dynamic symbols as the reader lists them @param cxx the facts' field
 * @returns how many names, by class and by how c++filt shows it, and the differences
 */
export function compareClasses(rows, cxx) {
  const names = [...new Set(rows.map(({ name }) => name).filter(plain))].filter(isCxx);
  const known = classes(names);
  const differences = [];
  const ways = { read: 0, unread: 0, hidden: 0 };
  const counts = { new: 0, old: 0, both: 0, "libc++": 0, neutral: 0 };
  for (const row of rows) {
    if (!plain(row.name)) continue;
    const expected = known.get(row.name) ?? { cxx: null, how: null };
    if (expected.how !== null) counts[row.cxx] += 1;
    if (row.cxx === expected.cxx) {
      if (expected.how !== null) ways[expected.how] += 1;
    } else if (expected.cxx === "neutral" && expected.how === "read" && hidden(row.name) === row.cxx) {
      ways.hidden += 1;
    } else {
      differences.push(
        `class of ${row.name}: ours ${row.cxx}, c++filt ${expected.cxx} (${expected.text ?? expected.how})`,
      );
    }
  }
  return { ways, counts, differences: [...differences.slice(0, 20), ...compareSums(rows, cxx)] };
}

/** Names as c++filt takes them: one to a line, bytes of ASCII. */
const plain = (name) => /^[\x21-\x7e]+$/.test(name);

/** The groups of the facts against the rows, whose classes were just compared. */
function compareSums(rows, cxx) {
  const differences = [];
  const sides = { fromRuntime: {}, fromOthers: {}, defined: {} };
  for (const { cxx: one, defined, version } of rows) {
    if (one === null) continue;
    // A defined symbol with the runtime's version is a program's copy of the runtime's object, unless the file defines that version.
    const side = defined
      ? "defined"
      : /^(GLIBCXX|CXXABI)_/.test(version ?? "")
        ? "fromRuntime"
        : "fromOthers";
    sides[side][one] = (sides[side][one] ?? 0) + 1;
  }
  if (Object.values(sides).every((side) => Object.keys(side).length === 0)) {
    return cxx === null ? [] : ["cxx: facts where no C++ name is"];
  }
  if (cxx === null) return ["cxx: no facts where C++ names are"];
  const sum = (names) => ({
    new: names.new.count,
    old: names.old.count + names.stray.count,
    both: names.both.count,
    "libc++": names.libcxx.count,
    neutral: names.neutral,
  });
  const all = (names) => Object.values(names).reduce((total, count) => total + count, 0);
  const same = (side, ours) => {
    for (const [one, count] of Object.entries(ours)) {
      const expected = sides[side][one] ?? 0;
      if (count !== expected) differences.push(`cxx.${side}, ${one}: ours ${count}, the symbols ${expected}`);
    }
  };
  const copies = rows.filter((row) => row.defined && row.cxx !== null).length;
  const own = sum(cxx.own);
  const { runtime } = cxx;
  const defined = all(own) + runtime.count;
  if (defined === copies) {
    same("fromRuntime", sum(cxx.fromRuntime));
    same("defined", {
      new: own.new + runtime.new,
      old: own.old + runtime.old,
      "libc++": own["libc++"] + runtime.libcxx,
    });
  } else if (all(sum(cxx.fromRuntime)) !== all(sides.fromRuntime) + copies - defined) {
    differences.push(`cxx: ${copies} names are defined, ours has ${defined}`);
  }
  same("fromOthers", sum(cxx.fromOthers));
  return differences;
}
