/**
 * The same declarations compiled for either ABI of std::string: what g++ 12.2 made of them with `-D_GLIBCXX_USE_CXX11_ABI=0` and `=1`,
 * read with nm. The line about a class: sizeof measured in both programs.
 */
import { describePieces, type Piece } from "./mangled.ts";
import { pieceRows } from "./string-case-pieces.ts";

export interface StringCase {
  readonly id: string;
  readonly label: string;
  /** The declaration in C++. */
  readonly source: string;
  readonly old: string;
  readonly new: string;
  /** What the comparison teaches, one sentence or two. */
  readonly lesson: string;
}

export const stringCases: readonly StringCase[] = [
  {
    id: "takes",
    label: "takes a string",
    source: "void api::by_ref(const std::string &);",
    old: "_ZN3api6by_refERKSs",
    new: "_ZN3api6by_refERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE",
    lesson:
      "One line of C++, two names. A library that offers the one has nothing for a caller that asks for the other: “undefined symbol”.",
  },
  {
    id: "returns",
    label: "returns a string",
    source: "std::string api::ret();",
    old: "_ZN3api3retEv",
    new: "_ZN3api3retB5cxx11Ev",
    lesson:
      "A result is not part of an ordinary function’s name. The new ABI adds a tag, so that the names differ all the same; the old name looks neutral.",
  },
  {
    id: "vector",
    label: "takes a vector of strings",
    source: "void api::vecstr(const std::vector<std::string> &);",
    old: "_ZN3api6vecstrERKSt6vectorISsSaISsEE",
    new: "_ZN3api6vecstrERKSt6vectorINSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEESaIS6_EE",
    lesson:
      "Where the string occurs again, the old name repeats its two letters; the new one refers back to the letters before.",
  },
  {
    id: "holds",
    label: "takes a class that holds one",
    source: "struct Rec { std::string name; int n; };  void api::rec(Rec &);",
    old: "_ZN3api3recERNS_3RecE",
    new: "_ZN3api3recERNS_3RecE",
    lesson:
      "The dangerous case: the names are equal, so that it links and loads. But Rec is 16 bytes in the one program and 40 in the other, and both write to the same memory.",
  },
];

/** The pieces of a name of one of the cases, at hand before the reader is loaded. */
export function piecesOfCase(name: string): readonly Piece[] {
  const rows = (Object.hasOwn(pieceRows, name) ? pieceRows[name] : undefined) ?? [];
  return describePieces(
    name,
    rows.map(([text, kind, depth, abi, parameter, repeats]) => ({
      text,
      kind,
      depth,
      abi,
      parameter,
      repeats,
    })),
  );
}
