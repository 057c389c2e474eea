/**
 * “Paste an error”: what the messages of loaders, linkers, Python, pip and CUDA mean. It works on the text alone, and with a report at
 * hand it points at the libraries of the wheel. Three steps, because names are demangled by the reader and not by core:
 *
 *     const mentions = readMentions(text);                     // read-mentions.ts
 *     const names = await engine.names(namesOf(mentions));     // namesOf in read-mentions.ts, the reader does the rest
 *     const diagnosis = diagnose(mentions, names, knowledge, report);   // diagnose.ts; `names` may be []
 *
 * Everything here is plain data.
 */
import type { CxxClass } from "../../facts/code-facts.ts";
import type { FindingId } from "../findings/index.ts";
import type { Evidence } from "../evidence.ts";
import type { Sentence } from "../sentence.ts";

/** What all mentions have: the words of the text they were read from, clipped to 300 characters. */
interface Quoted {
  readonly quote: string;
}

/** A symbol that somebody did not find, or that was pasted by itself. */
export interface SymbolMention extends Quoted {
  readonly kind: "symbol";
  /** `loading`: the dynamic loader. `linking`: `ld`. `bare`: only the name was pasted. */
  readonly when: "loading" | "linking" | "bare";
  /** As in the text: mangled by the loader, demangled by `ld`. Its version is taken off. */
  readonly name: string;
  /** `GLIBC_2.38` of `undefined symbol: x, version GLIBC_2.38`; null: none stated. */
  readonly version: string | null;
  /** The file that wants it, as written in the text (a path). */
  readonly file: string | null;
}

/** A symbol version that somebody did not find, or that was pasted by itself. */
export interface VersionMention extends Quoted {
  readonly kind: "version";
  readonly bare: boolean;
  /** `GLIBCXX_3.4.30`. */
  readonly version: string;
  /** Where it was looked for: `/lib/x86_64-linux-gnu/libstdc++.so.6`. */
  readonly provider: string | null;
  readonly file: string | null;
}

/** A shared library that was not found. `name` is a soname or, where a file itself could not be opened, its path. */
export interface LibraryMention extends Quoted {
  readonly kind: "library-missing";
  readonly name: string;
  readonly file: string | null;
}

/** Messages about one file that need no more than its name. */
export interface FileMention extends Quoted {
  readonly kind:
    | "executable-stack"
    | "static-tls"
    | "wrong-elf-class"
    | "page-alignment"
    | "text-relocations"
    | "not-elf"
    | "isa-level"
    | "wheel-not-supported"
    | "init-function-missing"
    /** “No module named 'pkg._core'” of a compiled module; `detail` is the module. */
    | "module-missing"
    /** NumPy's own ABI: built against another major version. */
    | "numpy-abi";
  readonly file: string | null;
  /** The class in “wrong ELF class”, the function in “does not define module export function”; else null. */
  readonly detail: string | null;
}

/** Messages of the CUDA runtime. */
export interface GpuMention extends Quoted {
  readonly kind: "gpu-no-kernel" | "gpu-driver-old" | "gpu-ptx-too-new";
  /** `sm_120`, where the text names it. */
  readonly device: string | null;
}

/** Messages of systems that Wheelscope does not read. */
export interface ForeignMention extends Quoted {
  readonly kind: "foreign";
  readonly system: "macOS" | "Windows";
}

/** One thing that the text is about. Equal ones are reported once. */
export type Mention =
  SymbolMention | VersionMention | LibraryMention | FileMention | GpuMention | ForeignMention;

/** The answer to the whole text, in its order; empty if nothing in it was recognised. */
export interface Diagnosis {
  readonly entries: readonly DiagnosisEntry[];
}

export interface DiagnosisEntry {
  readonly kind: Mention["kind"];
  /** A few words, e.g. “Symbol of the new std::string ABI not found”. */
  readonly title: string;
  /** The words of the pasted text that led here. */
  readonly quote: string;
  /** What the message means, one paragraph each. */
  readonly meaning: readonly Sentence[];
  /** The ABI that the symbol belongs to; null if it is not about a symbol, or nothing is known of it. */
  readonly wants: WantedAbi | null;
  /** What the name or version is, as a short list of label and value; the page shows it as a small table. May be empty. */
  readonly facts: readonly DiagnosisFact[];
  /** Systems that have the version asked for and those that do not; null if that is no question of the system. */
  readonly systems: SystemsHaving | null;
  /** What to do, one paragraph each, the best first. */
  readonly advice: readonly Sentence[];
  /** The explanation to read on (`explain(learn)`, the learn page). */
  readonly learn: FindingId | null;
  /** Libraries of the open wheel that this is about. Empty without a report or where none fits. */
  readonly libraries: readonly ConcernedLibrary[];
  /**
   * Symbols to look for in the open wheel's libraries, which the report does not list one by one (`Inspection.symbols`): who of
   * them defines or wants the name. Mangled; empty if there is nothing to look for.
   */
  readonly ask: readonly string[];
}

export interface DiagnosisFact {
  /** `Name`, `ABI`, `Belongs to`, `First with`, `Wanted by`. */
  readonly label: string;
  readonly value: Sentence;
}

/** Which ABI one symbol belongs to: the C++ classes, Python's names, or plain C. */
export type WantedAbi = CxxClass | "python-stable" | "python-private" | "c";

export interface SystemsHaving {
  /** What is compared, e.g. `GLIBC_2.34` or `glibc 2.34`. */
  readonly version: string;
  /** Names of the oldest release of each family that has it, e.g. `Ubuntu 22.04`; at most 12. */
  readonly since: readonly string[];
  /** Names of releases still in support that do not have it; at most 12. */
  readonly without: readonly string[];
}

export interface ConcernedLibrary {
  /** Path inside the wheel. */
  readonly path: string;
  /** Why it is named here, e.g. “asks libstdc++.so.6 for GLIBCXX_3.4.30”. */
  readonly sentence: Sentence;
  readonly evidence: readonly Evidence[];
}
