/**
 * Choices are written by their place in a list: in another order, older links would open and say something else. These are the lists of
 * version 1 of the form; they are never changed. One more at the end is a new version, since older programs refuse it.
 */
import { expect, test } from "vitest";
import { decodeLink } from "../../src/document/link/decode.ts";
import { pack } from "../../src/document/link/pack.ts";
import type { ElfFacts } from "../../src/facts/model.ts";
import type { SharedReport } from "../../src/document/link/shared-report.ts";

const library = { p: "a.so", z: 1, e: { k: [0, 0, 0], se: 1 } };

/** What a link says with these keys in its report, its wheel, its ELF file; null if it is refused. */
function opened({ report = {}, then = 0, wheel = {}, elf = {} }: Keys): SharedReport | null {
  const facts = { f: "x.whl", z: 1, e: 1, l: [{ ...library, e: { ...library.e, ...elf } }], ...wheel };
  const payload = {
    version: 1,
    names: [],
    policies: "",
    tool: "",
    wheels: [[facts, [then, null]]],
    ...report,
  };
  const { data, check } = pack(JSON.stringify(payload), "j");
  const outcome = decodeLink(`1.j.${data}.${check}`);
  return outcome.ok ? outcome.value : null;
}

interface Keys {
  readonly report?: object;
  readonly then?: number;
  readonly wheel?: object;
  readonly elf?: object;
}

type Read<T> = (shared: SharedReport) => T;

const inElf =
  (read: (elf: ElfFacts) => unknown): Read<unknown> =>
  ({ wheels }) => {
    const elf = wheels[0]?.facts.libraries[0]?.elf;
    if (!elf) throw new Error("no facts");
    return read(elf);
  };

const target = (kind: number, suffix: number, compression: number) => ({
  g: { c: { c: 1, b: 1, t: [[kind, 1, 90, suffix, null, 1, 1, 1, compression]] } },
});
const targetOf = (key: "kind" | "suffix" | "compression") => inElf(({ gpu }) => gpu?.cuda?.targets[0]?.[key]);
const watched = (binding: number, type: number) => ({ w: [["f", true, binding, type, null, null]] });

const lists: readonly (readonly [
  name: string,
  keys: (place: number) => Keys,
  read: Read<unknown>,
  choices: readonly unknown[],
])[] = [
  [
    "outcome",
    (then) => ({ then }),
    ({ wheels }) => wheels[0]?.then.outcome,
    ["complies", "fails", "no-claim", "pure", "nothing-native", "not-linux", "unknown", "does-not-load"],
  ],
  [
    "left out",
    (place) => ({ report: { dropped: [[place, 1]] } }),
    ({ dropped }) => dropped[0]?.kind,
    ["build-ids", "symbol-names", "lower-versions", "quiet-libraries"],
  ],
  ["kind of file", (k) => ({ wheel: { k } }), ({ wheels }) => wheels[0]?.facts.kind, ["wheel", "library"]],
  [
    "archive",
    (place) => ({ wheel: { a: [[[place, null, null]], 1] } }),
    ({ wheels }) => wheels[0]?.facts.archive.problems[0]?.kind,
    (
      "data-after-end data-before-start data-between-entries overlapping-entries duplicate-name name-leaves-archive " +
      "name-not-utf8 name-control-character local-header-differs data-descriptor encrypted-entry unsupported-compression " +
      "compression-ratio archive-comment entry-comment zip64-extra-odd directory-count-differs foreign-compression"
    ).split(" "),
  ],
  ["class", (c) => ({ elf: { c } }), inElf((elf) => elf.class), [32, 64]],
  ["byte order", (y) => ({ elf: { y } }), inElf((elf) => elf.byteOrder), ["little", "big"]],
  [
    "ELF type",
    (t) => ({ elf: { t } }),
    inElf((elf) => elf.type),
    ["relocatable", "executable", "shared", "core", "other"],
  ],
  [
    "architecture",
    (a) => ({ elf: { a } }),
    inElf((elf) => elf.architecture),
    "x86_64 i686 aarch64 armv7l armv6l ppc64le ppc64 s390x riscv64 loongarch64".split(" "),
  ],
  ["C library", (l) => ({ elf: { l } }), inElf((elf) => elf.libc), ["glibc", "musl", "bionic", "none"]],
  [
    "role",
    (r) => ({ elf: { r } }),
    inElf((elf) => elf.role),
    ["extension-module", "shared-library", "executable", "relocatable-object"],
  ],
  ["RELRO", (ro) => ({ elf: { ro } }), inElf((elf) => elf.relro), ["none", "partial", "full"]],
  [
    "section",
    (place) => ({ elf: { sm: [place] } }),
    inElf((elf) => elf.sectionMarks[0]),
    (
      ".go.buildinfo .note.go.buildid .note.gnu.gold-version .gnu.build.attributes .relr.dyn .nv_fatbin __nv_relfatbin " +
      ".nvFatBinSegment .hip_fatbin .hipFatBinSegment"
    ).split(" "),
  ],
  [
    "binding",
    (place) => ({ elf: watched(place, 0) }),
    inElf((elf) => elf.watchedSymbols[0]?.binding),
    ["local", "global", "weak", "unique", "other"],
  ],
  [
    "symbol type",
    (place) => ({ elf: watched(0, place) }),
    inElf((elf) => elf.watchedSymbols[0]?.type),
    "notype object func section file common tls ifunc other".split(" "),
  ],
  [
    "GPU code",
    (place) => ({ elf: target(place, 0, 0) }),
    targetOf("kind"),
    ["sass", "ptx", "lto-ir", "other"],
  ],
  ["suffix", (place) => ({ elf: target(0, place, 0) }), targetOf("suffix"), ["", "a", "f"]],
  [
    "compression",
    (place) => ({ elf: target(0, 0, place) }),
    targetOf("compression"),
    ["none", "lz4", "zstd", "other", "mixed"],
  ],
];

