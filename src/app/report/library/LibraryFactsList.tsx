/** What a library is, and how it was hardened: facts, not judgements. */
import type { ElfFacts } from "../../../facts/model.ts";
import { alignment, plural } from "../../../present/units.ts";
import { Names } from "../../ui/Names.tsx";

export function LibraryFactsList({ elf }: { readonly elf: ElfFacts }) {
  return (
    <section aria-labelledby="identity">
      <h3 id="identity">Identity</h3>
      <Facts facts={identity(elf)} />
      <h3>Hardening and loading</h3>
      <Facts facts={hardening(elf)} />
      <Mentioned names={elf.mentionedLibraries} />
    </section>
  );
}

/** What the file may ask `dlopen` for: strings, and so only a hint. */
function Mentioned({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <dl className="facts">
      <div>
        <dt>Names in the file</dt>
        <dd>
          <Names names={names} total={names.length} shown={6} none="" />
        </dd>
      </div>
    </dl>
  );
}

type Fact = readonly [name: string, value: string | null | readonly string[]];

function identity(elf: ElfFacts): readonly Fact[] {
  return [
    ["Soname", elf.soname],
    ["Build id", elf.buildId],
    ["C library", libcNames[elf.libc]],
    ["Interpreter", elf.interpreter],
    ["ELF", `${elf.class}-bit, ${elf.byteOrder} endian, ${elf.type}`],
    ["CPU level", isaLevels(elf.isaNeeded)],
    ["Python init", elf.initSymbols.length === 0 ? null : elf.initSymbols.slice(0, 8)],
    ["Versions provided", elf.versionDefinitions.length === 0 ? null : elf.versionDefinitions],
    ["Symbol table", elf.stripped ? "stripped" : "kept"],
    ["Debug information", elf.debugInfo ? "present" : "none"],
    ["Compiler notes", elf.comment.length === 0 ? null : elf.comment],
  ];
}

const libcNames: Readonly<Record<ElfFacts["libc"], string | null>> = {
  glibc: "glibc",
  musl: "musl",
  bionic: "Bionic (Android)",
  none: null,
};

/** Bits of `GNU_PROPERTY_X86_ISA_1_NEEDED` (x86-64 psABI): the highest is the level needed. */
function isaLevels(bits: number | null): string | null {
  if (bits === null) return null;
  if ((bits & 8) !== 0) return "x86-64-v4";
  if ((bits & 4) !== 0) return "x86-64-v3";
  if ((bits & 2) !== 0) return "x86-64-v2";
  return "x86-64 baseline";
}

function hardening(elf: ElfFacts): readonly Fact[] {
  return [
    [
      "Stack",
      elf.executableStack === null ? "not stated" : elf.executableStack ? "executable" : "not executable",
    ],
    ["RELRO", elf.relro],
    ["Bind now", elf.bindNow ? "yes" : "no"],
    ["Text relocations", elf.textRelocations ? "yes" : "no"],
    ["Static TLS", elf.staticTls ? "yes" : "no"],
    ["Load alignment", alignment(elf.loadAlignment)],
    ["Unique exports", elf.uniqueExports.count === 0 ? null : plural(elf.uniqueExports.count, "name")],
  ];
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            {typeof value === "string" ? (
              <dd className="mono">{value}</dd>
            ) : (
              <dd className="mono lines">
                {value.map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </dd>
            )}
          </div>
        ),
      )}
    </dl>
  );
}
