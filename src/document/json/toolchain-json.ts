/** What one library was built with, in the published JSON document. */
import { about, flag, listOf, named, object, oneOf, orNull, text, type Of } from "../describe.ts";
import type { ToolchainReading } from "../../core/readings/readings.ts";
import { plainText } from "../../core/sentence.ts";

export const toolchainShape = named("toolchain", "The tools that left marks in one library.", {
  tools: listOf(
    "One entry a mark.",
    object("A tool.", {
      kind: oneOf("What it is.", ["compiler", "linker", "language", "other"]),
      name: text("e.g. GCC, Clang, rustc, nvcc."),
      version: orNull(text("Its version.")),
      packaging: orNull(text("Who packaged it, e.g. gcc-toolset-14 (Red Hat).")),
      likely: flag("The mark can have other causes."),
      evidence: text("The string, section or symbol that says so."),
    }),
  ),
  image: about(
    "The build image that the marks fit, an inference; null if none.",
    orNull(
      object("An image.", {
        name: text("e.g. manylinux2014."),
        evidence: listOf("What it is inferred from.", text("A mark.")),
      }),
    ),
  ),
  sentence: text("The same in a line; empty if nothing is known."),
});

export function toolchainJson(reading: ToolchainReading | null): Of<typeof toolchainShape> | null {
  if (reading === null) return null;
  return { tools: reading.tools, image: reading.image, sentence: plainText(reading.sentence) };
}
