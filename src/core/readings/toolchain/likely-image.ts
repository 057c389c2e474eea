/**
 * Which of PyPA's build images fits the marks of a file. Red Hat's toolsets exist for one to three releases of RHEL; a mark of the
 * system's own compiler beside it, or a sign of the glibc it was linked with, tells which.
 */
import type { ElfFacts } from "../../../facts/model.ts";
import { compareNumbers, glibcRelease } from "../../../facts/names/version-name.ts";
import type { CompilerMark } from "./compiler-marks.ts";
import type { ImageMarks, ToolchainKnowledge } from "../../knowledge/toolchain.ts";

export interface ImageGuess {
  /** Who packaged the compiler that gives it away, e.g. `gcc-toolset-14`. Files of one wheel that share it share the image. */
  readonly compiler: string;
  /** Oldest first; more than one: the marks do not decide. */
  readonly images: readonly ImageMarks[];
  readonly evidence: readonly string[];
}

/** Null if nothing points at an image, or marks contradict each other. */
export function likelyImage(
  elf: ElfFacts,
  marks: readonly CompilerMark[],
  knowledge: ToolchainKnowledge,
): ImageGuess | null {
  const guess = toolsetImages(elf, marks, knowledge) ?? distributionImages(elf, marks, knowledge);
  return guess === null || guess.images.length === 0 ? null : guess;
}

function toolsetImages(
  elf: ElfFacts,
  marks: readonly CompilerMark[],
  knowledge: ToolchainKnowledge,
): ImageGuess | null {
  const toolsets = marks.filter(({ redhat }) => redhat?.base === false);
  const [first] = toolsets;
  const redhat = first?.redhat;
  if (first === undefined || redhat === null || redhat === undefined) return null;
  // Two toolsets: objects of two images.
  if (toolsets.some((mark) => mark.redhat?.product !== redhat.product)) return null;
  const hints = marks.flatMap(({ text, redhat: own, rhel }) => {
    const release = rhel ?? (own?.base === true ? own.systems[0] : undefined);
    return release !== undefined && redhat.systems.includes(release) ? [{ text, release }] : [];
  });
  const systems = hints.length > 0 ? hints.map(({ release }) => release) : redhat.systems;
  const fitting = knowledge.images.filter(
    (image) =>
      systems.some((release) => image.system === `RHEL ${String(release)}`) &&
      image.compilers.includes(redhat.product) &&
      mayRunOn(image, elf),
  );
  const sign = fitting.some(isMerged) && fitting.some((image) => !isMerged(image)) ? olderSign(elf) : null;
  return {
    compiler: redhat.product,
    images: sign === null ? fitting : fitting.filter((image) => !isMerged(image)),
    evidence: [first.text, ...hints.map(({ text }) => text), ...(sign === null ? [] : [sign])],
  };
}

function distributionImages(
  elf: ElfFacts,
  marks: readonly CompilerMark[],
  knowledge: ToolchainKnowledge,
): ImageGuess | null {
  const compilers = marks.filter(({ name }) => name === "GCC");
  // A cross compiler links against the system of another image.
  if (compilers.some(({ packaging }) => packaging === "crosstool-NG")) return null;
  for (const { text, packaging, version } of compilers) {
    if (packaging === null) continue;
    const major = version?.split(".")[0] ?? "";
    const names = [packaging, `${packaging} ${major}`];
    const images = knowledge.images.filter(
      (image) => image.compilers.some((each) => names.includes(each)) && mayRunOn(image, elf),
    );
    if (images.length > 0) return { compiler: packaging, images, evidence: [text] };
  }
  return null;
}

/** The marks leave several images open, and the wheel's file name claims the tag of one of them. */
export function asClaimed(guess: ImageGuess, platformTags: readonly string[]): ImageGuess {
  if (guess.images.length < 2) return guess;
  const claimed = guess.images.flatMap((image) => {
    const tag = platformTags.find((each) => each.startsWith(`${image.name}_`));
    return tag === undefined ? [] : [{ image, tag }];
  });
  const [only] = claimed;
  if (claimed.length !== 1 || only === undefined) return guess;
  return {
    ...guess,
    images: [only.image],
    evidence: [...guess.evidence, `the file name claims ${only.tag}`],
  };
}

/** Right architecture and C library, and no symbol of a newer glibc than the image has. */
function mayRunOn(image: ImageMarks, elf: ElfFacts): boolean {
  if (image.architectures?.includes(elf.architecture) === false) return false;
  if (image.glibc === null) return elf.libc === "musl" || (elf.libc === "none" && elf.type === "shared");
  if (elf.libc === "musl" || elf.libc === "bionic") return false;
  const limit = numbers(image.glibc);
  return elf.versionNeeds.every(({ version }) => {
    const release = glibcRelease(version);
    return release === null || compareNumbers(release, limit) <= 0;
  });
}

/** glibc 2.34 merged its small libraries into libc, 2.33 made stat a function of its own (glibc NEWS). */
const MERGED = [2, 34] as const;
const isMerged = ({ glibc }: ImageMarks): boolean =>
  glibc !== null && compareNumbers(numbers(glibc), MERGED) >= 0;

const MERGED_LIBRARIES = new Set(["libpthread.so.0", "libdl.so.2", "librt.so.1", "libutil.so.1"]);
const MERGED_SYMBOLS = new Set([
  ..."pthread_create pthread_join pthread_once pthread_key_create pthread_mutex_trylock sem_wait".split(" "),
  ..."dlopen dlsym dlclose dlerror dladdr __xstat __fxstat __lxstat __xstat64 __fxstat64 __lxstat64".split(
    " ",
  ),
]);

/** What shows that the file was linked before glibc 2.34; null: nothing. */
function olderSign(elf: ElfFacts): string | null {
  const library = elf.needed.find((name) => MERGED_LIBRARIES.has(name));
  if (library !== undefined) return `needs ${library}, which was merged into libc in glibc 2.34`;
  for (const { version, symbols } of elf.versionNeeds) {
    const release = glibcRelease(version);
    const name = symbols.find((each) => MERGED_SYMBOLS.has(each));
    if (name !== undefined && release !== null && compareNumbers(release, MERGED) < 0)
      return `${name}@${version}, so linked before glibc 2.34`;
  }
  return null;
}

function numbers(release: string): number[] {
  return release.split(".").map(Number);
}
