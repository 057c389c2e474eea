/** Every finding with the smallest wheel that has it: its severity, its sentence, and where the evidence points. */
import { describe, expect, test } from "vitest";
import { assess } from "../../../src/core/assess.ts";
import { findingIds, type FindingId } from "../../../src/core/findings/index.ts";
import type { Finding } from "../../../src/core/report.ts";
import type { WheelFacts } from "../../../src/facts/model.ts";
import { plainText } from "../../../src/core/sentence.ts";
import { knowledge } from "../../../src/data/index.ts";
import { extension, library, unreadable, watched, wheel } from "../builders.ts";
import type { Case } from "../checks/case.ts";
import { cxxCases } from "../checks/cxx-cases.ts";
import { gpuCases } from "../checks/gpu-cases.ts";
import { hazardCases } from "../checks/hazard-cases.ts";
import { pythonCases } from "../checks/python-cases.ts";

const plain = () => extension("pkg/_x.so", { needs: { "libc.so.6": ["GLIBC_2.17 clock_gettime"] } });
const withElf = (shape: Parameters<typeof extension>[1], tags = "manylinux_2_17_x86_64") =>
  wheel({ tags, libraries: [extension("pkg/_x.so", shape)] });
const tooNew = withElf({
  needs: {
    "libc.so.6": ["GLIBC_2.14 memcpy", "GLIBC_2.34 zzz pthread_create", "GLIBC_2.33 stat"],
    "libstdc++.so.6": ["GLIBCXX_3.4.30 _ZSt1x"],
  },
});

