/** The one line about a library's toolchain. */
import type { Tool } from "../readings.ts";
import { type Sentence, type SentencePart, list, say, tag } from "../../sentence.ts";

/**
 * "GCC 14.2.1 (gcc-toolset-14), likely manylinux_2_28". GCC's mark that can come from the system is named only if there is
 * no other. No full stop: it stands in a table.
 */
export function toolchainWords(tools: readonly Tool[], images: readonly string[]): Sentence {
  const compilers = tools.filter(({ kind }) => kind === "compiler" || kind === "language");
  const own = compilers.filter(({ likely, name }) => !likely || name !== "GCC");
  const foreign = tools.filter(({ kind }) => kind === "other");
  const parts = [
    names(own.length > 0 ? own : compilers),
    after(compilers.length === 0 ? "code from " : "with code from ", names(foreign)),
    after("linked with ", names(tools.filter(({ kind }) => kind === "linker"))),
    after("likely ", joined(images.map(tag), " or ")),
  ].filter((part) => part.length > 0);
  const [first = [], ...rest] = parts;
  return rest.reduce((line, part) => say`${line}, ${part}`, first);
}

/** `GCC 14.2.1 (gcc-toolset-14)`. */
export function toolName({ name, version, packaging }: Pick<Tool, "name" | "version" | "packaging">): string {
  const numbered = version === null ? name : `${name} ${version}`;
  return packaging === null ? numbered : `${numbered} (${packaging.replace(" (Red Hat)", "")})`;
}

const names = (tools: readonly Tool[]): Sentence =>
  list([...new Set(tools.map((tool) => toolName(tool)))], 4);

const after = (words: string, rest: Sentence): Sentence => (rest.length === 0 ? [] : [words, ...rest]);

function joined(items: readonly SentencePart[], between: string): Sentence {
  return items.flatMap((item, index) => (index === 0 ? [item] : [between, item]));
}
