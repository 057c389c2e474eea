/** Pasted errors: what is read from them, and what is said with and without a wheel. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../../src/core/assess.ts";
import type { NameFacts } from "../../../src/facts/code-facts.ts";
import { diagnose } from "../../../src/core/diagnose/diagnose.ts";
import type { DiagnosisEntry } from "../../../src/core/diagnose/diagnosis.ts";
import { namesOf, readMentions, TEXT_LIMIT } from "../../../src/core/diagnose/read-mentions.ts";
import { outermostScope } from "../../../src/core/diagnose/symbol-owners.ts";
import { explain } from "../../../src/learn/explain.ts";
import type { Report } from "../../../src/core/report.ts";
import { type Sentence, plainText } from "../../../src/core/sentence.ts";
import { knowledge } from "../../../src/data/index.ts";
import { extension, library, pythonNames, wheel } from "../builders.ts";
import { TEXTS } from "./diagnose-texts.ts";
import { cpuNow } from "../../cpu-time.ts";

/** Answers as the reader gives them (c++filt prints the same). */
const NAMES: readonly NameFacts[] = [
  {
    name: "_ZN3c1017RegisterOperators6optionsEv",
    demangled: "c10::RegisterOperators::options()",
    cxx: "neutral",
  },
  {
    name: "_ZN10tensorflow8internal21CheckOpMessageBuilder9NewStringEv",
    demangled: "tensorflow::internal::CheckOpMessageBuilder::NewString()",
    cxx: "neutral",
  },
  {
    name: "_ZN6google8protobuf8internal9WireFormat7ParseItERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE",
    demangled:
      "google::protobuf::internal::WireFormat::ParseIt(std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> > const&)",
    cxx: "new",
  },
  { name: "_ZN3foo3barESs", demangled: "foo::bar(std::string)", cxx: "old" },
];

const answer = (text: string, report: Report | null = null): readonly DiagnosisEntry[] =>
  diagnose(readMentions(text), NAMES, knowledge, report).entries;

const first = (text: string, report: Report | null = null): DiagnosisEntry => {
  const [entry] = answer(text, report);
  if (entry === undefined) throw new Error("nothing recognised");
  return entry;
};

const all = (sentences: readonly Sentence[]): string => sentences.map(plainText).join("\n");

describe.each(TEXTS)("$text", ({ text, mentions, title, learn, wants }) => {
  test("is read", () => {
    const read = readMentions(text).map(({ quote, ...mention }) => {
      expect(text).toContain(quote);
      return mention;
    });
    expect(read).toEqual(mentions);
  });

  test("is explained, with something to do and something to read", () => {
    const entry = first(text);
    expect(entry.title).toBe(title);
    expect(entry.learn).toBe(learn);
    if (learn !== null) expect(explain(learn)).not.toBeNull();
    expect(entry.wants).toBe(wants ?? null);
    expect(entry.meaning.length).toBeGreaterThan(0);
    expect(entry.advice.length).toBeGreaterThan(0);
    for (const sentence of [...entry.meaning, ...entry.advice])
      expect(plainText(sentence)).toMatch(/^\S.*[.”]$/s);
    for (const { label, value } of entry.facts)
      expect(`${label}: ${plainText(value)}`).toMatch(/^[A-Z].*: \S/);
    expect(entry.libraries).toEqual([]);
    expect(entry.ask).toEqual([]);
  });
});

describe("what is said", () => {
  test("a version: the release that brought it, who has it, who does not", () => {
    const entry = first(TEXTS[0]?.text ?? "");
    expect(entry.facts.map(({ label, value }) => `${label}: ${plainText(value)}`)).toContain(
      "First with: glibc 2.34 (2021-08)",
    );
    expect(entry.systems?.since).toContain("Ubuntu 22.04 LTS");
    expect(entry.systems?.since).toContain("RHEL 9");
    expect(entry.systems?.without).toContain("RHEL 8");
    expect(entry.systems?.without).not.toContain("Ubuntu 22.04 LTS");
  });

  test("a conda environment’s older copy is named as the cause", () => {
    const entry = first(TEXTS[1]?.text ?? "");
    expect(all(entry.meaning)).toContain("conda environment");
    expect(all(entry.advice)).toContain("conda-forge");
  });

  test("the caller’s ABI and the likely cause on the other side", () => {
    const old = first("undefined symbol: _ZN3foo3barESs");
    expect(all(old.meaning)).toContain("compiled for the old std::string ABI");
    expect(all(old.advice)).toContain("-D_GLIBCXX_USE_CXX11_ABI=1");
    const torch = first("undefined symbol: _ZN3c1017RegisterOperators6optionsEv");
    expect(all(torch.meaning)).toContain("PyTorch");
    expect(all(torch.advice)).toContain("torch.compiled_with_cxx11_abi()");
  });

  test("without a reader names stay mangled and no ABI is made up", () => {
    const [entry] = diagnose(readMentions("undefined symbol: _ZN3foo3barESs"), [], knowledge, null).entries;
    expect(entry).toMatchObject({ title: "C++ symbol not found", wants: null });
  });

  test("a new symbol of glibc tells why it is wanted", () => {
    expect(all(first("undefined symbol: __isoc23_strtol").meaning)).toContain("GLIBC_2.38");
  });

  test("a wheel that pip refuses: its tags are explained", () => {
    const entry = first("x-1.0-cp312-cp312-win_amd64.whl is not a supported wheel on this platform.");
    expect(all(entry.meaning)).toContain("Python cp312, ABI cp312 and platform win_amd64");
    const renamed = first("ERROR: x.whl is not a supported wheel on this platform.");
    expect(renamed.learn).toBe("wheel-name-invalid");
  });
});

