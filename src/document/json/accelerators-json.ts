/** The libraries of GPU toolkits that a wheel needs, contains or mentions, in the published JSON document. */
import { about, count, flag, listOf, named, object, oneOf, orNull, text, type Of } from "../describe.ts";
import { evidenceShape, firstSymbols, pathsOf } from "./names-json.ts";
import type { Accelerators } from "../../core/readings/readings.ts";
import { plainText } from "../../core/sentence.ts";

const acceleratorShape = object("A library.", {
  name: text("File name without auditwheel's hash."),
  component: text("e.g. cuBLAS."),
  vendor: oneOf("Whose it is.", ["nvidia", "amd", "intel", "any"]),
  how: oneOf(
    "needed (DT_NEEDED), mentioned (a string, as for dlopen: a hint), bundled (a file of the wheel), static (linked in).",
    ["needed", "mentioned", "bundled", "static"],
  ),
  libraries: pathsOf("Libraries of the wheel that need it, mention it or contain it."),
  majors: listOf(
    "Major versions of the toolkit that the name fits; empty: it does not tell.",
    count("e.g. 12."),
  ),
  source: oneOf("Where it has to come from.", [
    "wheel",
    "other-wheel",
    "driver",
    "system",
    "missing",
    "unknown",
  ]),
  package: orNull(text("The package of the index that brings it.")),
  declared: orNull(flag("Whether Requires-Dist asks for that package; null: not applicable.")),
  reached: orNull(
    flag("Whether the search path of every library that needs it leads there; null: not applicable."),
  ),
  redistribution: orNull(text("Whether it may be redistributed; null: not known.")),
});

export const acceleratorsShape = named(
  "accelerators",
  "Libraries of GPU toolkits that the wheel needs, contains or mentions.",
  {
    sentence: text("The same in a sentence."),
    libraries: listOf("Needed first, then bundled, linked in, mentioned.", acceleratorShape),
    cuda_majors: listOf(
      "Major versions of CUDA implied; several are a mixture.",
      object("A major version.", {
        major: count("e.g. 12."),
        evidence: listOf("What says so.", evidenceShape),
      }),
    ),
    driver: about(
      "The lowest driver; null if unknown.",
      orNull(object("A driver.", { at_least: text("Its version."), why: text("Why.") })),
    ),
  },
);

export function acceleratorsJson(accelerators: Accelerators | null): Of<typeof acceleratorsShape> | null {
  if (accelerators === null) return null;
  const { libraries, cudaMajors, driver, sentence } = accelerators;
  return {
    sentence: plainText(sentence),
    libraries,
    cuda_majors: cudaMajors.map(({ major, evidence }) => ({
      major,
      evidence: evidence.slice(0, firstSymbols),
    })),
    driver: driver === null ? null : { at_least: driver.atLeast, why: plainText(driver.why) },
  };
}
