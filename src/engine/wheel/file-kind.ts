/**
 * What a file is, by its first bytes and, where they do not decide, its name: so that a person who chose the wrong file
 * reads what it is instead of "not a zip".
 */
import type { InspectErrorId } from "../../facts/inspect-error.ts";

export type FileKind =
  | { readonly kind: "zip" }
  | { readonly kind: "library" }
  | { readonly kind: "other"; readonly error: InspectErrorId; readonly detail: string | null };

/** Bytes needed to tell. */
export const MAGIC_BYTES = 8;

/** `zip` also where nothing else is recognised: whether there is a directory at the end decides then. */
export function fileKind(start: Uint8Array, fileName: string): FileKind {
  const name = fileName.toLowerCase();
  const other = (error: InspectErrorId, detail: string | null): FileKind => ({
    kind: "other",
    error,
    detail,
  });
  const begins = (...bytes: number[]): boolean => bytes.every((byte, index) => start[index] === byte);

  if (start.length === 0) return other("not-a-zip", "the file is empty");
  // Comes first: bytes before the archive may be anything.
  if (name.endsWith(".whl")) return { kind: "zip" };
  if (begins(0x7f, 0x45, 0x4c, 0x46)) return { kind: "library" };
  if (name.endsWith(".conda")) return other("conda-package", null);
  if (name.endsWith(".tar.bz2")) return other("conda-package", null);
  if (begins(0x1f, 0x8b)) return other("source-release", "a compressed tar archive");
  if (/\.(?:tar\.(?:gz|xz|zst)|tgz|tar)$/.test(name)) return other("source-release", "a tar archive");
  const foreign = foreignFormat(begins);
  if (foreign !== null) return other("foreign-library", foreign);
  return { kind: "zip" };
}

function foreignFormat(begins: (...bytes: number[]) => boolean): string | null {
  if (begins(0x4d, 0x5a)) return "a Windows PE file";
  const thin = begins(0xcf, 0xfa, 0xed, 0xfe) || begins(0xce, 0xfa, 0xed, 0xfe);
  const swapped = begins(0xfe, 0xed, 0xfa, 0xcf) || begins(0xfe, 0xed, 0xfa, 0xce);
  if (thin || swapped) return "a macOS Mach-O file";
  if (begins(0xca, 0xfe, 0xba, 0xbe)) return "a macOS universal file";
  if (begins(0x21, 0x3c, 0x61, 0x72, 0x63, 0x68, 0x3e)) return "a static library (ar archive)";
  return null;
}
