/** A piece of evidence in words. */
import type { Evidence } from "../core/evidence.ts";
import {
  library,
  plainText,
  symbol as symbolName,
  version as versionName,
  type Sentence,
} from "../core/sentence.ts";

interface Names {
  readonly symbol?: string | undefined;
  readonly version?: string | undefined;
  readonly from?: string | undefined;
}

/** What is named: `pthread_create@GLIBC_2.34 from libc.so.6`; empty if the place or a note is all there is. */
export function namedIn({ symbol, version, from }: Names): Sentence {
  return [
    ...(symbol === undefined ? [] : [symbolName(symbol)]),
    ...(version === undefined ? [] : [...(symbol === undefined ? [] : ["@"]), versionName(version)]),
    ...(from === undefined
      ? []
      : [...(symbol === undefined && version === undefined ? [] : [" from "]), library(from)]),
  ];
}

/** As one line of plain text: `fcntl64@GLIBC_2.28 from libc.so.6 in pkg/_native.so: a note`. */
export function evidenceLine(evidence: Evidence): string {
  const { in: path, note } = evidence;
  const parts = [plainText(namedIn(evidence)), path === undefined ? "" : `in ${path}`];
  const line = parts.filter((part) => part !== "").join(" ");
  return note === undefined ? line : line === "" ? note : `${line}: ${note}`;
}
