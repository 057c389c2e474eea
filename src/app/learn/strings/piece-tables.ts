/** What the letters of a mangled name stand for: the tables of the Itanium C++ ABI, section 5.1. */

/** Types of one letter (5.1.5.2). `v` alone is an empty list of parameters. */
const builtins: Readonly<Record<string, string>> = {
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

/** Types of `D` and a letter. */
const builtinsOfD: Readonly<Record<string, string>> = {
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
  DF16b: "std::bfloat16_t",
};

export function builtinWords(letters: string): string {
  const [, width, extended] = /^DF(\d+)([_x])$/.exec(letters) ?? [];
  if (width !== undefined) return `_Float${width}${extended === "x" ? "x" : ""}`;
  return own(builtins, letters) ?? own(builtinsOfD, letters) ?? "a built-in type";
}

/** `K` alone is by far the most frequent. */
export const qualifierWords = (letters: string): string =>
  [...letters]
    .map((letter) => (letter === "K" ? "const" : letter === "V" ? "volatile" : "restrict"))
    .reverse()
    .join(" ");

/** The identifier behind its length, and behind a letter that says what it is for. */
export const identifierOf = (letters: string): string => letters.replace(/^\D?\d+/, "");

export function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Names of `std` with letters of their own (5.1.10). */
export const abbreviations: Readonly<Record<string, string>> = {
  Sa: "std::allocator",
  Sb: "std::basic_string, always the old template",
  Ss: "std::string, always the old one: the letters were given away before there was another",
  Si: "std::istream",
  So: "std::ostream",
  Sd: "std::iostream",
};

/** Operators (5.1.3.1). */
const operators: Readonly<Record<string, string>> = {
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

/** The sign of an operator; with how it is meant where one sign has two meanings. */
export function operatorSign(letters: string, isExplained: boolean): string {
  const sign = own(operators, letters) ?? letters;
  return isExplained ? sign : sign.replace(/ \(.*/, "");
}

/** Constructors, destructors (5.1.4.3) and what a compiler makes for a class (5.1.4.1). */
export const structors: Readonly<Record<string, string>> = {
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

/** Tables, thunks and the like (5.1.4.1), by the letters before their numbers. */
export const specials: Readonly<Record<string, string>> = {
  TV: "table of virtual functions of",
  TI: "type information of",
  TS: "name, as type information has it, of",
  TT: "table of tables of virtual functions of",
  TC: "table of virtual functions, while it is made, of",
  TH: "what initialises, in each thread, this:",
  TW: "what gives each thread its own of this:",
  TA: "object that is the template argument",
  Th: "a call that first corrects the object’s address",
  Tv: "a call that first corrects the object’s address",
  Tc: "a call that first corrects the object’s address, and afterwards the result’s",
  GV: "guard that lets this be made only once:",
  GR: "object that a reference keeps alive:",
  GTt: "for use in transactions:",
  GTn: "not for use in transactions:",
  GA: "another name, hidden, of",
};

/** Steps of an expression (5.1.6) beside the operators. */
export const operations: Readonly<Record<string, string>> = {
  cl: "a call: what is called and its arguments, up to E",
  cp: "a call by a name in parentheses, up to E",
  cv: "conversion to",
  tl: "a value of this type made of a list, up to E",
  il: "a list, up to E",
  sr: "a member of this scope:",
  gs: "in the outermost scope:",
  dn: "a destructor",
  on: "the operator",
  dt: "member of an object: .",
  ds: "member by a pointer: .*",
  pt: "member of what is pointed to: ->",
  qu: "condition, and what holds if it is true or false: ? :",
  st: "size of the type",
  sz: "size of",
  at: "alignment of the type",
  az: "alignment of",
  nx: "whether this cannot throw",
  ti: "typeid of the type",
  te: "typeid of",
  tw: "throw",
  tr: "throw again",
  sp: "each of a list:",
  sZ: "how many there are of",
  sP: "how many of these, up to E",
  dc: "dynamic_cast to",
  sc: "static_cast to",
  cc: "const_cast to",
  rc: "reinterpret_cast to",
  aw: "co_await",
  so: "part of an object, up to E",
  di: "the member",
  pi: "made of these, up to E",
};