const cases: readonly Case[] = [
  ...cxxCases,
  ...gpuCases,
  ...hazardCases,
  ...pythonCases,
  {
    id: "claimed-tag-not-met",
    severity: "error",
    facts: tooNew,
    sentence:
      "pip installs this wheel wherever manylinux_2_17_x86_64 fits, but it needs glibc 2.34 and GLIBCXX_3.4.30 (GCC 12.1 or newer).",
    evidence: {
      note: "manylinux_2_17_x86_64: the wheel needs glibc 2.34 and GLIBCXX_3.4.30 (GCC 12.1 or newer)",
    },
  },
  {
    id: "symbol-version-too-new",
    severity: "error",
    facts: tooNew,
    sentence:
      "pkg/_x.so asks for GLIBC_2.34 and GLIBCXX_3.4.30 (pthread_create and zzz); manylinux_2_17_x86_64 ends at GLIBC_2.17 and GLIBCXX_3.4.19.",
    evidence: { in: "pkg/_x.so", version: "GLIBC_2.34", from: "libc.so.6", symbol: "zzz" },
    total: 4,
  },
  {
    id: "library-missing",
    severity: "error",
    facts: withElf({ needed: ["libc.so.6", "libfoo.so.3", "libgomp.so.1"] }),
    sentence:
      "pkg/_x.so needs libfoo.so.3 and libgomp.so.1, which are neither in the wheel nor promised by any policy.",
    evidence: { in: "pkg/_x.so", from: "libfoo.so.3" },
    total: 2,
  },
  {
    id: "library-not-allowed",
    severity: "error",
    facts: withElf({ needed: ["libc.so.6", "libmvec.so.1"] }),
    sentence:
      "pkg/_x.so needs libmvec.so.1, which manylinux_2_17_x86_64 does not promise; manylinux_2_24_x86_64 is the first policy that does.",
    evidence: { in: "pkg/_x.so", from: "libmvec.so.1" },
  },
  {
    id: "forbidden-symbol",
    severity: "error",
    facts: withElf({ needed: ["libc.so.6", "libz.so.1"], watchedSymbols: [watched("inflate_fast")] }),
    sentence:
      "pkg/_x.so takes inflate_fast from libz.so.1, but not every system of manylinux_2_17_x86_64 has that symbol.",
    evidence: { in: "pkg/_x.so", symbol: "inflate_fast", from: "libz.so.1" },
  },
  {
    id: "isa-above-baseline",
    severity: "error",
    facts: withElf({ isaNeeded: 0b111 }),
    sentence:
      "pkg/_x.so is marked as needing x86-64-v3; a manylinux tag promises only the baseline x86-64, so older processors stop with an illegal instruction.",
    evidence: { in: "pkg/_x.so", note: "needs x86-64-v3" },
  },
  {
    id: "private-glibc-symbol",
    severity: "error",
    facts: withElf({ needs: { "libc.so.6": ["GLIBC_PRIVATE __libc_dlopen_mode"] } }),
    sentence:
      "pkg/_x.so uses __libc_dlopen_mode of GLIBC_PRIVATE, which exists only in the very build of glibc it was linked with.",
    evidence: { in: "pkg/_x.so", symbol: "__libc_dlopen_mode", version: "GLIBC_PRIVATE", from: "libc.so.6" },
  },
  {
    id: "libpython-linked",
    severity: "error",
    facts: withElf({ needed: ["libc.so.6", "libpython3.12.so.1.0"] }),
    sentence:
      "pkg/_x.so needs libpython3.12.so.1.0; many Pythons are built without it, and then the import fails.",
    evidence: { in: "pkg/_x.so", from: "libpython3.12.so.1.0" },
  },
  {
    id: "pyfpe-symbol",
    severity: "error",
    facts: withElf({ watchedSymbols: [watched("PyFPE_jbuf", { type: "notype" })] }),
    sentence: "pkg/_x.so imports PyFPE_jbuf, which only a Python built with --with-fpectl has.",
    evidence: { in: "pkg/_x.so", symbol: "PyFPE_jbuf" },
  },
  {
    id: "ucs2-symbol",
    severity: "error",
    facts: withElf({ initSymbols: ["init_x"], watchedSymbols: [watched("PyUnicodeUCS2_AsUTF8String")] }),
    sentence:
      "pkg/_x.so imports PyUnicodeUCS2_AsUTF8String, which only a Python 2 built for narrow Unicode has.",
    evidence: { in: "pkg/_x.so", symbol: "PyUnicodeUCS2_AsUTF8String" },
  },
  {
    id: "wrong-architecture",
    severity: "error",
    facts: withElf({}, "manylinux_2_17_aarch64"),
    sentence:
      "The file name claims manylinux_2_17_aarch64, but the native files are for x86_64, none for aarch64.",
    evidence: { in: "pkg/_x.so", note: "x86_64" },
  },
  {
    id: "mixed-architectures",
    severity: "warning",
    facts: wheel({ libraries: [plain(), library("pkg/y.so", { architecture: "aarch64", machine: 183 })] }),
    sentence: "pkg/y.so is for aarch64, while the wheel is for x86_64; it was not judged.",
    evidence: { in: "pkg/y.so", note: "aarch64" },
  },
  {
    id: "libc-mixed",
    severity: "error",
    facts: wheel({
      libraries: [plain(), library("pkg/y.so", { libc: "musl", needed: ["libc.musl-x86_64.so.1"] })],
    }),
    sentence: "pkg/y.so is linked for musl, the rest for glibc; it cannot be loaded there.",
    evidence: { in: "pkg/y.so", note: "musl" },
  },
  {
    id: "library-unreadable",
    severity: "error",
    facts: wheel({ libraries: [plain(), unreadable("pkg/torn.so")] }),
    sentence: "pkg/torn.so could not be read, so the wheel cannot be judged as a whole.",
    evidence: { in: "pkg/torn.so", note: "pkg/torn.so ends before its tables do (section table)." },
  },
  {
    id: "library-unreachable",
    severity: "warning",
    facts: wheel({
      libraries: [extension("pkg/_x.so", { needed: ["libb.so", "libc.so.6"] }), library("pkg/libs/libb.so")],
    }),
    sentence:
      "pkg/_x.so needs libb.so, which is in the wheel, but no search path leads there; loading works only if something else has loaded it before.",
    evidence: { in: "pkg/_x.so", from: "libb.so", note: "in the wheel at pkg/libs/libb.so" },
  },
  {
    id: "needed-file-not-elf",
    severity: "error",
    facts: wheel({
      impostors: ["pkg/libb.so"],
      libraries: [extension("pkg/_x.so", { needed: ["libb.so", "libc.so.6"], rpath: "$ORIGIN" })],
    }),
    sentence: "pkg/libb.so bears the name of a needed library but is no ELF file.",
    evidence: { in: "pkg/libb.so", note: "not an ELF file" },
  },
  {
    id: "library-in-purelib",
    severity: "error",
    facts: wheel({ libraries: [extension("pkg-1.0.data/purelib/pkg/_x.so")] }),
    sentence:
      "pkg-1.0.data/purelib/pkg/_x.so lies in a purelib folder, which installers put where only pure Python belongs; auditwheel refuses such a wheel.",
    evidence: { in: "pkg-1.0.data/purelib/pkg/_x.so" },
  },
  {
    id: "pure-tag-with-native-code",
    severity: "error",
    facts: withElf({}, "any"),
    sentence:
      "The tag any says that the wheel runs on any platform, but it holds 1 native file for x86_64: pkg/_x.so.",
    evidence: { in: "pkg/_x.so" },
  },
  {
    id: "platform-tag-without-native-code",
    severity: "warning",
    facts: wheel(),
    sentence: "The file name claims manylinux_2_17_x86_64, but nothing in the wheel is compiled.",
  },
  {
    id: "wheel-name-invalid",
    severity: "error",
    facts: wheel({ fileName: "pkg-1.0 (1).whl" }),
    sentence:
      "pkg-1.0 (1).whl is not a valid wheel file name, so no tag can be read from it and installers refuse it.",
  },
  {
    id: "claimed-tag-unknown",
    severity: "warning",
    facts: withElf({}, "manylinux_x86_64"),
    sentence: "There are no rules by which to judge manylinux_x86_64.",
    evidence: { note: "manylinux_x86_64" },
  },
  {
    id: "plain-linux-tag",
    severity: "info",
    facts: withElf({}, "linux_x86_64"),
    sentence: "linux_x86_64 promises only to run on systems like the one it was built on; PyPI refuses it.",
  },
  {
    id: "wheel-tags-differ",
    severity: "warning",
    facts: wheel({ libraries: [plain()], distInfo: { tags: ["cp312-cp312-linux_x86_64"] } }),
    sentence:
      "File name and WHEEL do not name the same tags: the file name has cp312-cp312-manylinux_2_17_x86_64, WHEEL cp312-cp312-linux_x86_64.",
    evidence: { note: "only in the file name: cp312-cp312-manylinux_2_17_x86_64" },
    total: 2,
  },
  {
    id: "dist-info-missing",
    severity: "error",
    facts: wheel({ distInfo: null, distInfoDirectories: [] }),
    sentence: "The archive has no pkg-1.0.dist-info directory at its top, so installers refuse it.",
  },
  {
    id: "several-dist-info",
    severity: "error",
    facts: wheel({ distInfoDirectories: ["pkg-0.9.dist-info", "pkg-1.0.dist-info"] }),
    sentence:
      "The wheel has 2 metadata directories: pkg-0.9.dist-info and pkg-1.0.dist-info. Installers and auditwheel refuse such a wheel.",
    evidence: { in: "pkg-0.9.dist-info" },
    total: 2,
  },
  {
    id: "dist-info-name-differs",
    severity: "warning",
    facts: wheel({ distInfoDirectories: ["pkg-0.9.dist-info"] }),
    sentence: "The metadata directory is pkg-0.9.dist-info, but the file name asks for pkg-1.0.dist-info.",
    evidence: { in: "pkg-0.9.dist-info", note: "expected pkg-1.0.dist-info" },
  },
  {
    id: "record-mismatch",
    severity: "error",
    facts: wheel({
      record: {
        present: true,
        rowCount: 9,
        problems: [
          { kind: "missing-file", path: "pkg/gone.py" },
          { kind: "size-differs", path: "pkg/a.py", recorded: 10, actual: 12 },
        ],
        problemCount: 7,
      },
    }),
    sentence:
      "RECORD and the archive disagree: pkg/gone.py is listed but not in the archive; 6 more differences besides.",
    evidence: { in: "pkg/gone.py", note: "listed, but not in the archive" },
    total: 7,
  },
  {
    id: "library-not-in-record",
    severity: "warning",
    facts: wheel({ libraries: [plain(), library("pkg/hidden.so", { inRecord: false })] }),
    sentence:
      "pkg/hidden.so is not listed in RECORD, so auditwheel never looks at it and pip leaves it behind when the package is removed.",
    evidence: { in: "pkg/hidden.so" },
  },
  {
    id: "archive-anomaly",
    severity: "error",
    facts: wheel({
      archive: {
        problems: [
          { kind: "archive-comment", path: null, detail: "12 bytes" },
          { kind: "duplicate-name", path: "pkg/a.py", detail: null },
        ],
        problemCount: 2,
      },
    }),
    sentence:
      "The archive is unusual: two entries have the same name, and tools differ on which one counts, and 1 more oddity; PyPI refuses such a file.",
    evidence: {
      in: "pkg/a.py",
      note: "two entries have the same name, and tools differ on which one counts",
    },
    total: 2,
  },
  {
    id: "executable-stack",
    severity: "warning",
    facts: withElf({ executableStack: true }),
    sentence:
      "pkg/_x.so asks for an executable stack; on glibc 2.41 and newer the import fails with “cannot enable executable stack”.",
    evidence: { in: "pkg/_x.so", note: "PT_GNU_STACK is executable" },
  },
  {
    id: "text-relocations",
    severity: "warning",
    facts: withElf({ textRelocations: true }),
    sentence:
      "pkg/_x.so has relocations in its code, which the loader has to overwrite; systems with SELinux may refuse that.",
    evidence: { in: "pkg/_x.so", note: "DT_TEXTREL" },
  },
  {
    id: "build-path-in-rpath",
    severity: "warning",
    facts: withElf({ runpath: "/usr/local/lib:$ORIGIN:/home/builder/lib" }),
    sentence:
      "pkg/_x.so searches the absolute paths /home/builder/lib and /usr/local/lib, left over from the build.",
    evidence: { in: "pkg/_x.so", note: "/home/builder/lib" },
    total: 2,
  },
  {
    id: "rpath-outside-wheel",
    severity: "info",
    facts: withElf({ needed: ["libc.so.6", "libx.so.1"], rpath: "$ORIGIN/../../../lib" }),
    sentence: "pkg/_x.so searches $ORIGIN/../../../lib, which leads out of site-packages.",
    evidence: { in: "pkg/_x.so", note: "$ORIGIN/../../../lib" },
  },
  {
    id: "no-section-headers",
    severity: "info",
    facts: withElf({
      needs: { "libc.so.6": ["GLIBC_2.2.5 free"] },
      sections: { count: 0, dynamicSymbols: false, versionNeeds: false },
    }),
    sentence:
      "pkg/_x.so has no usable section headers: auditwheel sees neither symbols nor version needs in it. They are judged here all the same.",
    evidence: { in: "pkg/_x.so", note: "1 version need unseen" },
  },
  {
    id: "library-from-other-wheel",
    severity: "info",
    facts: withElf({ needed: ["libc.so.6", "libcublas.so.12"], rpath: "$ORIGIN/../nvidia/cublas/lib" }),
    sentence: "pkg/_x.so expects libcublas.so.12 from another wheel, in nvidia/cublas/lib.",
    evidence: { in: "pkg/_x.so", from: "libcublas.so.12", note: "expected in nvidia/cublas/lib" },
  },
  {
    id: "claimed-tag-stricter-than-needed",
    severity: "good",
    facts: withElf({ needs: { "libc.so.6": ["GLIBC_2.14 memcpy"] } }, "manylinux_2_28_x86_64"),
    sentence:
      "The wheel claims manylinux_2_28_x86_64, but would also pass manylinux_2_17_x86_64: it could be installed on older systems.",
  },
  {
    id: "tag-complies",
    severity: "good",
    facts: wheel({ libraries: [plain()] }),
    sentence: "Everything the wheel needs from the system is promised by manylinux_2_17_x86_64.",
  },
];

