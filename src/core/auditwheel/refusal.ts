/** When auditwheel gives no verdict: why, in our words. */
import type { Architecture } from "../../facts/model.ts";
import type { AuditwheelVerdict } from "./answer.ts";
import { code, say, type Sentence } from "../sentence.ts";

type Reason = Extract<AuditwheelVerdict, { kind: "refused" }>["reason"];

export interface Refusal {
  readonly reason: Reason;
  readonly sentence: Sentence;
  /** Paths concerned, in `RECORD` order. */
  readonly files: readonly string[];
  /** The architecture it had settled on by then. */
  readonly architecture: Architecture | null;
}

const SENTENCES: Readonly<Record<Reason, Sentence>> = {
  "not-a-wheel-name": ["The file name does not follow the wheel naming rules."],
  "no-dist-info": ["The archive has no ", { kind: "code", text: ".dist-info" }, " directory at its root."],
  "several-dist-info": [
    "The archive has more than one ",
    { kind: "code", text: ".dist-info" },
    " directory at its root.",
  ],
  "record-missing": ["The wheel has no ", { kind: "code", text: "RECORD" }, " that can be read."],
  "record-file-missing": [{ kind: "code", text: "RECORD" }, " lists files that are not in the archive."],
  purelib: ["Native files lie in a ", { kind: "code", text: "purelib" }, " directory."],
  pure: ["A pure-Python wheel without native files."],
  "no-elf": ["The wheel is tagged for a platform but holds no ELF file."],
  "other-architecture": ["No ELF file is for the architecture that the file name claims."],
  "unknown-architecture": ["No ELF file is for an architecture that has policies."],
  "other-libc": ["No ELF file is for the C library that the file name claims."],
  "libc-unknown": [
    "An extension module does not tell which C library it was built for, and the file name does not either.",
  ],
  "libc-contradiction": ["A native file asks for glibc and musl at the same time."],
  "isa-unknown": ["A native file needs an x86-64 instruction set level without a name."],
  "android-tags": ["An Android wheel must have exactly one platform tag, of API level 21 or newer."],
  "needed-not-elf": ["A needed library is in the wheel by name but is not an ELF file."],
  "not-linux": ["The wheel is for another system than Linux and holds no ELF file."],
  "too-entangled": ["The native files need each other in more ways than can be followed."],
  unreadable: ["A native file could not be read."],
};

export function refusal(
  reason: Reason,
  files: readonly string[],
  architecture: Architecture | null = null,
): Refusal {
  return { reason, sentence: SENTENCES[reason], files, architecture };
}

/** The name follows a draft that auditwheel does not know; for it that is no wheel's name. */
export function refuseLabel(label: string): Refusal {
  const sentence = say`The file name ends in the variant label ${code(label)}, which auditwheel cannot read.`;
  return { ...refusal("not-a-wheel-name", []), sentence };
}
