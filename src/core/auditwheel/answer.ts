import type { Sentence } from "../sentence.ts";

/** The auditwheel verdict: `auditwheel show --json --ldpaths ""`, or the refusal it would give. */
export type AuditwheelVerdict =
  | {
      readonly kind: "platform";
      readonly overallTag: string;
      readonly symTag: string;
      readonly pyfpe: boolean;
      readonly ucs2: boolean;
      readonly unsupportedIsa: boolean;
      /** Provider → versions, both sorted as auditwheel sorts. */
      readonly versionedSymbols: Readonly<Record<string, readonly string[]>>;
      readonly externalLibs: readonly string[];
      /** Per better policy (full tag). */
      readonly policyUpgrades: Readonly<
        Record<
          string,
          {
            readonly libsToEliminate: readonly string[];
            readonly blacklistedSymbols: Readonly<Record<string, readonly string[]>>;
          }
        >
      >;
    }
  | {
      readonly kind: "refused";
      /** Which of auditwheel's errors; kebab-case names of our own. */
      readonly reason:
        | "not-a-wheel-name"
        | "no-dist-info"
        | "several-dist-info"
        | "record-missing"
        | "record-file-missing"
        | "purelib"
        | "pure"
        | "no-elf"
        | "other-architecture"
        | "other-libc"
        | "unknown-architecture"
        | "libc-unknown"
        | "libc-contradiction"
        | "isa-unknown"
        | "android-tags"
        | "needed-not-elf"
        | "not-linux"
        | "too-entangled"
        | "unreadable";
      readonly sentence: Sentence;
      readonly files: readonly string[];
    };
