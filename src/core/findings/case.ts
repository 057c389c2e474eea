/**
 * The form of `cases.ts` in a finding's folder, and what such files build wheels with. Compiled with the tests, not with the core:
 * to import this file or a `cases.ts` from any other does not compile, so none of it can get into the program.
 */
import { extension, wheel, type LibraryShape } from "../../../test/core/builders.ts";
import type { LibraryFacts, WheelFacts } from "../../facts/model.ts";
import type { Evidence } from "../evidence.ts";
import type { Severity } from "../severity.ts";

export {
  cudaCode,
  cxxNames,
  extension,
  library,
  pythonNames,
  symbolGroup,
  unreadable,
  watched,
  wheel,
} from "../../../test/core/builders.ts";

/** The smallest wheels that have the finding, and what it says of them. */
export type Cases = readonly [Case, ...Case[]];

export interface Case {
  readonly severity: Severity;
  readonly facts: WheelFacts;
  /** As plain text. */
  readonly sentence: string;
  /** The first piece of evidence. */
  readonly evidence?: Evidence;
  /** Of all pieces; left out: one, or none if there is no evidence. */
  readonly total?: number;
}

/** `pkg/_x.so`, an extension module that asks for nothing special. */
export const plainExtension = (): LibraryFacts =>
  extension("pkg/_x.so", { needs: { "libc.so.6": ["GLIBC_2.17 clock_gettime"] } });

/** A wheel with `pkg/_x.so` as its only library. */
export const wheelWith = (shape: LibraryShape, tags = "manylinux_2_17_x86_64"): WheelFacts =>
  wheel({ tags, libraries: [extension("pkg/_x.so", shape)] });
