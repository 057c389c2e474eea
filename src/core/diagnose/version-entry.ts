/** “version `GLIBCXX_3.4.30' not found”, and versions pasted by themselves. */
import { firstGcc } from "../knowledge/gcc-releases.ts";
import { type Sentence, code, library, say, version as versionPart } from "../sentence.ts";
import { glibcRelease, parseVersionName } from "../../facts/names/version-name.ts";
import { askingFor, namedFiles, together } from "./concerned.ts";
import type { DiagnosisEntry, DiagnosisFact, VersionMention } from "./diagnosis.ts";
import { fileNameOf } from "../../facts/path.ts";
import { entry, type Question } from "./question.ts";
import { systemsHaving } from "./systems-having.ts";

const PROVIDERS: ReadonlyMap<string, readonly [file: string, name: string]> = new Map([
  ["GLIBC", ["libc.so.6", "the C library of the system"]],
  ["GLIBCXX", ["libstdc++.so.6", "the C++ library of GCC"]],
  ["CXXABI", ["libstdc++.so.6", "the C++ library of GCC"]],
  ["GCC", ["libgcc_s.so.1", "the runtime of GCC"]],
  ["GOMP", ["libgomp.so.1", "the OpenMP runtime of GCC"]],
  ["GFORTRAN", ["libgfortran.so.5", "the Fortran runtime of GCC"]],
  ["LIBATOMIC", ["libatomic.so.1", "the atomics library of GCC"]],
  ["OPENSSL", ["libssl.so and libcrypto.so", "OpenSSL"]],
]);

export function versionEntry(mention: VersionMention, question: Question): DiagnosisEntry {
  const { version } = mention;
  const isPrivate = /_PRIVATE$/.test(version);
  const release = glibcRelease(version);
  const family = release === null && !isPrivate ? parseVersionName(version).family : "GLIBC";
  const gcc = firstGcc(version, question.knowledge.toolchain);
  return entry(mention, isPrivate ? "Private part of glibc" : `${titleOf(family, release, gcc, version)}`, {
    meaning: isPrivate ? privateMeaning() : meaningOf(mention, family, gcc),
    facts: factsOf(mention, family, release, gcc, question),
    systems: systemsHaving(version, question.knowledge),
    advice: isPrivate ? privateAdvice() : adviceOf(mention, family),
    learn: isPrivate ? "private-glibc-symbol" : "symbol-version-too-new",
    libraries: together(
      askingFor(question.report, version),
      namedFiles(question.report, mention.file, mention.provider),
    ),
  });
}

function titleOf(
  family: string,
  release: readonly number[] | null,
  gcc: string | null,
  version: string,
): string {
  if (family === "GLIBC" && release !== null) return `Needs glibc ${release.join(".")} or newer`;
  if (gcc !== null) return `Needs the runtime of GCC ${gcc} or newer`;
  return `Needs a newer ${PROVIDERS.get(family)?.[1] ?? `library with ${version}`}`;
}

function meaningOf(
  { bare, provider, version, file }: VersionMention,
  family: string,
  gcc: string | null,
): Sentence[] {
  const known = PROVIDERS.get(family);
  const whose = known === undefined ? "a library" : known[1];
  const who = file === null ? "A library" : library(fileNameOf(file));
  const found = provider === null ? (known?.[0] ?? null) : fileNameOf(provider);
  const first = bare
    ? say`${versionPart(version)} is a version of symbols of ${found === null ? whose : library(found)}${found === null ? "" : `, ${whose}`}.`
    : say`${who} was linked where ${found === null ? whose : library(found)} is newer than here. It asks for ${versionPart(version)}, and the loader refuses the whole file when a version is missing.`;
  const meaning = [first];
  if (family === "GLIBCXX" || family === "CXXABI") {
    meaning.push(
      gcc === null
        ? say`No release of GCC known here has that version.`
        : say`${versionPart(version)} came with GCC ${gcc}. A compiler of that age or newer built the file, and not one of Red Hat’s toolsets, which link the newer parts in.`,
    );
  }
  if (provider !== null && isConda(provider)) {
    meaning.push(
      say`The copy that was found lies in a conda environment (${code(provider)}), which is loaded in place of the system’s and is older than what is asked for.`,
    );
  } else if (provider !== null && isBundled(provider)) {
    meaning.push(
      say`The copy that was found belongs to another wheel (${code(provider)}), which was imported first; a process has only one.`,
    );
  }
  return meaning;
}

