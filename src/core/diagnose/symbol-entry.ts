/** “undefined symbol: …”, “undefined reference to …”, and symbols pasted by themselves. */
import { firstGcc } from "../knowledge/gcc-releases.ts";
import { knownVersions } from "../knowledge/known-symbols.ts";
import { type Sentence, code, library, list, say, symbol, version } from "../sentence.ts";
import { glibcRelease, parseVersionName } from "../../facts/names/version-name.ts";
import { namedFiles, together, usingSymbol } from "./concerned.ts";
import { CLASS_WORDS, cxxAdvice, cxxClassOf, cxxMeaning, cxxTitle } from "./cxx-words.ts";
import type { DiagnosisEntry, DiagnosisFact, SymbolMention } from "./diagnosis.ts";
import { fileNameOf } from "../../facts/path.ts";
import { pythonWords } from "./python-words.ts";
import { entry, type Question } from "./question.ts";
import { isMangled } from "./read-mentions.ts";
import { outermostScope, ownerOfScope, ownerOfSymbol } from "./symbol-owners.ts";
import { systemsHaving } from "./systems-having.ts";

/** Scopes that the C++ runtime has to itself. */
const RUNTIME_SCOPES = new Set(["std", "__gnu_cxx", "__cxxabiv1", "operator"]);

