/** Mangled names taken apart by the reader, in the page's words: nothing lost, the ABI's marks found, repetitions resolved, hostile names bounded. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describePieces, type Piece, type PieceTone } from "../../src/app/learn/strings/mangled.ts";
import { newReader } from "../engine/elf/elf-fixtures.ts";
import { propertyRuns } from "../property-runs.ts";
import { cpuNow } from "../cpu-time.ts";

const reader = newReader();

const piecesOf = (name: string): readonly Piece[] => describePieces(name, reader.pieces([name])[0] ?? []);

/**
 * Names that g++ 12.2 and clang 19 made of the same source with either ABI (libc++ the last two), and how the reader of the engine
 * classes them.
 */
const names: readonly (readonly [name: string, tones: readonly PieceTone[]])[] = [
  ["_ZN3api6by_refERKSs", ["old"]],
  ["_ZN3api6by_refERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE", ["new"]],
  ["_ZN3api4wideERKSbIwSt11char_traitsIwESaIwEE", ["old"]],
  ["_ZN3api3lstESt4listIiSaIiEE", ["old"]],
  ["_ZN3api3lstENSt7__cxx114listIiSaIiEEE", ["new"]],
  [
    "_ZN3api6mapstrERKSt3mapINSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEEiSt4lessIS6_ESaISt4pairIKS6_iEEE",
    ["new"],
  ],
  ["_ZN3api2fnESt8functionIFSsiEE", ["old"]],
  ["_ZN3api6varstrESt7variantIJiSsEE", ["old"]],
  ["_ZN3api3arrERA4_Ss", ["old"]],
  ["_ZN3api5memfnEMSsKFmvE", ["old"]],
  ["_ZN3api4pathERKNSt10filesystem4pathE", ["old"]],
  ["_ZN3api4pathERKNSt10filesystem7__cxx114pathE", ["new"]],
  ["_ZN3api4failERKNSt8ios_base7failureE", ["old"]],
  ["_ZN3api4failERKNSt8ios_base7failureB5cxx11E", ["new"]],
  ["_ZN3api3retEv", []],
  ["_ZN3api3retB5cxx11Ev", ["new"]],
  ["_ZZN3api4irefB5cxx11EvE6icache", ["new"]],
  ["_ZN3api5identISsEET_S1_", ["old"]],
  ["_ZN3api3BoxISsE3putEv", ["old"]],
  ["_ZN3api2osERSo", []],
  ["_ZN3api2svESt17basic_string_viewIcSt11char_traitsIcEE", []],
  ["_ZN3api3recERNS_3RecE", []],
  ["_ZTIN3api2D1E", []],
  ["_ZN3api2Ss1fEi", []],
  ["_ZN3api7__cxx114mineENS0_4listE", []],
  ["_ZNSs4_Rep20_S_empty_rep_storageE", ["old"]],
  ["_ZNSt7__cxx114listIiSaIiEE6removeB7__cxx20ERKi", ["new"]],
  ["_Z9take_crefRKNSt3__112basic_stringIcNS_11char_traitsIcEENS_9allocatorIcEEEE", ["libc++"]],
  ["_ZNSt3__112basic_stringIcNS_11char_traitsIcEENS_9allocatorIcEEED2Ev", ["libc++"]],
];

const textOf = (name: string): string =>
  piecesOf(name)
    .map(({ text }) => text)
    .join("");

const meaningsOf = (name: string, letters: string): string[] =>
  piecesOf(name).flatMap(({ text, meaning }) => (text === letters ? [meaning] : []));