const isConda = (path: string): boolean => /\/(?:\w*conda\w*|miniforge\w*|mambaforge|envs)\//.test(path);
const isBundled = (path: string): boolean => path.includes("/site-packages/") || /\.libs\//.test(path);

function factsOf(
  { provider, file, version }: VersionMention,
  family: string,
  release: readonly number[] | null,
  gcc: string | null,
  { knowledge: { toolchain } }: Question,
): DiagnosisFact[] {
  const facts: DiagnosisFact[] = [{ label: "Version", value: [versionPart(version)] }];
  const known = PROVIDERS.get(family);
  if (known !== undefined) facts.push({ label: "Belongs to", value: say`${library(known[0])}, ${known[1]}` });
  if (release !== null) {
    const number = release.slice(0, 2).join(".");
    facts.push({ label: "First with", value: say`glibc ${number}${dated(toolchain.glibcReleased, number)}` });
  } else if (gcc !== null) {
    facts.push({ label: "First with", value: say`GCC ${gcc}${dated(toolchain.gccReleased, gcc)}` });
  }
  if (provider !== null) facts.push({ label: "Looked for in", value: [library(provider)] });
  if (file !== null) facts.push({ label: "Wanted by", value: [library(file)] });
  return facts;
}

function dated(dates: Readonly<Record<string, string>>, release: string): string {
  const date = Object.hasOwn(dates, release) ? dates[release] : undefined;
  return date === undefined ? "" : ` (${date.slice(0, 7)})`;
}

function adviceOf({ provider }: VersionMention, family: string): Sentence[] {
  if (family === "GLIBC") {
    return [
      say`As a user: glibc cannot be replaced alone. Use a newer distribution or a container of one, or an older release of the package whose wheel fits (${code("pip install --only-binary=:all: PACKAGE==…")}). If the wheel’s tag promised this system, tell its maintainers.`,
      say`As a packager: build in the manylinux image of the oldest system you want to serve, and let ${code("auditwheel repair")} choose the tag.`,
    ];
  }
  if (family === "GLIBCXX" || family === "CXXABI" || family === "GCC") {
    const conda = provider !== null && isConda(provider);
    return [
      conda
        ? say`As a user: ${code("conda install -c conda-forge libstdcxx-ng libgcc-ng")} brings a newer copy into the environment.`
        : say`As a user: use a newer distribution, or a conda environment, which brings a newer copy of its own. Replacing the system’s file by hand endangers everything else that uses it.`,
      say`As a packager: build in a manylinux image, whose toolset links newer parts of the library in, or link with ${code("-static-libstdc++ -static-libgcc -Wl,--exclude-libs,ALL")}.`,
    ];
  }
  return [
    say`Another, older copy of the library was found first. See which: ${code("LD_DEBUG=libs python3 -c 'import …' 2>&1 | grep 'calling init'")}. A wheel should bring its own copy under a name of its own (${code("auditwheel repair")}).`,
  ];
}

function privateMeaning(): Sentence[] {
  return [
    say`${versionPart("GLIBC_PRIVATE")} marks what the parts of one glibc use among themselves. It changes with every build, so that a file asking for it fits exactly one.`,
    say`Usually a part of glibc itself (libpthread, librt, ld.so) was copied into the wheel or found through ${code("LD_LIBRARY_PATH")}, and meets the system’s other parts.`,
  ];
}

function privateAdvice(): Sentence[] {
  return [
    say`Take libraries of glibc out of the wheel and out of ${code("LD_LIBRARY_PATH")}; they always come from the system.`,
  ];
}