export function symbolEntry(mention: SymbolMention, question: Question): DiagnosisEntry {
  const libraries = together(
    usingSymbol(question.report, mention.name),
    namedFiles(question.report, mention.file),
  );
  const ask = question.report === null || /[\s(]/.test(mention.name) ? [] : [mention.name];
  const python = pythonWords(mention.name, question);
  if (python !== null) {
    const { title, ...words } = python;
    const facts = [...nameFacts(mention, null), ...words.facts];
    return entry(mention, bareTitle(mention, title, "Name of Python"), { ...words, facts, libraries, ask });
  }
  const more = { libraries, ask };
  return isMangled(mention.name) || cxxClassOf(mention.name, undefined) !== null
    ? cxxEntry(mention, question, more)
    : plainEntry(mention, question, more);
}

/** A symbol that was not found is reported as such; a name by itself is only described. */
const bareTitle = ({ when }: SymbolMention, title: string, bare: string): string =>
  when === "bare" ? bare : title;

function nameFacts(
  { name, version: stated, file }: SymbolMention,
  demangled: string | null,
): DiagnosisFact[] {
  return [
    { label: "Name", value: [symbol(demangled ?? name)] },
    ...(stated === null ? [] : [{ label: "Version", value: [version(stated)] }]),
    ...(file === null ? [] : [{ label: "Wanted by", value: [library(file)] }]),
  ];
}

type More = Pick<DiagnosisEntry, "libraries" | "ask">;

function cxxEntry(mention: SymbolMention, question: Question, more: More): DiagnosisEntry {
  const known = question.names.get(mention.name);
  const demangled = known?.demangled ?? null;
  const cxx = cxxClassOf(mention.name, known);
  const readable = demangled ?? (isMangled(mention.name) ? "" : mention.name);
  const scope = outermostScope(readable);
  const owner = scope === null ? null : ownerOfScope(scope, readable);
  const inRuntime = mention.version !== null || (scope !== null && RUNTIME_SCOPES.has(scope));
  const facts = nameFacts(mention, demangled);
  if (cxx !== null) facts.push({ label: "ABI", value: [CLASS_WORDS[cxx]] });
  if (inRuntime)
    facts.push({ label: "Belongs to", value: say`${library("libstdc++.so.6")}, the C++ library of GCC` });
  else if (owner !== null) facts.push({ label: "Belongs to", value: [owner.name] });
  const gcc = mention.version === null ? null : firstGcc(mention.version, question.knowledge.toolchain);
  if (gcc !== null) facts.push({ label: "First with", value: say`GCC ${gcc}` });
  const title = bareTitle(
    mention,
    cxxTitle(cxx, inRuntime),
    cxx === null ? "C++ symbol" : `C++ symbol, ${CLASS_WORDS[cxx]}`,
  );
  const bare: Sentence[] =
    mention.when === "bare"
      ? [
          say`A name by itself is no error; what follows is for the case that a loader or linker does not find it.`,
        ]
      : [];
  const linking: Sentence[] =
    mention.when === "linking"
      ? [
          say`This is a message of the linker: the library is on its command line in another form, or not at all.`,
        ]
      : [];
  return entry(mention, title, {
    ...more,
    wants: cxx,
    facts,
    meaning: [...bare, ...cxxMeaning(cxx, owner, inRuntime), ...linking],
    advice: inRuntime ? runtimeAdvice() : cxxAdvice(cxx, owner),
    systems: mention.version === null ? null : systemsHaving(mention.version, question.knowledge),
    learn: inRuntime
      ? "symbol-version-too-new"
      : cxx === "new" || cxx === "old" || cxx === "both"
        ? "mixed-string-abi"
        : null,
  });
}

const runtimeAdvice = (): Sentence[] => [
  say`See which copy of the runtime is loaded: ${code("LD_DEBUG=libs python3 -c 'import …' 2>&1 | grep libstdc++")}. Use a newer one (a newer distribution, or a conda environment), or rebuild the caller in a manylinux image.`,
];

function plainEntry(mention: SymbolMention, question: Question, more: More): DiagnosisEntry {
  const known = knownVersions(mention.name);
  const wanted = mention.version ?? known.at(-1)?.version ?? null;
  const cause = known.find((each) => each.version === wanted) ?? known.at(-1);
  const owner = ownerOfSymbol(mention.name);
  const release = wanted === null ? null : glibcRelease(wanted);
  const facts = nameFacts(mention, null);
  if (release !== null)
    facts.push({ label: "Belongs to", value: say`${library("libc.so.6")}, the C library of the system` });
  else if (owner !== null) {
    facts.push({
      label: "Belongs to",
      value: owner.library === null ? [owner.name] : say`${library(owner.library)}, ${owner.name}`,
    });
  }
  if (release !== null) facts.push({ label: "First with", value: say`glibc ${release.join(".")}` });
  const meaning: Sentence[] = [];
  if (wanted !== null && cause !== undefined)
    meaning.push(say`${symbol(mention.name)} asks for ${version(wanted)}: ${cause.cause}.`);
  else if (wanted !== null)
    meaning.push(
      say`${symbol(mention.name)} is wanted in the version ${version(wanted)}, and the library that was found has it in older versions only, or not at all.`,
    );
  if (release !== null && mention.when !== "bare") {
    meaning.push(say`The system’s glibc is older than the one that the file was linked with.`);
  } else if (wanted === null && owner !== null) {
    meaning.push(
      say`The name belongs to ${owner.name}. The file does not list its library as needed, or a copy was loaded that does not have it: another release, or one built with other options.`,
    );
  } else if (meaning.length === 0) {
    meaning.push(
      say`No loaded library defines the name. The file was linked without the library that does, or found another release of it.`,
    );
  }
  const isPrivate =
    mention.version !== null &&
    parseVersionName(mention.version).numbers === null &&
    /_PRIVATE$/.test(mention.version);
  const title =
    release !== null
      ? `Needs glibc ${release.join(".")} or newer`
      : isPrivate
        ? "Private part of glibc"
        : owner === null
          ? "Symbol not found"
          : `Symbol of ${owner.name} not found`;
  const bare =
    release !== null
      ? `Symbol of glibc ${release.join(".")}`
      : owner === null
        ? "Symbol"
        : `Symbol of ${owner.name}`;
  return entry(mention, bareTitle(mention, title, bare), {
    ...more,
    wants: "c",
    facts,
    meaning,
    systems: wanted === null ? null : systemsHaving(wanted, question.knowledge),
    advice: [
      ...(cause === undefined || cause.remedy === null ? [] : [say`${cause.remedy}`]),
      ...(release === null
        ? [
            say`See what the file needs and what is found: ${code(`ldd ${mention.file === null ? "FILE.so" : fileNameOf(mention.file)}`)}, and who defines the name: ${code(`nm -D --defined-only LIBRARY.so | grep ${mention.name}`)}.`,
            say`As a packager: link with ${code("-Wl,--no-undefined")} (modules of Python aside, whose names come from the interpreter) to find such names during the build.`,
          ]
        : [
            say`Use a newer distribution or container, or build in the manylinux image of the oldest system to be served: ${list([code("manylinux2014"), code("manylinux_2_28")])}.`,
          ]),
    ],
    learn: isPrivate ? "private-glibc-symbol" : wanted === null ? null : "symbol-version-too-new",
  });
}
