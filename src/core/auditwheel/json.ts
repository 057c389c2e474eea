/** The document that `auditwheel show --json` prints, schema version 1 (auditwheel's show-schema.json, main_show.py). */
import type { Architecture, WheelFacts } from "../../facts/model.ts";
import type { AuditwheelVerdict } from "./answer.ts";
import { fileNameOf } from "../../facts/path.ts";
import type { PlatformVerdict } from "./verdict.ts";

export type AuditwheelDocument =
  | {
      readonly version: 1;
      readonly wheel: string;
      readonly pure: false;
      readonly overall_tag: string;
      readonly sym_tag: string;
      readonly pyfpe: boolean;
      readonly ucs2: boolean;
      readonly unsupported_isa: boolean;
      readonly versioned_symbols: Readonly<Record<string, readonly string[]>>;
      /** Never a path: nothing is looked for outside the wheel. */
      readonly external_libs: Readonly<Record<string, null>>;
      readonly policy_upgrades: Readonly<
        Record<
          string,
          {
            readonly libs_to_eliminate?: readonly string[];
            readonly blacklisted_symbols?: Readonly<Record<string, readonly string[]>>;
          }
        >
      >;
    }
  /** With `--allow-pure-python-wheel`. */
  | { readonly version: 1; readonly wheel: string; readonly pure: true }
  | { readonly version: 1; readonly wheel: string; readonly error: string };

/** The parts of a report that the document is made of. */
export interface Judged {
  readonly facts: Pick<WheelFacts, "fileName">;
  readonly auditwheel: AuditwheelVerdict;
  readonly architecture: Architecture | null;
}

export interface JsonOptions {
  /** auditwheel's `--allow-pure-python-wheel`: a wheel tagged only `any` without native files is no error. */
  readonly allowPure?: boolean;
}

/** Where auditwheel itself would end in a traceback, the document has its error form with a sentence of ours. */
export function auditwheelJson(report: Judged, options: JsonOptions = {}): AuditwheelDocument {
  const head = { version: 1, wheel: report.facts.fileName } as const;
  const verdict = report.auditwheel;
  if (verdict.kind === "platform") return { ...head, pure: false, ...platformFields(verdict) };
  if (verdict.reason === "pure" && options.allowPure === true) return { ...head, pure: true };
  return { ...head, error: errorMessage(report) };
}

function platformFields(verdict: PlatformVerdict) {
  const upgrades = Object.entries(verdict.policyUpgrades).map(
    ([tag, { libsToEliminate, blacklistedSymbols }]) => [
      tag,
      {
        ...(libsToEliminate.length > 0 && { libs_to_eliminate: libsToEliminate }),
        ...(Object.keys(blacklistedSymbols).length > 0 && { blacklisted_symbols: blacklistedSymbols }),
      },
    ],
  );
  return {
    overall_tag: verdict.overallTag,
    sym_tag: verdict.symTag,
    pyfpe: verdict.pyfpe,
    ucs2: verdict.ucs2,
    unsupported_isa: verdict.unsupportedIsa,
    versioned_symbols: verdict.versionedSymbols,
    external_libs: Object.fromEntries(verdict.externalLibs.map((name) => [name, null])),
    policy_upgrades: Object.fromEntries(upgrades) as Record<string, object>,
  };
}

/** auditwheel's words where it has a message of its own (error.py, `NonPlatformWheelError`). */
function errorMessage({ auditwheel, architecture }: Judged): string {
  if (auditwheel.kind === "platform") return "";
  switch (auditwheel.reason) {
    case "pure":
    case "no-elf":
    case "not-linux":
    case "other-libc":
    case "unknown-architecture":
      return NOT_A_PLATFORM_WHEEL;
    case "other-architecture":
      return (
        "Invalid binary wheel: no ELF executable or shared library file (including compiled Python C extension) with a " +
        `'${architecture}' architecture found. The following ELF files were found:\n\t` +
        `${auditwheel.files.map(fileNameOf).join("\n\t")}\n`
      );
    default:
      return auditwheel.sentence.map((part) => (typeof part === "string" ? part : part.text)).join("");
  }
}

const NOT_A_PLATFORM_WHEEL =
  "This does not look like a platform wheel, no ELF executable or shared library file (including compiled Python C " +
  "extension) found in the wheel archive";