const found = (facts: WheelFacts, id: FindingId): Finding | undefined =>
  assess(facts, knowledge).findings.find((finding) => finding.id === id);

describe.each(cases)("$id", ({ id, severity, facts, sentence, evidence, total }) => {
  const finding = found(facts, id);

  test("is found, and says so", () => {
    expect(finding && plainText(finding.sentence)).toBe(sentence);
    expect(finding?.severity).toBe(severity);
  });

  test("points at its evidence", () => {
    expect(finding?.evidence[0]).toEqual(evidence);
    expect(finding?.evidenceTotal).toBe(total ?? (evidence === undefined ? 0 : 1));
    if (evidence?.in !== undefined && facts.libraries.some(({ path }) => path === evidence.in)) {
      expect(finding?.libraries).toContain(evidence.in);
    }
  });

  test("says what to do unless all is well", () => {
    const advice = finding?.advice.map(plainText) ?? [];
    expect(advice.length > 0).toBe(severity !== "good");
    for (const paragraph of advice) expect(paragraph).toMatch(/^\S.*[.”]$/);
  });

  test("is not found in a good wheel", () => {
    const good = wheel({ libraries: [plain()] });
    if (id !== "tag-complies") expect(found(good, id)).toBeUndefined();
  });
});

test("every finding has its case", () => {
  expect(cases.map(({ id }) => id).sort()).toEqual([...findingIds].sort());
});