test.each(lists)("%s: each number means what it meant", (_, keys, read, choices) => {
  const found: unknown[] = [];
  for (let place = 0; place <= choices.length; place++) {
    const shared = opened(keys(place));
    if (shared !== null) found.push(read(shared));
  }
  expect(found).toEqual(choices);
});

/** Of version 1, too: what a key that is not there stands for. */
test("what is left out means what it meant", () => {
  const [wheel] = opened({})?.wheels ?? [];
  // What later versions add has meanings of its own.
  expect(wheel?.facts).toMatchObject({
    archive: {
      problemCount: 0,
      problems: [],
    },
    directories: [],
    distInfo: null,
    distInfoDirectories: [],
    entryCount: 1,
    fileName: "x.whl",
    impostors: [],
    kind: "wheel",
    libraries: [
      {
        compressedBytes: 0,
        elf: {
          architecture: "x86_64",
          bindNow: false,
          buildId: null,
          byteOrder: "little",
          class: 64,
          comment: [],
          cxx: null,
          debugInfo: false,
          executableStack: false,
          flags: 0,
          gpu: null,
          initSymbols: [],
          interpreter: null,
          isaNeeded: null,
          libc: "glibc",
          loadAlignment: 4096,
          machine: 62,
          mentionedLibraries: [],
          needed: [],
          osAbi: 0,
          python: null,
          relro: "partial",
          role: "extension-module",
          rpath: null,
          runpath: null,
          sectionMarks: [],
          sections: {
            count: 1,
            dynamicSymbols: true,
            versionNeeds: true,
          },
          soname: null,
          staticTls: false,
          stripped: true,
          symbolCounts: {
            defined: 0,
            undefined: 0,
            undefinedWeak: 0,
          },
          textRelocations: false,
          type: "shared",
          uniqueExports: {
            count: 0,
            symbols: [],
          },
          versionDefinitions: [],
          versionNeeds: [],
          watchedSymbols: [],
        },
        error: null,
        inRecord: true,
        path: "a.so",
        sizeBytes: 1,
      },
    ],
    name: null,
    record: {
      present: true,
      problemCount: 0,
      problems: [],
      rowCount: 1,
    },
    sha256: null,
    sizeBytes: 1,
  });
});