describe("with a wheel open", () => {
  const report = assess(
    wheel({
      libraries: [
        extension("pkg/_x.abi3.so", {
          needed: ["libc.so.6", "libfoo.so.1"],
          needs: { "libc.so.6": ["GLIBC_2.34 pthread_create dlsym"] },
          python: pythonNames(["PyType_GetName"]),
        }),
        library("pkg.libs/libgomp-d22c30c5.so.1.0.0"),
      ],
    }),
    knowledge,
  );

  test.each([
    ["version `GLIBC_2.34' not found (required by /site-packages/other.so)", "pkg/_x.abi3.so"],
    ["undefined symbol: pthread_create", "pkg/_x.abi3.so"],
    ["undefined symbol: PyType_GetName", "pkg/_x.abi3.so"],
    ["ImportError: libfoo.so.1: cannot open shared object file", "pkg/_x.abi3.so"],
    [
      "/v/site-packages/pkg.libs/libgomp-d22c30c5.so.1.0.0: cannot allocate memory in static TLS block",
      "pkg.libs/libgomp-d22c30c5.so.1.0.0",
    ],
    ["No module named 'pkg._x'", "pkg/_x.abi3.so"],
  ])("%s", (text, path) => {
    const { libraries } = first(text, report);
    expect(libraries.map((each) => each.path)).toEqual([path]);
    expect(plainText(libraries[0]?.sentence ?? [])).toContain(path);
  });

  test("symbols that the report does not list are asked for; names with blanks cannot be", () => {
    expect(first("undefined symbol: _ZN3foo3barESs", report).ask).toEqual(["_ZN3foo3barESs"]);
    expect(first("undefined reference to `foo::bar(std::string)'", report).ask).toEqual([]);
  });

  test("what becomes of a need is reported", () => {
    const entry = first("libfoo.so.1: cannot open shared object file", report);
    expect(plainText(entry.libraries[0]?.sentence ?? [])).toBe(
      "pkg/_x.abi3.so needs libfoo.so.1, which is neither in the wheel nor promised by any policy.",
    );
  });
});

describe("reading a text", () => {
  test("several messages in their order, equal ones once", () => {
    const text = `${TEXTS[0]?.text ?? ""}\r\nnoise\n${TEXTS[21]?.text ?? ""}\n${TEXTS[0]?.text ?? ""}`;
    expect(readMentions(text).map(({ kind }) => kind)).toEqual(["version", "library-missing"]);
  });

  test("prose, code and paths without an error give nothing", () => {
    for (const text of [
      "",
      "hello world",
      "import numpy as np",
      "https://example.org/a::b",
      "no module named foo",
      "setup.py",
      "version 2.0 of the tool was not found",
    ]) {
      expect(readMentions(text)).toEqual([]);
    }
  });

  test("names for the reader: mangled ones only, each once", () => {
    const text = "_ZN1a1bEv _ZN1a1bEv __ZN1c1dEv _ZGVbN2v_sin";
    expect(namesOf(readMentions(text))).toEqual(["_ZN1a1bEv", "_ZN1c1dEv"]);
    expect(first("undefined symbol: _ZGVbN2v_sin").facts.map(({ value }) => plainText(value))).toContain(
      "libmvec.so.1, vector mathematics of glibc",
    );
  });

  test("any text is read and explained without an exception", () => {
    const words = fc.constantFrom(
      ...TEXTS.map(({ text }) => text),
      ...TEXTS.flatMap(({ text }) => text.split(" ")),
      "`",
      "(",
      "_Z",
      "@@",
      "\n",
      "İ",
      "constructor",
      "__proto__",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: "binary" })), { maxLength: 30 }), (parts) => {
        const mentions = readMentions(parts.join(" "));
        expect(mentions.length).toBeLessThanOrEqual(30);
        for (const { quote } of mentions) expect(quote.length).toBeLessThanOrEqual(300);
        expect(diagnose(mentions, [], knowledge, null).entries).toHaveLength(mentions.length);
      }),
    );
  });

  test.each([
    ["one word", "a".repeat(TEXT_LIMIT * 2)],
    ["versions", "version `GLIBC_2.".repeat(8000)],
    ["undefined symbols", "undefined symbol: ".repeat(8000)],
    ["brackets", "undefined reference to `" + "f<(".repeat(20_000)],
    ["scopes", "a::".repeat(20_000)],
    ["lines", "x: cannot open shared object file\n".repeat(4000)],
  ])("hostile text takes no time: %s", (_, text) => {
    const started = cpuNow();
    diagnose(readMentions(text), [], knowledge, null);
    expect(cpuNow() - started).toBeLessThan(1500);
  });
});

test.each([
  ["c10::Error::Error(std::string)", "c10"],
  ["vtable for arrow::Buffer", "arrow"],
  ["std::vector<c10::IValue> torch::jit::pop(int)", "torch"],
  ["typeinfo name for boost::any", "boost"],
  ["main", "::"],
  ["greet(std::string)", "::"],
  ["", null],
])("outermost scope of %s: %s", (name, scope) => {
  expect(outermostScope(name)).toBe(scope);
});
