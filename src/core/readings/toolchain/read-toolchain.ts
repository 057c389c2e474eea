/** What built a library: compilers, linkers and the likely build image, from the marks they leave. */
import type { ToolchainReading, Tool } from "../readings.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { ElfFacts, WheelFacts } from "../../../facts/model.ts";
import { readMark, type CompilerMark } from "./compiler-marks.ts";
import type { ToolchainKnowledge } from "../../knowledge/toolchain.ts";
import { asClaimed, likelyImage, type ImageGuess } from "./likely-image.ts";
import { sectionTools } from "./section-tools.ts";
import { toolchainWords } from "./toolchain-words.ts";

/** More strings than any linker leaves; the rest of a hostile file is not looked at. */
const STRING_LIMIT = 64;

/**
 * Every library's toolchain, by path. Where a file alone fits several images, files of the same wheel made by the same compiler
 * decide, as far as they agree, then the tag that the wheel claims. Without an entry: no mark known.
 */
export function readToolchains(facts: WheelFacts, knowledge: Knowledge): Map<string, ToolchainReading> {
  const marked = facts.libraries.flatMap(({ path, elf }) => {
    if (elf === null) return [];
    const marks = compilerMarks(elf, knowledge.toolchain);
    return [{ path, elf, marks, guess: likelyImage(elf, marks, knowledge.toolchain) }];
  });
  const settled = settle(marked.map(({ guess }) => guess));
  const readings = new Map<string, ToolchainReading>();
  for (const { path, elf, marks, guess } of marked) {
    const better = guess === null ? null : withSiblings(guess, settled.get(guess.compiler) ?? null);
    const best = better === null ? null : asClaimed(better, facts.name?.platformTags ?? []);
    const reading = readingOf(elf, marks, best);
    if (reading !== null) readings.set(path, reading);
  }
  return readings;
}

/** One library by itself. Null if it has no mark that is known. */
export function readToolchain(elf: ElfFacts, { toolchain }: Knowledge): ToolchainReading | null {
  const marks = compilerMarks(elf, toolchain);
  return readingOf(elf, marks, likelyImage(elf, marks, toolchain));
}

/** The strings of `.comment` that are understood. */
export function compilerMarks(elf: ElfFacts, knowledge: ToolchainKnowledge): CompilerMark[] {
  return elf.comment
    .slice(0, STRING_LIMIT)
    .map((text) => readMark(text, knowledge))
    .filter((mark) => mark !== null);
}

/** By compiler: the image that all files which tell agree on. */
function settle(guesses: readonly (ImageGuess | null)[]): Map<string, ImageGuess | null> {
  const settled = new Map<string, ImageGuess | null>();
  for (const guess of guesses) {
    if (guess?.images.length !== 1) continue;
    const known = settled.get(guess.compiler);
    const agrees = known === undefined || known?.images[0]?.name === guess.images[0]?.name;
    settled.set(guess.compiler, agrees ? (known ?? guess) : null);
  }
  return settled;
}

function withSiblings(guess: ImageGuess, sibling: ImageGuess | null): ImageGuess {
  const [image] = sibling?.images ?? [];
  if (guess.images.length === 1 || sibling === null || image === undefined) return guess;
  if (!guess.images.includes(image)) return guess;
  const reason = sibling.evidence.at(-1) ?? "";
  const others = `another file of the wheel, by the same compiler: ${reason}`;
  return { ...guess, images: [image], evidence: [...guess.evidence, others] };
}

function readingOf(
  elf: ElfFacts,
  marks: readonly CompilerMark[],
  guess: ImageGuess | null,
): ToolchainReading | null {
  const tools = [...marks.map((mark) => toolOf(mark, marks)), ...sectionTools(elf)];
  if (tools.length === 0) return null;
  const images = guess?.images.map(({ name }) => name) ?? [];
  return {
    tools,
    image: guess === null ? null : { name: images.join(" or "), evidence: guess.evidence },
    sentence: toolchainWords(tools, images),
  };
}

/** Start-up files and static parts of the system have the mark of the compiler that made *them*. */
function toolOf(mark: CompilerMark, marks: readonly CompilerMark[]): Tool {
  const { kind, name, version, packaging, text } = mark;
  return { kind, name, version, packaging, likely: isFromSystem(mark, marks), evidence: text };
}

/** Whether a GCC string needs no code of the project to be there. */
export function isFromSystem(mark: CompilerMark, marks: readonly CompilerMark[]): boolean {
  if (mark.name !== "GCC") return mark.kind === "other";
  return marks.some(
    (other) =>
      (mark.redhat?.base === true && takesStartFiles(other, mark)) ||
      (other.kind === "compiler" && other.name !== "GCC"),
  );
}

/**
 * Whether a compiler links the start-up files (`crti.o`) of RHEL into everything it links, pure C too: Red Hat's toolsets do, conda's
 * compilers, whose sysroot is CentOS, and a GCC that somebody built there. Those of other distributions have start-up files of their own.
 */
function takesStartFiles({ name, version, redhat, packaging }: CompilerMark, system: CompilerMark): boolean {
  if (name !== "GCC" || redhat?.base === true) return false;
  if (redhat !== null) return true;
  const own = /^(?:Debian|Ubuntu|Alpine)/.test(packaging ?? "");
  return !own && Number.parseInt(version ?? "0", 10) > Number.parseInt(system.version ?? "0", 10);
}
