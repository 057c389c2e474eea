/**
 * `DF_STATIC_TLS`: code compiled with `-ftls-model=initial-exec` (or local-exec) expects its thread-local variables at a fixed
 * distance from the thread pointer (gABI, "DT_FLAGS"; U. Drepper, "ELF Handling For Thread-Local Storage"). For libraries loaded
 * later glibc keeps 1,664 bytes of that block for all of a process (`TLS_STATIC_SURPLUS`); musl keeps none.
 */
import { type ReadLibrary, judgedLibraries, neededInWheel } from "../../check-context.ts";
import { fileNameOf } from "../../../facts/path.ts";
import { type Sentence, code, count, library, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

/** Its block is some hundred bytes, which the surplus is there for. Go's is one word (golang/go issue 54805). */
const LIBGOMP = /^libgomp\b.*\.so/;
/** Made to be preloaded, and then their block is laid out when the process starts. */
const ALLOCATOR = /^lib(?:jemalloc|tcmalloc|mimalloc)\b.*\.so/;

export const check: Check = (context) => {
  const marked = judgedLibraries(context).filter(
    // A program's own block is laid out when it starts.
    // One that only reaches for another library's variables (libresolv for libc's errno) needs no room itself.
    ({ elf }) =>
      elf.staticTls && elf.tlsSize > 0 && elf.role !== "executable" && elf.role !== "relocatable-object",
  );
  if (marked.length === 0) return null;
  const sizes = new Map(marked.map(({ path, elf }) => [path, count(elf.tlsSize, "byte")]));
  const needed = neededInWheel(context.linkage);
  const small = new Set(marked.filter((entry) => isSmall(entry, needed)).map(({ path }) => path));
  const paths = marked.map(({ path }) => path).sort((a, b) => Number(small.has(a)) - Number(small.has(b)));
  const musl = context.judgement.libc === "musl";
  const onlySmall = !musl && small.size === paths.length;
  return {
    severity: onlySmall ? "info" : "warning",
    sentence: onlySmall ? smallSentence(paths) : sentence(paths, musl),
    advice: advice(marked, musl, needed),
    libraries: paths,
    evidence: paths.map((path) => ({ in: path, note: `DF_STATIC_TLS, ${sizes.get(path)}` })),
  };
};

/** Cases that do not bring trouble by themselves on glibc. */
function isSmall({ path, elf }: ReadLibrary, needed: ReadonlySet<string>): boolean {
  const name = fileNameOf(path);
  return (
    LIBGOMP.test(name) ||
    isPreloaded(path, needed) ||
    elf.sectionMarks.some((mark) => mark === ".go.buildinfo" || mark === ".note.go.buildid")
  );
}

const isPreloaded = (path: string, needed: ReadonlySet<string>): boolean =>
  ALLOCATOR.test(fileNameOf(path)) && !needed.has(path);

function smallSentence(paths: readonly string[]): Sentence {
  return say`${subject(paths)} ${verb(paths.length, "uses", "use")} static thread-local storage, as ${verb(paths.length, "its kind does", "their kinds do")}. glibc keeps room for a few such blocks; only where a process has used it up, loading fails with “cannot allocate memory in static TLS block”.`;
}

function sentence(paths: readonly string[], musl: boolean): Sentence {
  const want = say`${subject(paths)} ${verb(paths.length, "wants", "want")} static thread-local storage`;
  return musl
    ? say`${want}, which musl has for no library that is loaded after the start: the import fails with “initial-exec TLS resolves to dynamic definition”.`
    : say`${want}, of which glibc keeps very little for libraries loaded after the start; when others have used it up, the import fails with “cannot allocate memory in static TLS block”.`;
}

function advice(marked: readonly ReadLibrary[], musl: boolean, needed: ReadonlySet<string>): Sentence[] {
  const gomp = marked.find(({ path }) => LIBGOMP.test(fileNameOf(path)));
  const allocator = marked.find(({ path }) => isPreloaded(path, needed));
  const explained = [gomp, allocator].filter((entry) => entry !== undefined).length;
  return [
    ...(marked.length > explained
      ? [
          say`Compile with ${code("-ftls-model=global-dynamic")}, the default for shared libraries, and drop ${code("-ftls-model=initial-exec")} and its kind.`,
        ]
      : []),
    ...(gomp === undefined
      ? []
      : [
          say`${library(gomp.path)} is GCC’s OpenMP runtime, which is built that way. Its block is small; trouble comes where a process loads several copies from several wheels.`,
        ]),
    ...(allocator === undefined
      ? []
      : [
          say`${library(allocator.path)} is an allocator that nothing in the wheel links to. Loaded by ${code("LD_PRELOAD")}, as such are meant to be, it has its block from the start.`,
        ]),
    ...(musl
      ? []
      : [
          say`Where it happens: import the package before others, or start with ${code("GLIBC_TUNABLES=glibc.rtld.optional_static_tls=4096")} (glibc 2.33 and newer), or load the library by ${code("LD_PRELOAD")}.`,
        ]),
  ];
}
