/** What the letters of a mangled name stand for: the tables of the Itanium C++ ABI, section 5.1, as far as names of libraries use them. */
import type { PieceTone } from "./mangled.ts";

/** Types of one letter (5.1.5.2). `v` alone is an empty list of parameters. */
export const BUILTIN: Readonly<Record<string, string>> = {
  v: "void",
  w: "wchar_t",
  b: "bool",
  c: "char",
  a: "signed char",
  h: "unsigned char",
  s: "short",
  t: "unsigned short",
  i: "int",
  j: "unsigned int",
  l: "long",
  m: "unsigned long",
  x: "long long",
  y: "unsigned long long",
  n: "__int128",
  o: "unsigned __int128",
  f: "float",
  d: "double",
  e: "long double",
  g: "__float128",
  z: "any further arguments",
};

export const BUILTIN_D: Readonly<Record<string, string>> = {
  Da: "auto",
  Dc: "decltype(auto)",
  Dd: "decimal64",
  De: "decimal128",
  Df: "decimal32",
  Dh: "half-precision float",
  Di: "char32_t",
  Dn: "std::nullptr_t",
  Ds: "char16_t",
  Du: "char8_t",
};

export interface Abbreviation {
  /** As C++ writes it. */
  readonly words: string;
  readonly meaning: string;
  /** The abbreviation stands for the old string only; the new one has none (5.1.10). */
  readonly old: boolean;
}

export const ABBREVIATIONS: Readonly<Record<string, Abbreviation>> = {
  St: { words: "std", meaning: "namespace std", old: false },
  Sa: { words: "std::allocator", meaning: "std::allocator", old: false },
  Sb: {
    words: "std::basic_string",
    meaning: "std::basic_string, always the old template",
    old: true,
  },
  Ss: {
    words: "std::string",
    meaning: "std::string, always the old one: the letters were given away before there was another",
    old: true,
  },
  Si: { words: "std::istream", meaning: "std::istream", old: false },
  So: { words: "std::ostream", meaning: "std::ostream", old: false },
  Sd: { words: "std::iostream", meaning: "std::iostream", old: false },
};

/** Operators (5.1.3.1). */
export const OPERATORS: Readonly<Record<string, string>> = {
  nw: "new",
  na: "new[]",
  dl: "delete",
  da: "delete[]",
  ps: "+ (one operand)",
  ng: "- (one operand)",
  ad: "& (address)",
  de: "* (of a pointer)",
  co: "~",
  pl: "+",
  mi: "-",
  ml: "*",
  dv: "/",
  rm: "%",
  an: "&",
  or: "|",
  eo: "^",
  aS: "=",
  pL: "+=",
  mI: "-=",
  mL: "*=",
  dV: "/=",
  rM: "%=",
  aN: "&=",
  oR: "|=",
  eO: "^=",
  ls: "<<",
  rs: ">>",
  lS: "<<=",
  rS: ">>=",
  eq: "==",
  ne: "!=",
  lt: "<",
  gt: ">",
  le: "<=",
  ge: ">=",
  ss: "<=>",
  nt: "!",
  aa: "&&",
  oo: "||",
  pp: "++",
  mm: "--",
  cm: ",",
  pm: "->*",
  pt: "->",
  cl: "()",
  ix: "[]",
};

/** Constructors, destructors (5.1.4.3) and what a compiler makes for a class (5.1.4.1). */
export const STRUCTORS: Readonly<Record<string, string>> = {
  C1: "constructor",
  C2: "constructor, when called for a base class",
  C3: "constructor that also allocates",
  C4: "constructor, in a form of its own",
  C5: "constructor, group of its forms",
  D0: "destructor that also frees the memory",
  D1: "destructor",
  D2: "destructor, when called for a base class",
  D4: "destructor, in a form of its own",
  D5: "destructor, group of its forms",
};

export const SPECIAL: Readonly<Record<string, string>> = {
  TV: "table of virtual functions of",
  TI: "type information of",
  TS: "name, as type information has it, of",
  TT: "table of tables of virtual functions of",
};

/**
 * Types of namespace std that libstdc++ has twice, and that are in `std` itself in their old form: the new one is in `std::__cxx11`.
 * From the headers of GCC 16.2 (what stands between _GLIBCXX_BEGIN_NAMESPACE_CXX11 and _END_).
 */
const TWICE_IN_STD: ReadonlySet<string> = new Set(
  (
    "list basic_stringbuf basic_istringstream basic_ostringstream basic_stringstream collate collate_byname messages messages_byname " +
    "moneypunct moneypunct_byname numpunct numpunct_byname money_get money_put time_get time_get_byname basic_regex regex_traits " +
    "sub_match match_results regex_iterator regex_token_iterator wstring_convert wbuffer_convert"
  ).split(" "),
);

const TWICE_IN_FILESYSTEM: ReadonlySet<string> = new Set(
  "path directory_entry directory_iterator recursive_directory_iterator filesystem_error".split(" "),
);

/** Inline namespaces of libc++: LLVM's, Android's, Chromium's. */
const LIBCXX_NAMESPACES: ReadonlySet<string> = new Set(["__1", "__2", "__ndk1", "__Cr"]);

/** What a name written out says, by where it stands. */
export function sourceName(
  own: string,
  scope: string,
  isTagged: boolean,
): readonly [meaning: string, tone: PieceTone] {
  const letters = `${own} (${String(own.length)} ${own.length === 1 ? "letter" : "letters"})`;
  if (own === "__cxx11" && (scope === "std" || /^std::(?:experimental::)?filesystem/.test(scope)))
    return [`${letters}: where libstdc++ keeps the types of the new ABI`, "new"];
  if (scope === "std" && LIBCXX_NAMESPACES.has(own))
    return [`${letters}: where libc++ keeps its types`, "libc++"];
  const isTwice =
    (scope === "std" && TWICE_IN_STD.has(own)) ||
    (scope === "std::filesystem" && TWICE_IN_FILESYSTEM.has(own)) ||
    // Told apart by its tag instead of its namespace.
    (scope === "std::ios_base" && own === "failure" && !isTagged);
  return isTwice ? [`${letters}, directly in ${scope}: the old type`, "old"] : [letters, "plain"];
}