describe("a mangled name", () => {
  it.each(names)("%s is read whole, with its marks", (name, tones) => {
    expect(textOf(name)).toBe(name);
    const seen = new Set(piecesOf(name).map(({ tone }) => tone));
    expect(seen.has("unread")).toBe(false);
    expect(["new", "old", "libc++"].filter((tone) => seen.has(tone as PieceTone))).toEqual(tones);
  });

  it("says what a repetition repeats, as c++filt has it", () => {
    const string = "std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char>>";
    expect(meaningsOf(names[5]?.[0] ?? "", "S6_")).toEqual([`again: ${string}`, `again: ${string}`]);
    expect(meaningsOf("_ZN3api2rxERKNSt7__cxx1111basic_regexIcNS0_12regex_traitsIcEEEE", "S0_")).toEqual([
      "again: std::__cxx11",
    ]);
    expect(meaningsOf("_ZN3api6setptrERKSt3setIPSsSt4lessIS1_ESaIS1_EE", "S1_")).toEqual(
      Array(2).fill("again: std::string*"),
    );
    // Of arrow and of libstdc++.
    expect(
      meaningsOf("_ZN5arrow8internal17ComputeTensorSizeESt4spanIKlLm18446744073709551615EES3_l", "S3_"),
    ).toEqual(["parameter 2: again: std::span<long const, 18446744073709551615>"]);
    expect(meaningsOf("_ZNKSt7codecvtIDiDu11__mbstate_tE10do_unshiftERS0_PDuS3_RS3_", "S3_")).toEqual([
      "parameter 3: again: char8_t*",
      "again: char8_t*",
    ]);
  });

  it("tells results and parameters", () => {
    expect(piecesOf("_ZN3api5tostrIiEESsT_").map(({ text, meaning }) => `${text}: ${meaning}`)).toEqual([
      "_Z: a C++ name",
      "N: a name of several parts, up to its E",
      "3api: api (3 letters)",
      "5tostr: tostr (5 letters)",
      "I: template arguments, up to their E",
      "i: int",
      "E: end of the template arguments",
      "E: end of the name",
      "Ss: result: std::string, always the old one: the letters were given away before there was another",
      "T_: parameter 1: argument 1 of the template",
    ]);
  });

  it("reads what libraries hardly have: constraints, expressions, types asked for by decltype", () => {
    const words = (name: string): string[] =>
      piecesOf(name).map(({ text, meaning }) => `${text}: ${meaning}`);
    const constrained =
      "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEC1EvQ26is_default_constructible_vIT1_E";
    expect(words(constrained).slice(-6)).toEqual([
      "v: no parameters",
      "Q: on the condition that",
      "26is_default_constructible_v: is_default_constructible_v (26 letters)",
      "I: template arguments, up to their E",
      "T1_: argument 3 of the template",
      "E: end of the template arguments",
    ]);
    expect(words("_Z3addIiEDTplfp_Li1EET_")).toEqual([
      "_Z: a C++ name",
      "3add: add (3 letters)",
      "I: template arguments, up to their E",
      "i: int",
      "E: end of the template arguments",
      "DT: result: the type of, up to E",
      "pl: +",
      "fp_: a parameter of the function",
      "L: a value, up to its E",
      "i: int",
      "1: 1",
      "E: end of the value",
      "E: end of decltype",
      "T_: parameter 1: argument 1 of the template",
    ]);
  });

  it("leaves what no grammar knows unread, and never loses a letter", () => {
    expect(piecesOf("_Z3addii!i").at(-1)).toMatchObject({ text: "!i", tone: "unread" });
    for (const name of [
      "",
      "main",
      "_ZN",
      "_Z9999abc",
      "_ZS5_",
      "_Z1fDTfp_E",
      "_RNvC1a1b",
      "_Z1f.constprop.0",
    ]) {
      expect(textOf(name)).toBe(name);
    }
  });

  it("is bounded on hostile names", () => {
    for (const unit of ["N", "P", "I", "L_Z", "F", "Ul", "B", "St", "S_", "1a", "J", "A_", "cv"]) {
      for (const start of ["_Z", "_ZN1aI", "_Z1f"]) {
        const name = (start + unit.repeat(2000)).slice(0, 2000);
        const began = cpuNow();
        expect(textOf(name)).toBe(name);
        expect(cpuNow() - began).toBeLessThan(500);
      }
    }
    const long = `_Z${"1a".repeat(100_000)}`;
    expect(piecesOf(long)).toHaveLength(1);
  });

  it("loses nothing of names put together at random", () => {
    const letters = fc.constantFrom(
      ..."_Z N E S_ S0_ Ss St Sa I T_ R K P v i 3api 7__cxx11 B5cxx11 C1 D0 L F M A1_ Ul J X Q . @ 9 ü".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 60 }), (parts) => {
        const name = `_Z${parts.join("")}`;
        expect(textOf(name)).toBe(name);
        expect(piecesOf(name).every(({ text }) => text !== "")).toBe(true);
      }),
      { numRuns: propertyRuns(2000) },
    );
  });
});
